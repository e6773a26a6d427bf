package app.loupe.ui.connections;

import app.loupe.sync.SyncProgress;

/** Where a run tells how far it is; called on the run's own thread, as often as it likes. */
@FunctionalInterface
public interface ProgressSink {
    /** The step, how many of its records are through, and how many there will be. */
    void progress(SyncProgress at);
}
