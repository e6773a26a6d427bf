package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.KeyNames;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.WindowKit;

/** Keys are called as they are called on the keyboards of a language. */
class KeyNamesFxTest {
    @ParameterizedTest
    @CsvSource({"en, Ctrl+Shift+C", "de, Strg+Umschalt+C", "fr, Ctrl+Maj+C", "es, Ctrl+May\u00fas+C",
        "nl, Ctrl+Shift+C"})
    void whatIsHeldDownHasItsNameInTheLanguage(String language, String expected) {
        try (var kit = new WindowKit(Locale.of(language)).openLoaded()) {
            assertThat(Fx.<String>get(() -> KeyNames.of(
                    new KeyCodeCombination(KeyCode.C, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                    kit.wording))).isEqualTo(expected);
        }
    }

    @Test
    void theSheetOfTheWindowSaysThem() {
        try (var kit = new WindowKit(Locale.GERMANY).openLoaded()) {
            Fx.run(() -> kit.root().fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
            Fx.await("the sheet", () -> kit.find("#shortcut-sheet") != null);

            assertThat(kit.texts("#shortcut-sheet .key")).contains("Strg+F").noneMatch(key -> key.contains("Ctrl"));
        }
    }
}
