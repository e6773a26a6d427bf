package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.WindowKit;

/** Texts become larger and smaller by the sign that is on the key, wherever the keyboard has it. */
class TextSizeKeysFxTest {
    @ParameterizedTest
    @CsvSource({"PLUS, false, 1", "PLUS, true, 1", "EQUALS, false, 1", "EQUALS, true, 1", "ADD, false, 1",
        "MINUS, false, -1", "MINUS, true, -1", "SUBTRACT, false, -1", "DIGIT0, false, 0", "DIGIT0, true, 0",
        "NUMPAD0, false, 0"})
    void everySuchKeyServes(KeyCode key, boolean shift, int steps) {
        try (var kit = new WindowKit().openLoaded()) {
            Fx.run(() -> kit.root()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, true, false, false)));

            assertThat(Fx.get(() -> kit.resized)).containsExactly(steps);
        }
    }
}
