package app.loupe.ui.shell;

import app.loupe.session.ElapsedTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * Decides when the window locks by itself: when no key, pointer or finger has touched any window of the program for a time.
 * The time a computer sleeps counts, also when a touch is what comes first afterwards: it locks, and does nothing else. On the FX thread.
 */
public final class IdleLock implements AutoCloseable {
    /** Told also when nobody does anything: a row of a list comes under a pointer that rests. */
    private static final Set<EventType<?>> PASSING = Set.of(MouseEvent.MOUSE_ENTERED, MouseEvent.MOUSE_ENTERED_TARGET,
            MouseEvent.MOUSE_EXITED, MouseEvent.MOUSE_EXITED_TARGET);

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
    private Point2D pointer = new Point2D(Double.NaN, Double.NaN);

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
        if (!isTouch(event)) {
            return;
        }
        if (isOver()) {
            event.consume();
        }
        look();
        last = time.now();
    }

    /** Whether somebody did it. A system tells a move to the same place when what is on the screen changes. */
    private boolean isTouch(InputEvent event) {
        if (!(event instanceof MouseEvent mouse)) {
            return true;
        }
        if (PASSING.contains(mouse.getEventType())) {
            return false;
        }
        Point2D before = pointer;
        pointer = new Point2D(mouse.getScreenX(), mouse.getScreenY());
        return mouse.getEventType() != MouseEvent.MOUSE_MOVED || !pointer.equals(before);
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
