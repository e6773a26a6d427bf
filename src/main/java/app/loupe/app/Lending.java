package app.loupe.app;

import app.loupe.domain.Blocking;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts what is lent of an open Loupe, so that it is not closed under a command. Used by any thread. */
final class Lending {
    private static final int ALL = Integer.MAX_VALUE;

    private final Semaphore left = new Semaphore(ALL);
    private volatile boolean ended;

    /**
     * Lends once more.
     *
     * @return what gives it back, also when it is run again; empty when nothing is lent any more
     */
    Optional<Runnable> take() {
        if (!left.tryAcquire()) {
            return Optional.empty();
        }
        var returned = new AtomicBoolean();
        Runnable giveBack = () -> {
            if (returned.compareAndSet(false, true)) {
                left.release();
            }
        };
        if (ended) {
            giveBack.run();
            return Optional.empty();
        }
        return Optional.of(giveBack);
    }

    /** Lends nothing from now on. */
    void end() {
        ended = true;
    }

    /**
     * Waits after the {@link #end} until all is back.
     *
     * @return whether it came back in this time
     */
    @Blocking
    boolean isBackWithin(Duration limit) throws InterruptedException {
        return left.tryAcquire(ALL, limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
