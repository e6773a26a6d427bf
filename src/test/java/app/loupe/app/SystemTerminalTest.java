package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.export.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

    /** A program that waits for the words reads them; a desktop does not. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its streams have no places in a folder")
    void aPipeIsReadAndNothingElseThatADesktopGives(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path file = Files.writeString(folder.resolve("session-errors"), "");

        assertThat(SystemTerminal.isPipe(pipe)).isTrue();
        assertThat(List.of(file, folder, Path.of("/dev/null"), folder.resolve("nothing")))
                .noneMatch(SystemTerminal::isPipe);
    }
}
