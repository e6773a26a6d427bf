package app.loupe.domain;

import java.util.List;
import java.util.stream.Stream;

/** How a run ended: exactly what the sync log and the sidebar say. */
public sealed interface SyncReport {
    /** What was done until the end. */
    SyncCounts counts();

    /** All that there is to tell of it; what stopped it comes first. */
    List<Problem> problems();

    /** How a run ended that a problem has stopped: what was ended before its time has not failed. */
    static SyncReport ofProblem(SyncCounts counts, Problem problem) {
        return problem.code().isEnd() ? new Cancelled(counts) : new Failed(counts, problem);
    }

    /** The same of one that could be cancelled: after that, whatever stops it comes of it. */
    static SyncReport ofProblem(SyncCounts counts, Problem problem, CancelToken cancel) {
        return cancel.isCancelled() ? new Cancelled(counts) : ofProblem(counts, problem);
    }

    /** The same of a run that is not to keep to itself what was found before it. */
    default SyncReport with(List<Problem> found) {
        return switch (this) {
            case Done done -> found.isEmpty() ? done : new Partial(done.counts, found);
            case Partial partial -> new Partial(partial.counts, joined(partial.problems, found));
            case Failed failed -> new Failed(failed.counts, failed.problem, joined(failed.besides, found));
            case Cancelled cancelled -> new Cancelled(cancelled.counts, joined(cancelled.problems, found));
        };
    }

    private static List<Problem> joined(List<Problem> own, List<Problem> found) {
        return Stream.concat(own.stream(), found.stream()).distinct().toList();
    }

    /** Everything was read. */
    record Done(SyncCounts counts) implements SyncReport {
        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    /** Everything that could be read was read; the problems name the rest. */
    record Partial(SyncCounts counts, List<Problem> problems) implements SyncReport {
        /** Copies the list. */
        public Partial {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The run stopped; what it had stored stays and the next run goes on from there.
     *
     * @param problem why
     * @param besides what was found before the run, such as damage of the copy
     */
    record Failed(SyncCounts counts, Problem problem, List<Problem> besides) implements SyncReport {
        /** Copies the list. */
        public Failed {
            besides = List.copyOf(besides);
        }

        /** A run before which nothing was found. */
        public Failed(SyncCounts counts, Problem problem) {
            this(counts, problem, List.of());
        }

        @Override
        public List<Problem> problems() {
            return joined(List.of(problem), besides);
        }
    }

    /**
     * The owner stopped it, or closed what it needs; what it had stored stays.
     *
     * @param problems what was found before the run, such as damage of the copy
     */
    record Cancelled(SyncCounts counts, List<Problem> problems) implements SyncReport {
        /** Copies the list. */
        public Cancelled {
            problems = List.copyOf(problems);
        }

        /** A run before which nothing was found. */
        public Cancelled(SyncCounts counts) {
            this(counts, List.of());
        }
    }
}
