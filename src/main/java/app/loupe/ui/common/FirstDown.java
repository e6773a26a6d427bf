package app.loupe.ui.common;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lets the first Down in a table select the first row: the toolkit puts the focus there without selecting it, and would
 * go on to the second. On the FX thread.
 */
public final class FirstDown {
    private final TableView<?> table;
    private boolean fresh = true;

    /** For this table; once something was selected, Down goes on from there. */
    public FirstDown(TableView<?> table) {
        this.table = table;
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> fresh &= index.intValue() < 0);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Whether nothing was selected yet. */
    public boolean isFresh() {
        return fresh;
    }

    /** The table shows something else: its first row is first again. */
    public void restart() {
        fresh = true;
        table.getFocusModel().focus(table.getItems().isEmpty() ? -1 : 0);
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && event.getCode() == KeyCode.DOWN && fresh && table.getSelectionModel().isEmpty()
                && !table.getItems().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0);
            table.scrollTo(0);
            event.consume();
        }
    }
}
