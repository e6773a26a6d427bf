package app.loupe.domain;

import java.util.List;

/** Holds the copies against what was stored of them, before somebody says that they are as in Odoo. */
@Blocking
@FunctionalInterface
public interface Examination {
    /**
     * Looks at every record of the copy of this connection, and counts those of the others. What is damaged is set aside, or marked to be read again, before this returns: a run
     * that begins afterwards fills it.
     *
     * @param id of the copy of which something is about to be said
     * @param cancel ends it within a second
     * @return what was found and the owner should know; nothing where all is as it was stored
     * @throws ProblemException CANCELLED, or why the copies could not be looked at
     */
    List<Problem> examine(ConnectionId id, CancelToken cancel) throws ProblemException;
}
