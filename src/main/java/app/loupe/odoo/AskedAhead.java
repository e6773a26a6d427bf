package app.loupe.odoo;

import app.loupe.domain.Deadline;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The one request that is sent, on a thread of its own, before it is asked for, while the answer before it is read: so the server works
 * while we do. There is never more than one, and whoever wants to send anything else waits first until it is through. Used by
 * one thread at a time, the one that asks; the other one touches nothing but the wire and hands over what came.
 */
final class AskedAhead {
    private final Executor thread;
    private @Nullable FutureTask<Sent> under;

    /** @param thread runs one exchange; not the thread that asks */
    AskedAhead(Executor thread) {
        this.thread = thread;
    }

    /**
     * Sends a request, unless one is there already, or the gateway is closing.
     *
     * @param anotherQuestion whether its time begins now; else it is that of this thread's {@link Deadline}
     */
    void send(Callable<Sent> exchange, boolean anotherQuestion) {
        if (under != null) {
            return;
        }
        Deadline.Work<Sent, Exception> carried = anotherQuestion
                ? Deadline.anew(() -> Deadline.carried(exchange::call))
                : Deadline.carried(exchange::call);
        var task = new FutureTask<Sent>(carried::run);
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closing) {
            return;
        }
        under = task;
    }

    /** Waits until nothing is under way any more. What came is kept. */
    void settle() {
        if (under != null) {
            await(under);
        }
    }

    /** Waits for what was sent, and forgets it; empty when nothing was. */
    Optional<Sent> take() {
        FutureTask<Sent> taken = under;
        under = null;
        return taken == null ? Optional.empty() : Optional.of(await(taken));
    }

    /** An exchange ends by its own deadline, and at once when the run is cancelled: it is waited for whatever comes. */
    private static Sent await(FutureTask<Sent> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException unexpected -> throw unexpected;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
