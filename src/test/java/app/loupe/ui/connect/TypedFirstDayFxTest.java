package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
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

    @Test
    void aTypedDateThatIsNoDayIsNotReplacedInSilence() {
        kit.openLoaded();
        kit.press("#welcome-connect");
        type("#address", "acme");
        Fx.await("greeted", () -> kit.seen(".note-good").size() == 1);
        type("#user", "bot@acme.example");
        type("#secret", "s3cret-key");
        kit.press("#since-from");
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
        Fx.await("added", () -> kit.connections.calls.stream().anyMatch(call -> call.startsWith("add")));
    }
}
