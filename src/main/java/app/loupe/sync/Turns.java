package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.HashMap;
import java.util.Map;

/**
 * Sees to it that a connection has one run at a time, whoever asks for it. A second sync is refused; a sync waits for a fetch,
 * which is short, and a fetch for a sync. Safe for use by several threads.
 */
public final class Turns {
    /** How often who waits looks whether it was cancelled. */
    private static final long LOOK_MILLIS = 100;

    private final Map<ConnectionId, Kind> taken = new HashMap<>();

    /** What is done in a turn. */
    enum Kind {
        SYNC,
        FETCH
    }

    /** A turn that was taken; closing it lets the next one have it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes the turn of a connection, as soon as it is free.
     *
     * @throws ProblemException {@link ProblemCode#SYNC_ALREADY_RUNNING} for a sync while one is under way, CANCELLED
     */
    @Blocking
    Turn take(ConnectionId id, Kind kind, CancelToken cancel) throws ProblemException {
        synchronized (taken) {
            while (taken.containsKey(id)) {
                if (kind == Kind.SYNC && taken.get(id) == Kind.SYNC) {
                    throw ProblemException.of(ProblemCode.SYNC_ALREADY_RUNNING);
                }
                cancel.check();
                await();
            }
            taken.put(id, kind);
        }
        return () -> free(id);
    }

    private void await() throws ProblemException {
        try {
            taken.wait(LOOK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED);
        }
    }

    private void free(ConnectionId id) {
        synchronized (taken) {
            taken.remove(id);
            taken.notifyAll();
        }
    }
}
