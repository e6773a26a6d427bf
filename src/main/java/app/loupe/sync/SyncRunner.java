package app.loupe.sync;

import app.loupe.domain.SyncMode;
import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncReport;
import java.util.function.Consumer;

/** Brings the copy of one connection up to date: all that window and command line know of the sync. */
@Blocking
@FunctionalInterface
public interface SyncRunner {
    /**
     * Runs one sync and waits for its end.
     *
     * @param cancel ends the run within a second; it is then reported as {@link SyncReport.Cancelled}
     * @param progress told where the run is, on the calling thread, at least once per page; must not wait
     * @return how it ended; {@link SyncReport.Failed} with {@link ProblemCode#SYNC_ALREADY_RUNNING} when a run of this
     *     connection is under way. A failed run is a report, not an exception.
     * @throws ProblemException when the run could not even begin
     */
    SyncReport run(ConnectionId id, SyncMode mode, CancelToken cancel, Consumer<SyncProgress> progress)
            throws ProblemException;
}
