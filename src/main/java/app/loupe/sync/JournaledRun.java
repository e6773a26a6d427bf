package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.FailureCode;
import app.loupe.domain.Logging;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run in the sync log, from the line that it begins with to what its end says. For the thread of the run. */
@Blocking
final class JournaledRun {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledRun.class);

    private final SyncJournal journal;
    private final InstantSource clock;
    private final ConnectionId id;
    private final Instant began;
    private final int number;
    private final RunLog log;

    private JournaledRun(SyncJournal journal, InstantSource clock, ConnectionId id, Instant began, int number) {
        this.journal = journal;
        this.clock = clock;
        this.id = id;
        this.began = began;
        this.number = number;
        this.log = new RunLog(journal, id, number);
    }

    /** Begins a line. */
    static JournaledRun begin(SyncJournal journal, InstantSource clock, ConnectionId id, SyncMode mode)
            throws ProblemException {
        Instant began = clock.instant();
        return new JournaledRun(journal, clock, id, began, journal.begin(id, began, mode));
    }

    /** Where its requests are noted. */
    RunLog log() {
        return log;
    }

    /**
     * Writes how it ended.
     *
     * @return the same, or why that could not be written; what the run has done it has done all the same
     */
    SyncReport end(SyncReport report) {
        Logging.attempt(() -> LOG.info("sync {} run {}: {} {}", id, number, report.getClass().getSimpleName(),
                report.counts()));
        try {
            log.keep();
            Instant now = clock.instant();
            journal.end(id, number, now.isBefore(began) ? began : now, report);
            return report;
        } catch (ProblemException unwritable) {
            Logging.attempt(() -> LOG.warn("sync {} run {}: the log could not be written: {}", id, number,
                    unwritable.getMessage()));
            return SyncReport.ofProblem(report.counts(), unwritable.problem()).with(report.problems());
        }
    }

    /** Writes the end that a failure made, which goes on to the caller itself: the log must not show a run without an end. */
    void fail(Throwable failure, SyncCounts counts, CancelToken cancel) {
        try {
            end(failure instanceof ProblemException known
                    ? SyncReport.ofProblem(counts, known.problem(), cancel)
                    : new SyncReport.Failed(counts, FailureCode.of(failure).problem()));
        } catch (RuntimeException | Error unwritten) {
            if (!unwritten.equals(failure)) {
                failure.addSuppressed(unwritten);
            }
        }
    }
}
