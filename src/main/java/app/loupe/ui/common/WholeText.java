package app.loupe.ui.common;

import javafx.application.Platform;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;

/**
 * Chooses the whole text of a field with a list when the focus comes to it by key, as other fields do by themselves: what is typed
 * then takes the place of what stood there. A click puts the caret where it is. On the FX thread.
 */
public final class WholeText {
    private final ComboBoxBase<?> field;
    private final TextField editor;
    private boolean clicked;

    private WholeText(ComboBoxBase<?> field, TextField editor) {
        this.field = field;
        this.editor = editor;
    }

    /** From now on. */
    public static void chosenByKey(ComboBoxBase<?> field, TextField editor) {
        var text = new WholeText(field, editor);
        field.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> text.clicked = true);
        field.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> text.clicked = false);
        field.focusedProperty().subscribe(text::choose);
    }

    private void choose(boolean focused) {
        if (focused && !clicked) {
            // the toolkit gives the editor its caret, which takes the choice away, after the focus
            Platform.runLater(() -> {
                if (field.isFocused() && !clicked) {
                    editor.selectAll();
                }
            });
        }
    }
}
