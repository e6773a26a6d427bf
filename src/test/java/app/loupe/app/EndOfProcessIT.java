package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.settings.DragFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the clear is gone when its user logs out with the window open. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal can be sent from Java there")
class EndOfProcessIT {
    /** A process of its own that has Loupe open in a folder, as the window has, and is told to end, or closes it before. */
    static final class Open {
        public static void main(String[] arguments) throws Exception {
            var out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out),
                    StandardCharsets.UTF_8), true);
            boolean closed = Boolean.parseBoolean(arguments[1]);
            OpenLoupe loupe = new WholeLoupe(Path.of(arguments[0])).open();
            Path made = loupe.dragged().make("INV-1.pdf", Set.of(new ConnectionId("aaaaaaaa")),
                    place -> write(place));
            if (closed) {
                loupe.close();
                write(Files.createDirectories(made.getParent()).resolve("of the next.pdf"));
            }
            out.println(made);
            new CountDownLatch(1).await();
        }

        private static void write(Path place) {
            try {
                Files.writeString(place, "plain");
            } catch (java.io.IOException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void s52_whatWasDraggedGoesWhenTheProcessIsToldToEndUnlessItWasClosedBefore(boolean closed) throws Exception {
        Path folder = temp.resolve("loupe");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-Dh2.allowedClasses=", "-Djdk.serialFilter=!*",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", Open.class.getName(),
                folder.toString(), Boolean.toString(closed)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            Path made = Path.of(output.readLine());
            assertThat(made.getParent()).isNotEmptyDirectory();

            process.toHandle().destroy();

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            // somebody else may have it open by then
            assertThat(Files.exists(folder.resolve(DragFolder.NAME))).isEqualTo(closed);
        } finally {
            process.destroyForcibly();
        }
    }
}
