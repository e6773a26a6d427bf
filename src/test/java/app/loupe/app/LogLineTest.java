package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a file that anybody may have edited can write into the log. */
class LogLineTest {
    private static String logged(String holder) {
        var logger = new LoggerContext().getLogger("app.loupe.vault.VaultOpener");
        var event = new LoggingEvent(LogLine.class.getName(), logger, Level.WARN, "the key is with {}", null,
                new Object[] {holder});
        return new String(new LogLine().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void noLineIsForged() {
        assertThat(logged("keyring\n2026-11-18T08:00:00.000Z INFO forged\r\u2028\u001b[2J\u202ex")).hasLineCount(1)
                .endsWith("the key is with keyring 2026-11-18T08:00:00.000Z INFO forged   [2J x\n");
    }

    @Test
    void aLineHasAnEnd() {
        assertThat(logged("x".repeat(1 << 20))).hasSizeLessThan(2_200).endsWith("x…\n");
    }
}
