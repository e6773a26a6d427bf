package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the results of a process of its own go. */
class OutputReaderIT {
    @TempDir
    private Path folder;

    private ProcessBuilder help() {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-Duser.home=" + folder, Main.class.getName(), "--help");
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        return builder;
    }

    /** As {@code loupe --help | true}. */
    @Test
    void aReaderWhoHasGoneEndsItQuietly() throws Exception {
        Process process = help().start();
        try {
            process.getInputStream().close();

            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(said).isEmpty();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullIsTold() throws Exception {
        Process process = help().redirectOutput(new File("/dev/full")).start();
        try {
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(said).contains("Not all of the result could be written");
            assertThat(process.exitValue()).isEqualTo(1);
        } finally {
            process.destroyForcibly();
        }
    }
}
