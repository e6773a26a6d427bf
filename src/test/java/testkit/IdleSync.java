package testkit;

import app.loupe.domain.Problem;
import app.loupe.ui.common.SyncControl;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** A sync that runs when it is told to, and does nothing. */
public final class IdleSync implements SyncControl {
    private final SimpleBooleanProperty running = new SimpleBooleanProperty();
    private final Optional<Problem> failure;

    /** Nothing failed. */
    public IdleSync() {
        this(Optional.empty());
    }

    private IdleSync(Optional<Problem> failure) {
        this.failure = failure;
    }

    /** The last run failed with this. */
    public static IdleSync failed(Problem why) {
        return new IdleSync(Optional.of(why));
    }

    @Override
    public ObservableBooleanValue running() {
        return running;
    }

    @Override
    public ObservableValue<Optional<Problem>> failure() {
        return new SimpleObjectProperty<>(failure);
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
