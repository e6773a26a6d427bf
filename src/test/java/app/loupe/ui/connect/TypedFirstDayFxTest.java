package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.Keys;
import testkit.window.WindowKit;

/** The first day of what is kept, typed into the card of a new connection. */
class TypedFirstDayFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void type(String field, String text) {
        Fx.run(() -> ((TextInputControl) kit.root().lookup(field)).setText(text));
    }

    private void opened() {
        kit.openLoaded();
        kit.press("#welcome-connect");
        type("#address", "acme");
        Fx.await("greeted", () -> kit.seen(".note-good").size() == 1);
        type("#user", "bot@acme.example");
        type("#secret", "s3cret-key");
        kit.press("#since-from");
    }

    private void enter(String field, String day) {
        Fx.run(() -> {
            var date = (DatePicker) Objects.requireNonNull(kit.find(field));
            date.requestFocus();
            date.getEditor().setText(day);
        });
        Keys.press(kit.stage(), KeyCode.ENTER);
    }

    /** The default button saves with it, or not at all. */
    @Test
    void enterTakesTheDayThatWasTyped() {
        opened();
        enter("#key-expires", "soon");
        assertThat(Fx.get(() -> kit.seen(".note-bad"))).hasSize(1);
        Fx.run(() -> ((DatePicker) kit.root().lookup("#key-expires")).getEditor().clear());
        enter("#since-date", "31/12/2099x");
        assertThat(kit.text("#since-note")).contains("This is no day");
        assertThat(Fx.get(() -> ((DatePicker) kit.root().lookup("#since-date")).getEditor().getText()))
                .isEqualTo("31/12/2099x");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("add") || call.equals("test"));

        enter("#since-date", "31.12.2024");

        Fx.await("added", () -> !kit.connections.list().isEmpty());
        assertThat(kit.connections.list().getLast().since()).isEqualTo(LocalDate.of(2024, 12, 31));
    }

    @Test
    void aTypedDateThatIsNoDayIsNotReplacedInSilence() {
        opened();
        Fx.run(() -> {
            var date = (DatePicker) Objects.requireNonNull(kit.find("#since-date"));
            date.getEditor().setText("31/12/2099x");
            date.commitValue();
        });

        kit.press("#save");

        assertThat(kit.text("#since-note")).contains("This is no day");
        assertThat(Fx.get(() -> Objects.requireNonNull(kit.stage().getScene().getFocusOwner()).getId()))
                .isEqualTo("since-date");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("add") || call.equals("test"));

        Fx.run(() -> ((DatePicker) kit.root().lookup("#since-date")).getEditor().setText("31.12.2024"));
        assertThat(Fx.get(() -> kit.seen(".note-bad"))).as("told no more while it is put right").isEmpty();
        kit.press("#save");
        Fx.await("added", () -> !kit.connections.list().isEmpty());
        assertThat(kit.connections.list().getLast().since()).isEqualTo(LocalDate.of(2024, 12, 31));
    }
}
