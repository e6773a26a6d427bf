package app.loupe.ui.common;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A list with what is told of one of its rows: right of it, or below it where the window has no room for both beside each
 * other, as with large texts. So neither is cut and nobody scrolls sideways. What is told stands alone in its room while
 * it is shown; else the list has all of it. On the FX thread.
 */
public final class SidePane extends Pane {
    /** Below the list, what is told gets the larger part of the height. */
    private static final double LIST_SHARE = 0.4;
    /** Of its least height alone, a list above something keeps so much: its headings and some rows. */
    private static final double LEAST_SHARE = 0.8;

    /** In a wide window, what is told gets this share of it... */
    private static final double WIDE_SHARE = 0.3;
    /** ...up to so many times the width that it asks for. */
    private static final double MOST_WIDENING = 1.4;

    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private final Node side;
    private final double keeps;
    private @Nullable Node list;
    private @Nullable ReadOnlyObjectProperty<ColumnRoom> columns;
    private Subscription asking = Subscription.EMPTY;

    /**
     * Beside what {@link #show} brings.
     *
     * @param keeps the share of the width that it asks for which what is told keeps where columns of the list have no room
     */
    public SidePane(Node side, double keeps) {
        this.side = side;
        this.keeps = keeps;
        getChildren().add(side);
        // its least height follows from its width
        widthProperty().subscribe(this::requestParentLayout);
    }

    /**
     * Shows this list, in the place of the one before.
     *
     * @param needed the room of its columns: what is told gives way to them, and goes below where those that step aside last, or
     *     never, have none
     */
    public void show(Node shown, ReadOnlyObjectProperty<ColumnRoom> needed) {
        if (shown.equals(list)) {
            return;
        }
        getChildren().remove(list);
        list = shown;
        columns = needed;
        getChildren().addFirst(shown);
        asking.unsubscribe();
        asking = needed.subscribe(room -> requestLayout());
    }

    private ColumnRoom columns() {
        return columns == null ? ColumnRoom.NONE : columns.get();
    }

    private double narrowest() {
        return Math.ceil(Math.max(side.minWidth(-1), side.prefWidth(-1) * keeps));
    }

    /** What is told gets its share of a wide window, and less where the columns of the list can use more. */
    private double beside(double width) {
        double wide = Math.ceil(Math.clamp(width * WIDE_SHARE, side.prefWidth(-1), side.prefWidth(-1) * MOST_WIDENING));
        return Math.max(Math.min(wide, narrowest()), Math.min(wide, Math.floor(width - columns().wanted())));
    }

    private boolean isShown() {
        return side.isManaged();
    }

    /** Whether the two stand below each other in this width. */
    private boolean isBelow(double width) {
        return isShown()
                && (list().minWidth(-1) + side.prefWidth(-1) > width || columns().least() + narrowest() > width);
    }

    private Node list() {
        return Objects.requireNonNull(list, "shown");
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(list().minWidth(-1), isShown() ? side.minWidth(-1) : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return list().prefWidth(-1) + (isShown() ? side.prefWidth(-1) : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        double least = list().minHeight(-1);
        return isBelow(getWidth()) ? Math.ceil(least * LEAST_SHARE / LIST_SHARE) : least;
    }

    @Override
    protected double computePrefHeight(double width) {
        return list().prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean below = isBelow(width);
        side.pseudoClassStateChanged(BELOW, below);
        if (!isShown()) {
            list().resizeRelocate(0, 0, width, height);
        } else if (below) {
            double above = Math.floor(height * LIST_SHARE);
            list().resizeRelocate(0, 0, width, above);
            side.resizeRelocate(0, above, width, height - above);
        } else {
            double wide = beside(width);
            list().resizeRelocate(0, 0, width - wide, height);
            side.resizeRelocate(width - wide, 0, wide, height);
        }
    }
}
