package app.loupe.domain;

import app.loupe.domain.Connections.Notes;
import java.util.List;
import java.util.Optional;

/**
 * Remembers, sealed, which connections' deletions have begun, so that a deletion which breaks off is finished at the next start.
 * What no seal of this vault vouches for is no deletion: whoever can write to the folder deletes nothing with it.
 */
@Blocking
public interface DeletionMemory {
    /** The deletions that have begun, in the order they did; those that are left to another folder among them. */
    List<BegunDeletion> begun() throws ProblemException;

    /** Remembers durably that this one has begun, here and now; one that had begun already changes its notes. */
    void begin(ConnectionId id, Notes notes) throws ProblemException;

    /**
     * Forgets this one: it is finished, or taken back.
     *
     * @param finished what was deleted, kept in the same step; empty when it was taken back
     */
    void end(ConnectionId id, Optional<LastDeletion> finished) throws ProblemException;
}
