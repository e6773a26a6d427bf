package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;

/** Escape in the form of a connection closes what was opened last, and throws nothing away unasked. */
class ConnectEscapeFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.openLoaded();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void type(String field, String text) {
        Fx.run(() -> ((TextInputControl) kit.root().lookup(field)).setText(text));
    }

    private String typed(String field) {
        return Fx.get(() -> ((TextInputControl) kit.root().lookup(field)).getText());
    }

    private void escape() {
        Fx.run(() -> Objects.requireNonNull(kit.stage().getScene().getFocusOwner()).fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    }

    @Test
    void escapeThrowsNothingThatWasTypedAwayUnasked() {
        kit.press("#welcome-connect");
        type("#address", "acme");
        // the server's answer takes what is said below the form away
        Fx.await("greeted", () -> kit.find(".note-good") != null);

        escape();
        assertThat(typed("#address")).isEqualTo("acme");
        assertThat(kit.text("#form-note")).contains("Esc once more");

        type("#user", "bot2@acme.example");
        escape();
        assertThat(kit.text("#form-note")).as("typed between").contains("Esc once more");
        escape();
        Fx.await("closed", () -> kit.find("#address") == null);
    }

    @Test
    void escapeClosesAnEmptyFormAtOnce() {
        kit.press("#welcome-connect");

        escape();

        Fx.await("closed", () -> kit.find("#address") == null);
    }

    /** A list and a calendar are of one kind. */
    @Test
    void escapeClosesOnlyTheCalendarThatIsOpen() {
        kit.press("#welcome-connect");
        Fx.run(() -> {
            var day = (DatePicker) Objects.requireNonNull(kit.find("#key-expires"));
            day.requestFocus();
            day.show();
        });
        Fx.await("open", () -> kit.find("#key-expires") instanceof DatePicker day && day.isShowing());

        escape();
        Fx.await("the calendar is closed",
                () -> kit.find("#key-expires") instanceof DatePicker day && !day.isShowing());

        assertThat(Fx.get(() -> kit.find("#address"))).isNotNull();
        assertThat(kit.texts("#form-note")).isEmpty();
    }
}
