package app.loupe.ui.common;

import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Opens the menu of a table's rows by the keyboard at the row that the next arrow key goes on from: the toolkit would open it
 * in the middle of the table, and on Linux not at all. On the FX thread.
 */
public final class MenuAtRow {
    private final TableView<?> table;
    private final ContextMenu menu;

    private MenuAtRow(TableView<?> table, ContextMenu menu) {
        this.table = table;
        this.menu = menu;
    }

    /** Lets the keys that ask for a menu open this one, which is the table's. */
    public static void on(TableView<?> table, ContextMenu menu) {
        var keys = new MenuAtRow(table, menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, keys::request);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown())) {
            open();
            event.consume();
        }
    }

    /** Windows asks once more after the key that has opened it. */
    private void request(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            if (!menu.isShowing()) {
                open();
            }
            event.consume();
        }
    }

    private void open() {
        int place = table.getFocusModel().getFocusedIndex();
        if (place < 0 || place >= table.getItems().size()) {
            return;
        }
        if (!table.getSelectionModel().isSelected(place)) {
            // as a press of the mouse on the row does
            table.getSelectionModel().clearAndSelect(place);
        }
        Optional<Node> row = row(place);
        if (row.isEmpty()) {
            table.scrollTo(place);
            table.layout();
            row = row(place);
        }
        row.ifPresent(node -> menu.show(node, Side.BOTTOM, 0, 0));
    }

    /** Where it is in sight. */
    private Optional<Node> row(int place) {
        return table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell && cell.isVisible() && cell.getIndex() == place)
                .filter(this::isInSight).findFirst();
    }

    private boolean isInSight(Node row) {
        double top = table.sceneToLocal(row.localToScene(0, 0)).getY();
        return top >= 0 && top < table.getHeight();
    }
}
