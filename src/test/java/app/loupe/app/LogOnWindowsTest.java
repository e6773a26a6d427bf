package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.foreign.WindowsFolder;

/** The log of a command beside an open window, where no file is renamed that another process writes to. */
class LogOnWindowsTest {
    private static final int LARGE_BYTES = 1_048_577;

    @TempDir(factory = WindowsFolder.class)
    Path folder;

    @Test
    void aLargeLogIsSetAsideWhenNobodyElseWritesToIt() throws Exception {
        Path file = Files.write(folder.resolve("loupe.log"), new byte[LARGE_BYTES]);

        try (OutputStream window = Files.newOutputStream(file, StandardOpenOption.APPEND);
                OutputStream command = PrivateLogAppender.open(file)) {
            window.write('w');
            command.write('c');
        }
        assertThat(file).hasSize(LARGE_BYTES + 2);
        PrivateLogAppender.open(file).close();

        assertThat(file).isEmptyFile();
        assertThat(folder.resolve("loupe.log.1")).hasSize(LARGE_BYTES + 2);
    }

    @Test
    void whatIsHeldForLongGrowsToTwiceItsSizeAndBeginsAnew() throws Exception {
        Path file = Files.write(folder.resolve("loupe.log"), new byte[2 * LARGE_BYTES]);

        try (OutputStream window = Files.newOutputStream(file, StandardOpenOption.APPEND);
                OutputStream command = PrivateLogAppender.open(file)) {
            window.write('w');
            command.write('c');
        }

        assertThat(file).hasContent("wc");
        assertThat(folder.resolve("loupe.log.1")).doesNotExist();
    }
}
