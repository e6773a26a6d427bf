package app.loupe.ui.invoices;

import app.loupe.ui.common.ScreenKey;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that take the last mark back and bring it back again. */
final class UndoKeys {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_WITH_Y = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private UndoKeys() {}

    /** For the sheet of keys. */
    static List<ScreenKey> all(InvoiceWords words) {
        return List.of(new ScreenKey(words.get("undo"), UNDO),
                new ScreenKey(words.get("redo"), REDO, List.of(REDO_WITH_Y)));
    }

    /** Does what they ask for, but not from a field in which something is typed, which has its own. */
    static void press(KeyEvent event, MarksViewModel marks) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (UNDO.match(event)) {
            marks.undo();
            event.consume();
        } else if (REDO.match(event) || REDO_WITH_Y.match(event)) {
            marks.redo();
            event.consume();
        }
    }
}
