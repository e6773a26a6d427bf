package app.loupe.ui.invoices;

import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.ui.common.DragDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Lets rows be dragged into a spreadsheet or a mail, as the text that copying them gives: those that are selected, or the one
 * under the pointer where it is none of them. No file is made. Nothing is dragged while amounts are hidden, since others would show
 * them. On the FX thread, which makes the text at once; of more rows than {@link #MOST} it would be held up.
 */
final class RowDrag {
    /** So many take less than a tenth of a second, also the first time. */
    static final int MOST = 2_000;

    private final InvoiceWords words;
    private final ListedRows rows;
    private final Supplier<RowList> selected;
    private final Function<RowList, String> text;
    private final DragDesk desk;
    private final Consumer<String> tell;

    /**
     * Drags rows of a table.
     *
     * @param text what is handed over of some
     * @param tell is told why nothing can be dragged
     */
    RowDrag(InvoiceWords words, ListedRows rows, Supplier<RowList> selected, Function<RowList, String> text,
            DragDesk desk, Consumer<String> tell) {
        this.words = words;
        this.rows = rows;
        this.selected = selected;
        this.text = text;
        this.desk = desk;
        this.tell = tell;
    }

    /** Follows the pointer on this table. */
    void on(TableView<Listed> table) {
        table.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getTarget() instanceof Node at) {
                under(at).ifPresent(row -> drag(table, row));
            }
        });
    }

    private static Optional<ReviewRow> under(Node at) {
        for (Node node = at; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> line) {
                return line.getItem() instanceof ReviewRow row ? Optional.of(row) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void drag(TableView<Listed> table, ReviewRow under) {
        if (words.wording().money().isHidden()) {
            return;
        }
        RowList some = selected.get();
        RowList dragged = some.indexOf(under.row().key()) >= 0 ? some : rows.rowsOn(List.of(rows.lineOf(under)));
        if (dragged.size() > MOST) {
            tell.accept(words.wording().get("drag.many", MOST));
            return;
        }
        var content = new ClipboardContent();
        content.putString(text.apply(dragged));
        desk.drag(table, content, words.wording().get("drag.rows", dragged.size()));
    }
}
