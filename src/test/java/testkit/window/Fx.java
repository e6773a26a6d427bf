package testkit.window;

import app.loupe.ui.common.Background;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;

/** Runs code on the FX thread and waits for what it brings about; starts the toolkit at first use. */
public final class Fx {
    private static final long LIMIT_SECONDS = 120;
    private static final long STEP_NANOS = 2_000_000;
    /** A height that follows a width, and what stands on it. */
    private static final int LAYOUT_PASSES = 3;

    static {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            // another test has started it
        }
        Platform.setImplicitExit(false);
    }

    private Fx() {}

    /** The result of a piece of work on the FX thread. */
    public static <T> T get(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | AssertionError failed) {
                result.completeExceptionally(failed);
            }
        });
        try {
            return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("on the FX thread: " + e.getCause(), e);
        }
    }

    /** Does a piece of work on the FX thread. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Ends a look at nodes from any other thread: beside a pulse it answers wrongly, or fails, now and then. */
    public static void demandFx() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("nodes are looked at on the FX thread only");
        }
    }

    /**
     * Lays out what was changed before on the FX thread. Whoever asserts about widths, cut texts or what cells show calls
     * it first: otherwise a pulse decides whether the test sees the old cells.
     */
    public static void layOut(Parent root) {
        run(() -> laidOut(root));
    }

    /** The same on the FX thread, for those who look for nodes: some are there only when their owner has its skin. */
    public static Parent laidOut(Parent root) {
        demandFx();
        for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
            root.applyCss();
            root.layout();
        }
        return root;
    }

    /** Waits until something holds on the FX thread; fails only when it never comes true: the limit is far above what a busy machine takes. */
    public static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!get(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    /** Waits until a window reads nothing more in its background, and has shown what it read. */
    public static void awaitQuiet(Background background) {
        var quiet = new AtomicBoolean();
        run(() -> background.whenQuiet(() -> quiet.set(true)));
        await("nothing is read any more", quiet::get);
    }

    /**
     * Waits until nothing holds these any more. Collecting stops the FX thread, too, which has to let go of them: it gets as much
     * time for that as each collection takes.
     */
    public static void awaitCollected(String what, Collection<? extends Reference<?>> gone) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!gone.stream().allMatch(one -> one.refersTo(null))) {
            long began = System.nanoTime();
            if (began > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            System.gc();
            LockSupport.parkNanos(Math.max(STEP_NANOS, System.nanoTime() - began));
            run(() -> {});
        }
    }
}
