package app.loupe.ui.common;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.TableViewSkinBase;

/**
 * The heads of a table's columns, where the arrow that tells the order stands behind its head. The toolkit puts it at the
 * right end of the column: in a wide one it would seem to belong to the next. On the FX thread.
 */
final class ColumnHeads extends TableHeaderRow {
    ColumnHeads(TableViewSkinBase<?, ?, ?, ?, ?> skin) {
        super(skin);
    }

    @Override
    protected NestedTableColumnHeader createRootHeader() {
        return new Heads();
    }

    private static final class Heads extends NestedTableColumnHeader {
        Heads() {
            super(null);
        }

        @Override
        @SuppressWarnings("rawtypes") // the toolkit's method has no types, and only one of its own overrides it
        protected TableColumnHeader createTableColumnHeader(TableColumnBase column) {
            return new Head(column);
        }
    }

    private static final class Head extends TableColumnHeader {
        Head(TableColumnBase<?, ?> column) {
            super(column);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            for (Node part : getChildrenUnmodifiable()) {
                if (part instanceof Label head) {
                    getChildrenUnmodifiable().stream().filter(one -> !one.equals(head))
                            .forEach(arrow -> pull(arrow, head));
                }
            }
        }

        /** A second place in the same layout would ask for another layout, which would ask for the next, for ever. */
        private static void pull(Node arrow, Label head) {
            double end = head.getLayoutX() + head.prefWidth(-1) - head.getInsets().getRight() / 2;
            arrow.setTranslateX(
                    head.getAlignment().getHpos() == HPos.LEFT ? Math.min(0, end - arrow.getLayoutX()) : 0);
        }
    }
}
