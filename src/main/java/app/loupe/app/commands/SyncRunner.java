package app.loupe.app.commands;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncReport;

/** Brings the copy of one connection up to date. */
@Blocking
@FunctionalInterface
public interface SyncRunner {
    /**
     * Syncs and returns how it ended; a failed run is a report, not an exception.
     *
     * @param full whether everything is read and compared again
     * @throws ProblemException when the run could not even begin (unknown connection, already running)
     */
    SyncReport run(ConnectionId id, boolean full, Watcher watcher, CancelToken cancel) throws ProblemException;

    /** Is told where the run is; called often, must not wait. */
    @FunctionalInterface
    interface Watcher {
        /**
         * Where it is.
         *
         * @param step key below {@code cli.step}, lower case with dashes: {@code invoices}, {@code journal-items}
         * @param done records of this step that are through
         * @param total records of this step; 0 while it is not known
         */
        void at(String step, long done, long total);
    }
}
