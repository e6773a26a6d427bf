package app.loupe.ui.common;

import app.loupe.domain.EnumKey;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** A cell of a {@link FigureTable}: a press on one that leads somewhere goes there. */
final class FigureTableCell<T> extends TableCell<FigureRow<T>, FigureRow<T>> {
    private static final PseudoClass LINK = PseudoClass.getPseudoClass("link");
    private static final PseudoClass SAYS_MORE = PseudoClass.getPseudoClass("says-more");

    private final int index;
    private final String first;
    private @Nullable T target;

    /** @param first the id of the column that says what a line is which is no entry */
    FigureTableCell(int index, String first, Consumer<T> open) {
        this.index = index;
        this.first = first;
        setOnMouseClicked(event -> {
            T to = target;
            if (event.getButton() == MouseButton.PRIMARY && to != null) {
                open.accept(to);
            }
        });
    }

    /** What the first column says of lines that are no entries, the first one that is seen says where that has no room. */
    private FigureCell<T> cell(FigureRow<T> row) {
        FigureCell<T> own = row.cells().get(index);
        boolean borrows = row.role() != FigureRow.Role.ENTRY && own.text().isEmpty()
                && getTableView().getVisibleLeafIndex(getTableColumn()) == 0
                && getTableView().getVisibleLeafColumns().stream().noneMatch(column -> column.getId().equals(first));
        return borrows ? row.cells().getFirst() : own;
    }

    @Override
    protected void updateItem(FigureRow<T> item, boolean empty) {
        super.updateItem(item, empty);
        FigureCell<T> cell = empty || item == null ? FigureCell.of("") : cell(item);
        target = cell.target();
        setText(cell.text());
        Arrays.stream(FigureCell.Tone.values()).forEach(tone -> pseudoClassStateChanged(
                PseudoClass.getPseudoClass(EnumKey.of(tone)), tone == cell.tone()));
        pseudoClassStateChanged(LINK, target != null);
        pseudoClassStateChanged(SAYS_MORE, cell.text().contains(FigureTable.MORE));
        Tips.say(this, getTableColumn().getStyleClass().contains("number") ? null : cell.text());
        // a screen reader says what the figure is of
        setAccessibleText(cell.text().isEmpty() ? "" : getTableColumn().getText() + ": " + cell.text());
    }
}
