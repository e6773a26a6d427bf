package app.loupe.ui.synclog;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Builds tables of text. */
final class Columns {
    private Columns() {}

    /** Adds a column; its share decides how the width is divided. */
    static <T> void add(TableView<T> table, String title, double share, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(share);
        column.setReorderable(false);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    /** Adds a column of numbers, flush right. */
    static <T> void addNumber(TableView<T> table, String title, double share, Function<T, String> text) {
        add(table, title, share, text);
        table.getColumns().getLast().getStyleClass().add("number");
    }

    /** An empty table with a name for screen readers. */
    static <T> TableView<T> table(String name, String empty, String id) {
        var table = new TableView<T>();
        table.setId(id);
        table.getStyleClass().add("plain-table");
        table.setAccessibleText(name);
        table.setPlaceholder(new Label(empty));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }
}
