package app.loupe.app;

import app.loupe.app.commands.Interrupts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Hears Ctrl+C through the virtual machine's shutdown, and holds that back until the work has said how far it came. */
final class ShutdownHooks implements Interrupts {
    /** A cancelled run ends within a second; the rest is for a slow disk. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    @Override
    public Watch watch(Runnable onInterrupt) {
        var over = new CountDownLatch(1);
        var hook = new Thread(() -> {
            onInterrupt.run();
            await(over);
        }, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            over.countDown();
            forget(hook);
        };
    }

    private static void await(CountDownLatch over) {
        try {
            if (!over.await(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
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
            // the hook is running: it has just been released
        }
    }
}
