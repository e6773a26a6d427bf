package app.loupe.ui.common;

import app.loupe.domain.Folding;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;

/** Lets a box in which nothing is typed be gone through by letters, open or not, as boxes of every system. On the FX thread. */
public final class LetterKeys {
    private LetterKeys() {}

    /** A letter chooses the next entry that begins with it, behind the chosen one; the same again the one behind that. */
    public static <T> void on(ComboBox<T> box) {
        box.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            String typed = Folding.fold(event.getCharacter());
            if (!typed.isBlank() && !event.isShortcutDown() && !event.isAltDown() && choose(box, typed)) {
                event.consume();
            }
        });
    }

    private static <T> boolean choose(ComboBox<T> box, String begin) {
        List<T> items = box.getItems();
        for (int step = 1; step <= items.size(); step++) {
            int at = Math.floorMod(box.getSelectionModel().getSelectedIndex() + step, items.size());
            if (Folding.fold(box.getConverter().toString(items.get(at))).startsWith(begin)) {
                box.getSelectionModel().select(at);
                return true;
            }
        }
        return false;
    }
}
