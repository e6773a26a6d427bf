package app.loupe.ui.common;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/**
 * Is as high as its rows as long as there is room, and scrolls when there is not; two rows, or as many as it is told, always
 * stay to be seen. On the FX thread.
 */
public final class RowScroll extends ScrollPane {
    private static final int LEAST_ROWS = 2;

    private final VBox rows;
    private int leastRows = LEAST_ROWS;

    /** Over these rows. */
    public RowScroll(VBox rows) {
        super(rows);
        this.rows = rows;
        rows.heightProperty().addListener(changed -> requestLayout());
    }

    /** Always shows so many rows, if there are so many. */
    public void keep(int least) {
        leastRows = least;
        requestLayout();
    }

    /** Scrolls no further than it takes to show a row of these whole. */
    public void reveal(Node row) {
        double room = getViewportBounds().getHeight();
        double more = rows.getHeight() - room;
        if (more > 0) {
            Bounds place = row.getBoundsInParent();
            double top = getVvalue() * more;
            double wanted = Math.min(place.getMinY(), Math.max(top, place.getMaxY() - room));
            setVvalue(Math.clamp(wanted / more, 0, 1));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        return rows.prefHeight(known(width)) + insets.getTop() + insets.getBottom();
    }

    /** Questions break their line: their height is only right for the width that they have. */
    private double known(double width) {
        return rows.getWidth() > 0 ? rows.getWidth() : width;
    }

    @Override
    protected double computeMinHeight(double width) {
        double seen = rows.getChildren().stream().limit(leastRows)
                .mapToDouble(row -> row.prefHeight(known(width)))
                .sum();
        return Math.min(seen + rows.getSpacing() * (leastRows - 1), computePrefHeight(width));
    }
}
