package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.session.ElapsedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
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
