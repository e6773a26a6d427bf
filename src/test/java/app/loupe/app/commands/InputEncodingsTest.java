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

    /** As in cp1252 and Latin-1, which have one letter for most bytes. */
    @Test
    void whatTwoEncodingsReadAlikeIsOneReadingAndTheOtherOneIsWiped() {
        byte[] read = "Kl\u00e4ren".getBytes(WINDOWS);
        InputEncodings alike = certain(WINDOWS, StandardCharsets.ISO_8859_1, CONSOLE);

        assertThat(alike.readings(read, read.length)).containsExactly(CharBuffer.wrap("Kl\u00e4ren"),
                CharBuffer.wrap("Kl\u00f5ren"));
    }
}
