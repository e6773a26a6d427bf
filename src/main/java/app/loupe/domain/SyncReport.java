package app.loupe.domain;

import java.util.List;

/** How a run ended: exactly what the sync log and the sidebar say. */
public sealed interface SyncReport {
    /** What was done until the end. */
    SyncCounts counts();

    /** How a run ended that a problem has stopped: what was ended before its time has not failed. */
    static SyncReport ofProblem(SyncCounts counts, Problem problem) {
        return problem.code().isEnd() ? new Cancelled(counts) : new Failed(counts, problem);
    }

    /** The same of one that could be cancelled: after that, whatever stops it comes of it. */
    static SyncReport ofProblem(SyncCounts counts, Problem problem, CancelToken cancel) {
        return cancel.isCancelled() ? new Cancelled(counts) : ofProblem(counts, problem);
    }

    /** Everything was read. */
    record Done(SyncCounts counts) implements SyncReport {}

    /** Everything that could be read was read; the problems name the rest. */
    record Partial(SyncCounts counts, List<Problem> problems) implements SyncReport {
        /** Copies the list. */
        public Partial {
            problems = List.copyOf(problems);
        }
    }

    /** The run stopped; what it had stored stays and the next run goes on from there. */
    record Failed(SyncCounts counts, Problem problem) implements SyncReport {}

    /** The owner stopped it, or closed what it needs; what it had stored stays. */
    record Cancelled(SyncCounts counts) implements SyncReport {}
}
