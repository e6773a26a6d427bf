package app.loupe.ui.common;

import javafx.beans.value.ObservableBooleanValue;

/** What a screen may do about the sync of the selected connections. Called on the FX thread; never waits. */
public interface SyncControl {
    /** Whether a sync of one of the selected connections runs now; changes on the FX thread. */
    ObservableBooleanValue running();

    /** Starts a sync of the selected connections. */
    void start();

    /** Stops it. */
    void stop();
}
