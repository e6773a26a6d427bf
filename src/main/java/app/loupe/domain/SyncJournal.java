package app.loupe.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sync log: every run and every request of a run, in the sealed store. Probes and tests are not kept. */
@Blocking
public interface SyncJournal {
    /** Opens a line and gives its number. */
    int begin(ConnectionId id, Instant started, SyncMode mode) throws ProblemException;

    /** Closes a line. */
    void end(ConnectionId id, int number, Instant ended, SyncReport report) throws ProblemException;

    /** Keeps the requests of a run. */
    void keep(ConnectionId id, int number, List<RequestRecord> requests) throws ProblemException;

    /** The newest runs of all own connections, newest first. */
    List<RunRecord> runs(int limit) throws ProblemException;

    /** The requests of one run, oldest first. */
    List<RequestRecord> requests(ConnectionId id, int number) throws ProblemException;

    /**
     * How often each method was called on each model by all runs, and on which hosts with which TLS: {@code model.method}
     * -> calls.
     */
    CallTotals totals() throws ProblemException;

    /** Sums over all requests ever kept. */
    record CallTotals(Map<String, Long> callsByMethod, Map<String, String> tlsByHost) {}
}
