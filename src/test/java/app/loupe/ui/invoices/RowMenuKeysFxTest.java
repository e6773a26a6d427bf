package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.ReviewRow;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;

/** The keys that ask for a menu open that of the row that has the focus, at that row. */
class RowMenuKeysFxTest extends InvoicesWindow {
    private InvoicesView many() {
        FakeInvoices copy = FakeInvoices.believable();
        for (int i = 0; i < 60; i++) {
            copy.add("INV/2026/02" + (100 + i), "Lumber Inc " + i, "2026-11-15", "2026-11-26", "760.20", "760.20",
                    "EUR");
        }
        InvoicesView screen = show(copy);
        // a menu is kept on the screen, and so would not stand at a row that is not
        FxStage.run(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setHeight(700);
        });
        FxStage.until(() -> stage.getScene().getHeight() == 700);
        laidOut(screen);
        return screen;
    }

    private static void assertAtRow(TableView<ReviewRow> table, int row) {
        ContextMenu menu = table.getContextMenu();
        assertThat(menu.isShowing()).isTrue();
        Node line = table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell && cell.getIndex() == row).findFirst()
                .orElseThrow();
        Bounds at = line.localToScreen(line.getLayoutBounds());
        assertThat(menu.getAnchorX()).isBetween(at.getMinX() - 20, at.getMinX() + 20);
        assertThat(menu.getAnchorY()).isBetween(at.getMinY() - 20, at.getMaxY() + 20);
        assertThat(table.getSelectionModel().getSelectedIndices()).contains(row);
        assertThat(menu.getItems()).filteredOn(item -> "copy-rows".equals(item.getId()))
                .noneMatch(item -> item.isDisable());
        menu.hide();
    }

    @ParameterizedTest
    @CsvSource({"F10, true", "CONTEXT_MENU, false"})
    void theKeysOpenItAtTheRow(KeyCode code, boolean shift) {
        TableView<ReviewRow> table = table(many());

        for (int row : List.of(1, 6, 50)) {
            FxStage.run(() -> {
                table.requestFocus();
                table.getSelectionModel().clearSelection();
                table.getFocusModel().focus(row);
                Event.fireEvent(table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
                assertAtRow(table, row);
            });
        }
    }

    /** As Windows asks, at the middle of what has the focus. */
    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void whatTheSystemAsksForByTheKeyboardDoes(int row) {
        TableView<ReviewRow> table = table(many());

        FxStage.run(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(row);
            Event.fireEvent(table, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, true,
                    null));
            assertAtRow(table, row);
        });
    }
}
