package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.session.ElapsedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.window.Clicks;
import testkit.window.Fx;

/** The time without a touch, by a clock that only the test moves. */
class IdleLockFxTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ElapsedTime time = new ElapsedTime(() -> Instant.EPOCH.plusNanos(nanos.get()), nanos::get);
    private final SimpleObjectProperty<Optional<Duration>> after = new SimpleObjectProperty<>(
            Optional.of(Duration.ofMinutes(5)));
    private final ObservableList<Window> windows = FXCollections.observableArrayList();
    private int locks;

    private IdleLock idle() {
        return Fx.get(() -> {
            windows.add(new Stage());
            return new IdleLock(time, windows, after, () -> locks++);
        });
    }

    private void pass(IdleLock idle, Duration span) {
        nanos.addAndGet(span.toNanos());
        Fx.run(idle::look);
    }

    private static void touch(Window window, InputEvent event) {
        Fx.run(() -> Event.fireEvent(window, event));
    }

    private static KeyEvent key() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false);
    }

    @Test
    void locksWhenTheTimeIsOverAndNotBefore() {
        IdleLock idle = idle();
        pass(idle, Duration.ofSeconds(299));
        assertThat(locks).isZero();

        pass(idle, Duration.ofSeconds(1));
        assertThat(locks).isEqualTo(1);
        pass(idle, Duration.ofSeconds(15));
        assertThat(locks).as("once for one time").isEqualTo(1);
    }

    @Test
    void everyTouchOfAnyWindowBeginsTheTimeAnew() {
        IdleLock idle = idle();
        Window later = Fx.get(Popup::new);
        Fx.run(() -> windows.add(later));
        pass(idle, Duration.ofMinutes(4));
        touch(windows.getFirst(), key());
        pass(idle, Duration.ofMinutes(4));
        touch(later, Clicks.primary());
        pass(idle, Duration.ofMinutes(4));
        assertThat(locks).isZero();

        pass(idle, Duration.ofMinutes(1));
        assertThat(locks).isEqualTo(1);
    }

    /** As rows of a table that a sync replaces: JavaFX tells the window that the pointer has entered another one. */
    @Test
    void whatComesUnderARestingPointerIsNoTouch() {
        Stage stage = Fx.get(() -> {
            var made = new Stage();
            made.setScene(new Scene(new StackPane(new StackPane()), 300, 200));
            made.show();
            windows.add(made);
            return made;
        });
        IdleLock idle = Fx.get(() -> new IdleLock(time, windows, after, () -> locks++));
        StackPane root = Fx.get(() -> (StackPane) stage.getScene().getRoot());
        Fx.run(() -> new Robot().mouseMove(stage.getX() + stage.getScene().getX() + 100,
                stage.getY() + stage.getScene().getY() + 100));
        Fx.await("the pointer is there", () -> root.getChildren().getFirst().isHover());

        pass(idle, Duration.ofMinutes(4));
        var other = new StackPane();
        Fx.run(() -> root.getChildren().setAll(other));
        Fx.await("another one is there", other::isHover);
        pass(idle, Duration.ofMinutes(1));

        assertThat(locks).isEqualTo(1);
        Fx.run(stage::hide);
    }

    private static MouseEvent pointer(EventType<MouseEvent> type, double at) {
        return new MouseEvent(type, at, at, at, at, MouseButton.NONE, 0, false, false, false, false, false, false,
                false, false, false, true, null);
    }

    static List<InputEvent> whatNobodyDid() {
        return List.of(pointer(MouseEvent.MOUSE_ENTERED, 7), pointer(MouseEvent.MOUSE_ENTERED_TARGET, 7),
                pointer(MouseEvent.MOUSE_EXITED, 7), pointer(MouseEvent.MOUSE_EXITED_TARGET, 7),
                // Windows tells it when another window goes
                pointer(MouseEvent.MOUSE_MOVED, 5));
    }

    @ParameterizedTest
    @MethodSource("whatNobodyDid")
    void whatNobodyDidIsNoTouch(InputEvent event) {
        IdleLock idle = idle();
        touch(windows.getFirst(), pointer(MouseEvent.MOUSE_MOVED, 5));
        pass(idle, Duration.ofMinutes(4));
        touch(windows.getFirst(), event);
        pass(idle, Duration.ofMinutes(1));

        assertThat(locks).isEqualTo(1);
    }

    static List<InputEvent> touches() {
        return List.of(key(), pointer(MouseEvent.MOUSE_MOVED, 6), pointer(MouseEvent.MOUSE_DRAGGED, 5),
                pointer(MouseEvent.MOUSE_PRESSED, 5), pointer(MouseEvent.MOUSE_RELEASED, 5),
                new ScrollEvent(ScrollEvent.SCROLL, 5, 5, 5, 5, false, false, false, false, false, false, 0, 9, 0, 9,
                        ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                        null));
    }

    @ParameterizedTest
    @MethodSource("touches")
    void whateverSomebodyDoesIsATouch(InputEvent event) {
        IdleLock idle = idle();
        touch(windows.getFirst(), pointer(MouseEvent.MOUSE_MOVED, 5));
        pass(idle, Duration.ofMinutes(4));
        touch(windows.getFirst(), event);
        pass(idle, Duration.ofMinutes(4));

        assertThat(locks).isZero();
    }

    @Test
    void neverMeansNever() {
        after.set(Optional.empty());
        IdleLock idle = idle();
        pass(idle, Duration.ofDays(3));
        assertThat(locks).isZero();

        after.set(Optional.of(Duration.ofHours(1)));
        pass(idle, Duration.ZERO);
        assertThat(locks).isEqualTo(1);
    }

    @Test
    void aComputerThatSleptIsLockedWhenItWakes() {
        var wall = new AtomicLong();
        var asleep = new ElapsedTime(() -> Instant.EPOCH.plusNanos(wall.get()), nanos::get);
        IdleLock idle = Fx.get(() -> new IdleLock(asleep, windows, after, () -> locks++));
        // the clock of the processor stood still
        wall.addAndGet(Duration.ofHours(8).toNanos());

        Fx.run(idle::look);
        assertThat(locks).isEqualTo(1);
    }

    @Test
    void theFirstTouchAfterASleepLocksAndDoesNothingElse() {
        idle();
        var reached = new ArrayList<InputEvent>();
        Fx.run(() -> windows.getFirst().addEventHandler(KeyEvent.ANY, reached::add));
        nanos.addAndGet(Duration.ofHours(8).toNanos());

        touch(windows.getFirst(), key());
        assertThat(locks).isEqualTo(1);
        assertThat(reached).as("what is behind the lock does not hear it").isEmpty();

        touch(windows.getFirst(), key());
        assertThat(locks).as("once for one sleep").isEqualTo(1);
        assertThat(reached).hasSize(1);
    }

    @Test
    void afterItsEndNobodyIsWatched() {
        IdleLock idle = idle();
        Fx.run(idle::close);
        pass(idle, Duration.ofMinutes(4));
        touch(windows.getFirst(), key());
        pass(idle, Duration.ofMinutes(1));
        assertThat(locks).as("the touch was not seen").isEqualTo(1);
    }
}
