package app.loupe.sync;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees to it that a connection has one run at a time, whoever asks for it. Safe for use by several threads. */
public final class Turns {
    private final Set<ConnectionId> taken = ConcurrentHashMap.newKeySet();

    /** A turn that was taken; closing it lets the next one have it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes the turn of a connection.
     *
     * @throws ProblemException {@link ProblemCode#SYNC_ALREADY_RUNNING} when a run is under way
     */
    Turn take(ConnectionId id) throws ProblemException {
        if (!taken.add(id)) {
            throw ProblemException.of(ProblemCode.SYNC_ALREADY_RUNNING);
        }
        return () -> taken.remove(id);
    }
}
