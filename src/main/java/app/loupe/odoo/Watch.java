package app.loupe.odoo;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends one exchange that takes too long, drips, or is no longer wanted, by closing its socket from another thread: the
 * timeouts of HTTP clients do not cover the body.
 */
final class Watch implements AutoCloseable {
    /** Why an exchange goes on or was ended. */
    enum State {
        GOING_ON,
        TOO_LONG,
        TOO_SLOW,
        CANCELLED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.GOING_ON);
    private final AtomicLong received = new AtomicLong(-1);
    private final AtomicLong receivedBefore = new AtomicLong(-1);
    private final long leastBytes;
    private final Runnable abort;
    private final ScheduledFuture<?> deadline;
    private final ScheduledFuture<?> throughput;
    private final CancelToken.Registration registration;

    /**
     * Watches from now on.
     *
     * @param whole how long the exchange may take
     * @throws ProblemException {@link ProblemCode#FILES_CLOSED} once the gateway is closed: its timer takes nothing any more
     */
    Watch(Limits limits, Duration whole, ScheduledExecutorService timer, CancelToken cancel, Runnable abort)
            throws ProblemException {
        this.leastBytes = limits.leastBytes();
        this.abort = abort;
        long window = limits.window().toMillis();
        try {
            deadline = timer.schedule(() -> end(State.TOO_LONG), whole.toNanos(), TimeUnit.NANOSECONDS);
            throughput = timer.scheduleWithFixedDelay(this::judge, window, window, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            throw new ProblemException(Problem.of(ProblemCode.FILES_CLOSED), closing);
        }
        registration = cancel.onCancel(() -> end(State.CANCELLED));
    }

    private void end(State why) {
        if (state.compareAndSet(State.GOING_ON, why)) {
            abort.run();
        }
    }

    /** Judges only bodies: a server may think for long before it answers. */
    private void judge() {
        long now = received.get();
        long before = receivedBefore.getAndSet(now);
        if (before >= 0 && now - before < leastBytes) {
            end(State.TOO_SLOW);
        }
    }

    /** The body begins, or so many bytes of it (as sent) have arrived. */
    void progress(long bytes) {
        received.set(bytes);
    }

    State state() {
        return state.get();
    }

    @Override
    public void close() {
        registration.close();
        deadline.cancel(false);
        throughput.cancel(false);
    }
}
