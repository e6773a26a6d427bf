package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.commands.Interrupts;
import app.loupe.domain.CancelToken;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal can be sent from Java there")
class ShutdownHooksIT {
    /** A process of its own whose work lasts until it is cancelled. */
    static final class Working {
        public static void main(String[] arguments) throws InterruptedException {
            var out = new PrintWriter(new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true);
            var cancel = new CancelToken();
            var cancelled = new CountDownLatch(1);
            try (Interrupts.Watch _ = new ShutdownHooks().watch(cancel::cancel);
                    CancelToken.Registration _ = cancel.onCancel(cancelled::countDown)) {
                out.println("working");
                cancelled.await();
                out.println("report: cancelled");
            }
        }
    }

    @Test
    void theReportOfACancelledRunComesBeforeTheProcessEnds() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Working.class.getName()).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("working");

            // as Ctrl+C would, with the signal that is not ignored when the tests run in the background
            process.toHandle().destroy();

            assertThat(output.readLine()).isEqualTo("report: cancelled");
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
