package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.export.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a field can do at a screen. */
class SystemTerminalTest {
    private static final String FORGED = "Acme\rPAID";

    private static String written(boolean isRead) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintWriter(SystemTerminal.shown(bytes, isRead))) {
            var csv = Csv.ofText(out);
            csv.row(FORGED, "two\r\nlines", "three\n\r", "\u00fc");
            csv.row("next");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noFieldGoesBackToTheBeginningOfTheLine() {
        assertThat(written(true)).isEqualTo("\"Acme PAID\",\"two\r\nlines\",\"three\n \",\u00fc\r\nnext\r\n");
    }

    @Test
    void aFileKeepsWhatAFieldHolds() {
        assertThat(written(false)).startsWith('"' + FORGED + '"').contains("\n\r");
    }

    /** The window answers another process letter by letter. */
    @Test
    void theLineFeedOfAReturnMayComeLater() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Writer out = SystemTerminal.shown(bytes, true)) {
            for (char one : "a\r\r\nb\rc".toCharArray()) {
                out.write(one);
                out.flush();
            }
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a \r\nb c");
    }
}
