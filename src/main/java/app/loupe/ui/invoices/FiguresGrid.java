package app.loupe.ui.invoices;

import app.loupe.ui.common.Nodes;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Names with figures right of them, or below where the figures are so long that the names would be squeezed.
 */
final class FiguresGrid {
    private static final double NAME_MIN_PX = 64;
    private static final String LAST = "last";

    private final int columns;
    private final boolean beside;
    private final GridPane grid = new GridPane();
    private int rows;

    /**
     * An empty grid.
     *
     * @param figures how many stand in each row
     * @param beside whether they stand right of the name
     */
    FiguresGrid(int figures, boolean beside) {
        this.columns = figures + 1;
        this.beside = beside;
        grid.getStyleClass().add("lines-grid");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            if (i == 0) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(beside ? NAME_MIN_PX : 0);
            } else {
                column.setMinWidth(GridPane.USE_PREF_SIZE);
            }
            grid.getColumnConstraints().add(column);
        }
    }

    GridPane view() {
        return grid;
    }

    /** A row of headings. */
    void heading(String name, String... figures) {
        row("line-heading", cell(name, "line-heading"), figures);
    }

    /** A name with its figures, each in this style. */
    void row(String style, Region name, String... figures) {
        Region first = name;
        if (!beside) {
            name.getStyleClass().add("line-above");
            grid.add(name, 0, rows++, columns, 1);
            first = cell("", style);
        }
        grid.add(first, 0, rows);
        for (int i = 0; i < figures.length; i++) {
            Label figure = cell(figures[i], style, "right");
            if (i + 2 == columns) {
                figure.getStyleClass().add(LAST);
            }
            grid.add(figure, i + 1, rows);
        }
        rows++;
    }

    /** A name that has the last figure alone. */
    void last(Region name, String figure) {
        grid.add(name, 0, rows, columns - 1, 1);
        grid.add(cell(figure, "line-cell", "right", LAST), columns - 1, rows++);
    }

    /** Something from side to side. */
    void across(Node node) {
        grid.add(node, 0, rows++, columns, 1);
    }

    /** Takes out what went across. */
    void remove(Node node) {
        grid.getChildren().remove(node);
    }

    private static Label cell(String text, String... styles) {
        Label cell = filling(Nodes.label(text, styles));
        cell.setMinHeight(Label.USE_PREF_SIZE);
        return cell;
    }

    /** Lets a cell fill its place, so that the line below it goes from side to side. */
    static <R extends Region> R filling(R cell) {
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setMaxHeight(Double.MAX_VALUE);
        return cell;
    }
}
