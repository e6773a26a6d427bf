package testkit;

import app.loupe.ui.common.SyncControl;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** A sync that runs when it is told to, and does nothing. */
public final class IdleSync implements SyncControl {
    private final SimpleBooleanProperty running = new SimpleBooleanProperty();

    @Override
    public ObservableBooleanValue running() {
        return running;
    }

    @Override
    public void start() {
        running.set(true);
    }

    @Override
    public void stop() {
        running.set(false);
    }
}
