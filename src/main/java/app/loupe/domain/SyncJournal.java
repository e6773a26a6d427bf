package app.loupe.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The sync log: every run and every request of a run, in the sealed store. Probes and tests are not kept. What is too old
 * is dropped at the end of a later run of the same connection, but never what belongs to its newest syncs.
 */
@Blocking
public interface SyncJournal {
    /** For how long requests are kept, from the beginning of their run. */
    Duration REQUESTS_KEPT_FOR = Duration.ofDays(90);
    /** For how long runs are kept, from their beginning. */
    Duration RUNS_KEPT_FOR = Duration.ofDays(730);
    /**
     * How many of the newest runs of each connection stay with their requests, however old they are. Those that only fetched a PDF
     * do not count, and go by their age alone: no number of them takes the last syncs away.
     */
    int RUNS_ALWAYS_KEPT = 50;

    /** Opens a line of the log and returns its number. */
    int begin(ConnectionId id, Instant started, SyncMode mode) throws ProblemException;

    /** Closes a line, and drops what is too old by then. */
    void end(ConnectionId id, int number, Instant ended, SyncReport report) throws ProblemException;

    /** Keeps the requests of a run. */
    void keep(ConnectionId id, int number, List<RequestRecord> requests) throws ProblemException;

    /**
     * The newest runs of every own connection, those with the highest numbers, ordered by their beginning, newest first.
     * If a clock was wrong for a while, this order may differ from that of the numbers.
     *
     * @param each how many of each connection at most; those that only fetched a PDF are counted apart, so that no number of
     *     them hides the last sync; fewer where the others are far below the newest
     */
    List<RunRecord> runs(int each) throws ProblemException;

    /** The requests of one run, oldest first; none when they were too old. */
    List<RequestRecord> requests(ConnectionId id, int number) throws ProblemException;

    /**
     * How often each method was called on each model by the runs whose requests are kept, and on which hosts with which
     * TLS: {@code model.method} -> calls.
     */
    CallTotals totals() throws ProblemException;

    /** Sums over all requests that are kept. */
    record CallTotals(Map<String, Long> callsByMethod, Map<String, String> tlsByHost) {}
}
