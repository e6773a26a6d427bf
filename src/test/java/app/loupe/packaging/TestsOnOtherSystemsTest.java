package app.loupe.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflows run every test on three systems: one that needs what only some of them have says so, or no package is ever made there. */
class TestsOnOtherSystemsTest {
    private static final Pattern OF_UNIX = Pattern
            .compile("\"mkfifo\"|new PrivateSession\\(|[sg]etPosixFilePermissions\\(|\"/bin/sh\""
                    + "|Files\\.createSymbolicLink\\(");
    private static final Pattern SAYS_SO = Pattern
            .compile("@(Enabled|Disabled)OnOs\\(|supportedFileAttributeViews\\(\\)"
                    + "|catch \\(UnsupportedOperationException \\| IOException");

    @Test
    void whoeverNeedsAUnixSaysIt() throws IOException {
        List<Path> silent;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            silent = files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .filter(file -> OF_UNIX.matcher(text(file)).find() && !SAYS_SO.matcher(text(file)).find()).toList();
        }

        assertThat(silent).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
