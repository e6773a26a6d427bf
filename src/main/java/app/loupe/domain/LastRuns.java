package app.loupe.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the last run of each connection that has ended and says something of the copy. */
public final class LastRuns {
    private LastRuns() {}

    /**
     * The last run of each, the one with the highest number: a clock may have been wrong. None of a connection whose only runs
     * go on or never ended. A PDF that was asked for says nothing of the copy.
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
