package app.loupe.domain;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one thread ask another to stop. Work looks at it between records and registers what must be aborted at once (an
 * HTTP exchange). Safe for use by several threads.
 */
public final class CancelToken {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final ConcurrentHashMap<Object, Runnable> aborts = new ConcurrentHashMap<>();

    /** Stops the work: runs every registered abort, each in any case, and none of them twice. */
    public void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            InAnyCase.all(aborts.keySet().stream().map(key -> (Runnable) () -> abort(key)).toList());
        }
    }

    /** Whether somebody asked to stop. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /**
     * Ends the work here when it was cancelled.
     *
     * @throws ProblemException {@link ProblemCode#CANCELLED}
     */
    public void check() throws ProblemException {
        if (isCancelled()) {
            throw ProblemException.of(ProblemCode.CANCELLED);
        }
    }

    /**
     * Runs the abort when cancelled, at once when that has already happened, here or on the thread that cancels; close the handle
     * when the work is over.
     */
    public Registration onCancel(Runnable abort) {
        var key = new Object();
        aborts.put(key, abort);
        if (isCancelled()) {
            abort(key);
        }
        return () -> aborts.remove(key);
    }

    /** Whoever takes it out runs it: one that comes while the work is being stopped is seen by both sides. */
    private void abort(Object key) {
        Runnable abort = aborts.remove(key);
        if (abort != null) {
            abort.run();
        }
    }

    /** Ends a registration. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
