package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.review.Heading;
import app.loupe.review.InvoiceOrder.Column;
import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table. An invoice that no longer counts (cancelled, removed in Odoo) is muted; the heading of a group
 * stands across all columns, and a click on it folds the group.
 */
final class InvoiceTableRow extends TableRow<Listed> {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final HeadingLine line;

    /** A line; {@code toggle} folds and unfolds. */
    InvoiceTableRow(HeadingLine line, Consumer<Heading> toggle) {
        this.line = line;
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            boolean plain = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()
                    && !event.isShortcutDown();
            if (plain && getItem() instanceof Heading heading) {
                toggle.accept(heading);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Listed item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(GONE, item instanceof ReviewRow row && isGone(row.row()));
        pseudoClassStateChanged(HEADING, item instanceof Heading);
        line.view().setVisible(item instanceof Heading);
        if (item instanceof Heading heading) {
            setAccessibleText(line.show(heading));
            Tips.say(this, line.whole());
        } else {
            setAccessibleText(null);
            Tips.say(this, null);
        }
        requestLayout();
    }

    /** {@inheritDoc} The cells of a heading are empty: the line itself says what it is. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.FOCUS_ITEM && getItem() instanceof Heading
                ? null
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LineSkin(this, line);
    }

    private static boolean isGone(InvoiceRow row) {
        return row.state() == MoveState.CANCELLED || row.presence() != InvoiceRow.Presence.PRESENT;
    }

    /** Lays the heading over the cells, which are all that the toolkit's own skin knows and keeps. */
    private static final class LineSkin extends TableRowSkin<Listed> {
        private static final List<Column> ADDED_UP = List.of(Column.TOTAL, Column.AMOUNT_DUE);

        private final HeadingLine line;

        LineSkin(InvoiceTableRow row, HeadingLine line) {
            super(row);
            this.line = line;
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            super.layoutChildren(x, y, width, height);
            if (!line.view().isVisible()) {
                getChildren().remove(line.view());
                return;
            }
            if (!getChildren().contains(line.view())) {
                getChildren().add(line.view());
            }
            line.under(ends());
            line.view().resizeRelocate(x, y, width, height);
        }

        /** Where the amounts of the columns that can be added up end. */
        private Map<Column, Double> ends() {
            var ends = new EnumMap<Column, Double>(Column.class);
            getChildren().stream().filter(TableCell.class::isInstance).map(cell -> (TableCell<?, ?>) cell)
                    .filter(cell -> cell.isVisible() && cell.getTableColumn() != null)
                    .forEach(cell -> ADDED_UP.stream().filter(one -> one.name().equals(cell.getTableColumn().getId()))
                            .forEach(one -> ends.put(one,
                                    cell.getLayoutX() + cell.getWidth() - cell.snappedRightInset())));
            return ends;
        }
    }
}
