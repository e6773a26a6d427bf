package app.loupe.app;

import app.loupe.app.commands.Interrupts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Hears Ctrl+C through the virtual machine's shutdown, and holds that back until all is said: a watch that was interrupted ends with
 * this, not with the work, behind which files are closed and the message comes. The process ends with the exit code of the signal.
 */
final class ShutdownHooks implements Interrupts, AutoCloseable {
    /** A cancelled run ends within a second; the rest is for a slow disk. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final CountDownLatch said = new CountDownLatch(1);

    @Override
    public Watch watch(Runnable onInterrupt) {
        var hook = new Thread(() -> {
            onInterrupt.run();
            awaitFarewell();
        }, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> forget(hook);
    }

    /** All is said and written; a process that was told to end does so now. */
    @Override
    public void close() {
        said.countDown();
    }

    private void awaitFarewell() {
        try {
            if (!said.await(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LoggerFactory.getLogger(ShutdownHooks.class).warn("work did not stop in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook is running, and waits for the end
        }
    }
}
