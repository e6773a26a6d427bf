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

    /** What is lent once. */
    @FunctionalInterface
    interface Loan {
        /** Gives it back; nothing more happens when that is done again. */
        void giveBack();

        /** Whether it is waited for: it is lent to nobody any more. */
        default boolean isAskedBack() {
            return false;
        }
    }

    /**
     * Lends once more.
     *
     * @return to be given back; empty when nothing is lent any more
     */
    Optional<Loan> take() {
        if (!left.tryAcquire()) {
            return Optional.empty();
        }
        var returned = new AtomicBoolean();
        var loan = new Loan() {
            @Override
            public void giveBack() {
                if (returned.compareAndSet(false, true)) {
                    left.release();
                }
            }

            @Override
            public boolean isAskedBack() {
                return ended;
            }
        };
        if (ended) {
            loan.giveBack();
            return Optional.empty();
        }
        return Optional.of(loan);
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
