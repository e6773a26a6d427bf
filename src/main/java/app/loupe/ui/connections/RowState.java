package app.loupe.ui.connections;

import app.loupe.domain.Problem;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncProgress;
import org.jspecify.annotations.Nullable;

/** What a connection is doing, as its row in the sidebar says. */
sealed interface RowState {
    /** Nothing; the last report is null when there was no run. */
    record Resting(@Nullable SyncReport last) implements RowState {
        /** The problem that the owner should fix, if any. */
        @Nullable
        Problem problem() {
            return last instanceof SyncReport.Failed failed ? failed.problem() : null;
        }
    }

    /** A run is under way. */
    record Syncing(SyncProgress at) implements RowState {
        /** How much of the step is done, between 0 and 1, or -1 as long as its total is not known. */
        double fraction() {
            return at.total() <= 0 ? -1 : Math.min(1.0, (double) at.done() / at.total());
        }
    }

    /** The deletion is under way. */
    record Deleting() implements RowState {}
}
