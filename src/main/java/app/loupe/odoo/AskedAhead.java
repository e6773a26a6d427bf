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
 * Sends the next request ahead on a thread of its own, while the answer before it is read, so that the server and Loupe
 * work at the same time. There is at most one such request; anything else is sent only after it has ended. Used by one
 * thread at a time, the asking one; the other thread uses only the wire and hands over the answer.
 */
final class AskedAhead {
    private final Executor thread;
    private @Nullable FutureTask<Sent> under;

    /** @param thread runs one exchange; not the thread that asks */
    AskedAhead(Executor thread) {
        this.thread = thread;
    }

    /**
     * Sends a request, unless one was sent ahead already or the gateway is closing.
     *
     * @param anotherQuestion whether its time begins now; otherwise this thread's {@link Deadline} counts
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

    /** Waits for a request under way; its answer is kept. */
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

    /** Waits without a limit of its own: an exchange ends by its deadline, and at once when the run is cancelled. */
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
