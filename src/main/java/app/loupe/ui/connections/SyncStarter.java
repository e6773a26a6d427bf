package app.loupe.ui.connections;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncReport;

/** Runs one sync of one connection and returns when it has ended: all that the window knows of the sync. */
@Blocking
@FunctionalInterface
public interface SyncStarter {
    /** Brings what is new; stops within a second when cancelled and then reports {@link SyncReport.Cancelled}. */
    SyncReport start(ConnectionId id, CancelToken cancel, ProgressSink sink) throws ProblemException;
}
