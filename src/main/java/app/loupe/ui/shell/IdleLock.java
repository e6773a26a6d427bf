package app.loupe.ui.shell;

import app.loupe.session.ElapsedTime;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/**
 * Decides when the window locks by itself: when no key, pointer or finger has touched any window of the program for a time.
 * The time a computer sleeps counts, also when a touch is what comes first afterwards: it locks, and does nothing else. On the FX thread.
 */
public final class IdleLock implements AutoCloseable {
    private final ElapsedTime time;
    private final ObservableList<Window> windows;
    private final ObservableValue<Optional<Duration>> after;
    private final Runnable lock;
    private final EventHandler<InputEvent> touched = this::touched;
    private final ListChangeListener<Window> follow = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::watch);
        }
    };
    private Duration last;

    /**
     * Counts from now on.
     *
     * @param windows of the program, also those that will open: {@link Window#getWindows}
     * @param after how long without a touch; empty for never
     */
    public IdleLock(ElapsedTime time, ObservableList<Window> windows, ObservableValue<Optional<Duration>> after,
            Runnable lock) {
        this.time = time;
        this.windows = windows;
        this.after = after;
        this.lock = lock;
        last = time.now();
        windows.forEach(this::watch);
        windows.addListener(follow);
    }

    private void watch(Window window) {
        window.addEventFilter(InputEvent.ANY, touched);
    }

    private void touched(InputEvent event) {
        if (isOver()) {
            event.consume();
        }
        look();
        last = time.now();
    }

    private boolean isOver() {
        Duration idle = time.now().minus(last);
        return after.getValue().filter(limit -> idle.compareTo(limit) >= 0).isPresent();
    }

    /** Locks when the time is over; asked every few seconds. */
    public void look() {
        if (isOver()) {
            last = time.now();
            lock.run();
        }
    }

    @Override
    public void close() {
        windows.removeListener(follow);
        windows.forEach(window -> window.removeEventFilter(InputEvent.ANY, touched));
    }
}
