package app.loupe.ui.common;

import app.loupe.domain.Problem;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** What a screen may do about the sync of the selected connections. Called on the FX thread; never waits. */
public interface SyncControl {
    /** Whether a sync of one of the selected connections runs now; changes on the FX thread. */
    ObservableBooleanValue running();

    /** Why the last run of a selected connection failed; empty when none did, or it runs again. Changes on the FX thread. */
    ObservableValue<Optional<Problem>> failure();

    /** Starts a sync of the selected connections. */
    void start();

    /** Stops it. */
    void stop();
}
