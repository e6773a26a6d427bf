package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.PdfFile;

class PaperTest {
    private static String printed(String foot) {
        var out = new ByteArrayOutputStream();
        try (var paper = new Paper(new Texts(Locale.ENGLISH), "Title", "", false, out)) {
            paper.foot(foot);
            paper.paragraph("Words", Paper.TEXT, 0);
        }
        return new PdfFile(out.toByteArray()).text();
    }

    @Test
    void aFootThatFitsIsWhole() {
        assertThat(printed("Copy of Acme")).contains("Copy of Acme").doesNotContain("\u2026");
    }

    /** Just too long, as long as a server may make a name, and of characters that take two places. */
    @ParameterizedTest
    @ValueSource(strings = {"150:Acme ", "100000:Acme ", "100000:W", "1001:i"})
    void aFootThatIsTooLongEndsInAMark(String foot) {
        String part = foot.substring(foot.indexOf(':') + 1);
        String whole = part.repeat(Integer.parseInt(foot.substring(0, foot.indexOf(':'))));

        String text = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> printed(whole));

        assertThat(text.lines().filter(line -> line.contains("\u2026")).map(line -> line.replaceAll("\u2026.*", "")))
                .hasSize(1).allSatisfy(line -> assertThat(whole).startsWith(line))
                .allSatisfy(line -> assertThat(line).hasSizeGreaterThan(20));
    }
}
