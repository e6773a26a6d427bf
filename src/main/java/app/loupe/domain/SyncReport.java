package app.loupe.domain;

import java.util.List;

/** How a run ended: exactly what the sync log and the sidebar say. */
public sealed interface SyncReport {
    /** What was done until the end. */
    SyncCounts counts();

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

    /** The owner stopped it; what it had stored stays. */
    record Cancelled(SyncCounts counts) implements SyncReport {}
}
