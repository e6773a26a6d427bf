package app.loupe.ui.connections;

import app.loupe.domain.Problem;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncProgress;
import app.loupe.ui.common.WorkProgress;
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
    record Syncing(SyncProgress at) implements RowState {}

    /** The deletion is under way, so far. */
    record Deleting(WorkProgress.At at) implements RowState {}

    /** How much of what is under way is done, between 0 and 1; -1 where that is not known, or nothing is under way. */
    default double fraction() {
        return switch (this) {
            case Syncing syncing -> syncing.at().total() <= 0
                    ? -1
                    : Math.min(1.0, (double) syncing.at().done() / syncing.at().total());
            case Deleting deleting -> deleting.at().fraction();
            case Resting resting -> -1;
        };
    }
}
