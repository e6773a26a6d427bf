package app.loupe.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code packaging/SignManifest.java} makes is what the program believes. */
class SignManifestIT {
    private static final String PAGE = "https://loupe.example/releases/v1.4.0";

    @TempDir
    private Path folder;

    private record Ended(int code, String out) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), "packaging/SignManifest.java"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    private static UpdateOrigin origin(String keyLine) throws IOException {
        var values = new Properties();
        values.load(new StringReader("manifest=https://loupe.example/latest.signed\n"
                + "pages=https://loupe.example/releases/\n" + keyLine));
        return UpdateOrigin.of(values).orElseThrow();
    }

    @Test
    void theKeyThatIsPrintedBelievesWhatTheOtherHalfSigns() throws Exception {
        Path key = folder.resolve("private");
        Path file = folder.resolve("latest.signed");

        Ended made = run("keys", key.toString());
        assertThat(made.code()).isZero();
        assertThat(made.out()).startsWith("key=").hasLineCount(1);
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        }
        String before = Files.readString(key);
        assertThat(run("keys", key.toString()).code()).as("a key that is there stays").isNotZero();
        assertThat(Files.readString(key)).isEqualTo(before);
        assertThat(run("sign", key.toString(), "1.4.0", "2026-03-02", PAGE, file.toString()).code()).isZero();

        var manifests = new SignedManifest(origin(made.out()), Clock.systemUTC());
        assertThat(manifests.read(Files.readString(file)).page()).hasToString(PAGE);
        assertThat(run("sign", key.toString(), "1.4.0\",\"x\":\"", "2026-03-02", PAGE, file.toString()).code())
                .isNotZero();
    }
}
