package app.loupe.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the last run of each connection that has ended and tells something about the copy. */
public final class LastRuns {
    private LastRuns() {}

    /**
     * The last run of each connection: the one with the highest number, because clocks may have been wrong. A connection
     * none of whose runs has ended has none. Runs that only fetched a PDF tell nothing about the copy and do not count.
     */
    public static Map<ConnectionId, RunRecord> of(List<RunRecord> runs) {
        var last = new HashMap<ConnectionId, RunRecord>();
        for (RunRecord run : runs) {
            if (run.report() != null && run.mode() != SyncMode.ORIGINAL) {
                last.merge(run.connection(), run, (one, other) -> one.number() > other.number() ? one : other);
            }
        }
        return last;
    }
}
