package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputEncodingsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset CONSOLE = Charset.forName("IBM850");

    private static InputEncodings of(String system, String in, String out, String err) {
        return InputEncodings.of(Map.of("os.name", "Windows 11", "native.encoding", system, "stdin.encoding", in,
                "stdout.encoding", out, "stderr.encoding", err)::get);
    }

    private static InputEncodings certain(Charset... encodings) {
        return new InputEncodings(List.of(encodings), true);
    }

    @Test
    void aTerminalHasOneEncodingAndAPipeThoseOfSystemAndConsole() {
        assertThat(of("Cp1252", "cp850", "cp850", "cp850")).isEqualTo(certain(CONSOLE));
        assertThat(of("Cp1252", "Cp1252", "cp850", "cp850")).isEqualTo(certain(WINDOWS, CONSOLE));
        assertThat(of("Cp1252", "Cp1252", "Cp1252", "cp850")).isEqualTo(certain(WINDOWS, CONSOLE));
        assertThat(of("UTF-8", "UTF-8", "UTF-8", "UTF-8")).isEqualTo(certain(StandardCharsets.UTF_8));
    }

    /** As in a captured or scheduled command, or with all of its output in a file: the console's encoding is known to nobody. */
    @Test
    void withoutAConsoleThatTellsItsEncodingAPipeOfWindowsIsInDoubt() {
        assertThat(of("Cp1252", "Cp1252", "Cp1252", "Cp1252")).isEqualTo(new InputEncodings(List.of(WINDOWS), false));
        assertThat(of("Cp1252", "Cp1252", "cp1252", "Cp1252")).as("after chcp 1252").isEqualTo(certain(WINDOWS));
        assertThat(of("Cp1252", "cp1252", "Cp1252", "Cp1252")).as("a terminal").isEqualTo(certain(WINDOWS));
    }

    /** The runtime brings not all encodings that a console can have. */
    @Test
    void anEncodingThatIsNotKnownIsADoubt() {
        assertThat(of("Cp1252", "Cp1252", "cp-none", "Cp1252"))
                .isEqualTo(new InputEncodings(List.of(WINDOWS), false));
        assertThat(of("Cp1252", "cp-none", "cp-none", "cp-none")).isEqualTo(new InputEncodings(List.of(), false));
        assertThat(of("UTF-8", "UTF-8", "no name, even", "UTF-8"))
                .isEqualTo(new InputEncodings(List.of(StandardCharsets.UTF_8), false));
    }

    @Test
    void otherSystemsHaveOneEncoding() {
        assertThat(InputEncodings.of(Map.of("os.name", "Linux", "native.encoding", "ISO-8859-1", "stdin.encoding",
                "ISO-8859-1", "stdout.encoding", "ISO-8859-1", "stderr.encoding", "ISO-8859-1")::get))
                .isEqualTo(certain(StandardCharsets.ISO_8859_1));
    }

    /** As in cp1252 and Latin-1, which have one letter for most bytes. */
    @Test
    void whatTwoEncodingsReadAlikeIsOneReadingAndTheOtherOneIsWiped() {
        byte[] read = "Kl\u00e4ren".getBytes(WINDOWS);
        InputEncodings alike = certain(WINDOWS, StandardCharsets.ISO_8859_1, CONSOLE);

        assertThat(alike.readings(read, read.length)).containsExactly(CharBuffer.wrap("Kl\u00e4ren"),
                CharBuffer.wrap("Kl\u00f5ren"));
    }
}
