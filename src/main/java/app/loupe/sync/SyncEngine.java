package app.loupe.sync;

import app.loupe.domain.SyncMode;
import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a sync and says how it ended. Different connections may run at the same time on different threads, one connection
 * never twice. Whatever a run has stored stays, however it ends; the next run goes on from there.
 */
public final class SyncEngine implements SyncRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    private final SyncPorts ports;
    private final InstantSource clock;
    private final Pause pause;
    private final Executor fetcher;
    private final Turns turns;

    /**
     * An engine.
     *
     * @param clock only for the log and for "synced at": what is read is decided by the server's times alone
     * @param pause how to wait for a busy server
     * @param turns of all who run something
     * @param fetcher runs one request per running sync beside the storing; must not be the thread that calls
     *     {@link #run} unless it runs tasks at once
     */
    public SyncEngine(SyncPorts ports, InstantSource clock, Pause pause, Turns turns, Executor fetcher) {
        this.ports = ports;
        this.clock = clock;
        this.pause = pause;
        this.turns = turns;
        this.fetcher = fetcher;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A run that was refused because another is under way leaves no line in the log, nor does a comparison before which the
     * copy could not be examined. Expected failures are never
     * thrown; whatever else is, is {@link ProblemCode#UNEXPECTED} in the log.
     */
    @Override
    @Blocking
    public SyncReport run(ConnectionId id, SyncMode mode, CancelToken cancel, Consumer<SyncProgress> progress) {
        try (var _ = turns.take(id, Turns.Kind.SYNC, cancel)) {
            return journaled(id, mode, cancel, progress);
        } catch (ProblemException noTurn) {
            return SyncReport.ofProblem(SyncCounts.NONE, noTurn.problem(), cancel);
        }
    }

    private SyncReport journaled(ConnectionId id, SyncMode mode, CancelToken cancel,
            Consumer<SyncProgress> progress) {
        JournaledRun run;
        List<Problem> found = List.of();
        try {
            found = examine(id, mode, cancel, progress);
            run = JournaledRun.begin(ports.journal(), clock, id, mode);
        } catch (ProblemException unwritable) {
            return SyncReport.ofProblem(SyncCounts.NONE, unwritable.problem(), cancel).with(found);
        }
        var tally = new RunTally();
        SyncReport report;
        try {
            report = attempt(id, mode, cancel, progress, run.log(), tally);
        } catch (RuntimeException | Error unexpected) {
            run.fail(unexpected, tally.counts(run.log().count()), cancel);
            throw unexpected;
        }
        return run.end(report.with(found));
    }

    /**
     * A comparison holds most records against the hash that was noted with them, never their columns: those are looked at
     * before. Also before the run is in the log: a file that is set aside takes its log along, and refuses the runs that were
     * filling it.
     */
    private List<Problem> examine(ConnectionId id, SyncMode mode, CancelToken cancel, Consumer<SyncProgress> progress)
            throws ProblemException {
        if (mode != SyncMode.VERIFY) {
            return List.of();
        }
        // it may take minutes, in which nobody connects to anything
        progress.accept(new SyncProgress(SyncProgress.Step.EXAMINING, 0, 0));
        return ports.examination().examine(id, cancel);
    }

    private SyncReport attempt(ConnectionId id, SyncMode mode, CancelToken cancel, Consumer<SyncProgress> progress,
            RunLog log, RunTally tally) {
        var patience = new Patience(pause, cancel, new SplittableRandom(), System::nanoTime);
        var pages = new Pages(fetcher, patience, cancel);
        try {
            new Run(ports, clock, pages, log, tally, new RunSteps(progress, log)).run(id, mode, cancel);
            return tally.complete(log.count());
        } catch (ProblemException stopped) {
            secure(id);
            return SyncReport.ofProblem(tally.counts(log.count()), stopped.problem(), cancel);
        }
    }

    /** What was stored before the run stopped is on disk before its end is told. */
    private void secure(ConnectionId id) {
        try {
            ports.copy().flush();
        } catch (ProblemException again) {
            LOG.warn("sync {}: flushing failed: {}", id, again.getMessage());
        }
    }
}
