package app.loupe.vault;

import app.loupe.domain.Exempt;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one call into the system's keyring on a thread of its own and waits no longer than the limit. A call that hangs
 * keeps its thread until the system answers; the thread is a daemon, so that it holds up nothing.
 */
final class BoundedCall {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedCall.class);
    private static final String THREAD = "vault-1";

    private final Duration limit;

    /** Waits at most this long for each call. */
    BoundedCall(Duration limit) {
        this.limit = limit;
    }

    /**
     * Runs the call.
     *
     * @param late what to answer when the limit passed or the waiting thread was interrupted; its flag stays set
     * @param broken what to answer when the call ended with an exception or the library could not be loaded
     */
    <T> T run(Callable<T> call, T late, T broken) {
        return begin(call, late, broken).get();
    }

    /**
     * Begins the call, and gives what waits for its answer: until the limit has passed since now, whenever that is asked, and as
     * often. The rest is as for {@link #run}.
     */
    @Exempt(rule = "A12", because = "a keyring that hangs must not hold a thread that anybody else waits for")
    <T> Supplier<T> begin(Callable<T> call, T late, T broken) {
        var task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name(THREAD).start(task);
        long until = System.nanoTime() + limit.toNanos();
        return () -> {
            try {
                return task.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                task.cancel(true);
                return late;
            } catch (CancellationException wasLate) {
                return late;
            } catch (InterruptedException interrupted) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                return late;
            } catch (ExecutionException failed) {
                LOG.warn("a call into the keyring failed", failed.getCause());
                return broken;
            }
        };
    }
}
