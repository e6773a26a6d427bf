package app.loupe.ui.invoices;

import app.loupe.domain.Ref;
import app.loupe.ui.common.Nodes;
import java.time.LocalDate;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Facts one below the other, each with its name; those without a value are left out. */
final class FactsGrid {
    private final InvoiceWords words;
    private final GridPane grid = new GridPane();

    FactsGrid(InvoiceWords words) {
        this.words = words;
        grid.getStyleClass().add("detail-facts");
        var names = new ColumnConstraints();
        names.setMinWidth(GridPane.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, values);
    }

    GridPane view() {
        return grid;
    }

    void day(String key, @Nullable LocalDate date) {
        if (date != null) {
            text(key, words.dates().day(date));
        }
    }

    void name(String key, @Nullable Ref ref) {
        text(key, Ref.nameOf(ref));
    }

    void text(String key, String text) {
        if (!text.isBlank()) {
            row(key, Nodes.paragraph(text));
        }
    }

    /** A fact named by a key of the detail. */
    void row(String key, Node value) {
        var name = new Label(words.get("detail." + key));
        name.getStyleClass().addAll("muted", "fact-name");
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, value);
    }
}
