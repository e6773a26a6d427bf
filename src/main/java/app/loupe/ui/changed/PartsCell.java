package app.loupe.ui.changed;

import app.loupe.text.ChangeText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.WrappingTooltip;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** What was before, struck through, and what is after, in bold; the whole in a tooltip, as it may be cut. */
final class PartsCell extends TableCell<ChangedRow, ChangedRow> {
    private static final String BETWEEN = " \u00b7 ";
    private final String column;
    private final HBox line = new HBox();

    PartsCell(String column) {
        this.column = column;
        line.getStyleClass().add("parts");
        line.setMinWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(ChangedRow item, boolean empty) {
        super.updateItem(item, empty);
        line.getChildren().clear();
        if (empty || !(item instanceof ChangedRow.Entry entry)) {
            setGraphic(null);
            setText(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        for (int i = 0; i < entry.parts().size(); i++) {
            if (i > 0) {
                line.getChildren().add(Nodes.label(BETWEEN, "muted"));
            }
            add(entry.parts().get(i));
        }
        String whole = entry.parts().stream().map(ChangeText.Part::line).collect(Collectors.joining(BETWEEN));
        setText(whole);
        setGraphic(line);
        setTooltip(whole.isEmpty() ? null : new WrappingTooltip(whole));
        setAccessibleText(column + ": " + whole);
    }

    private void add(ChangeText.Part part) {
        if (!part.what().isEmpty()) {
            line.getChildren().add(Nodes.label(part.what(), "part-what"));
        }
        if (!part.before().isEmpty()) {
            line.getChildren().add(Nodes.label(part.before(), "part-before"));
        }
        if (!part.before().isEmpty() || !part.after().isEmpty()) {
            line.getChildren().add(Nodes.label("\u2192", "muted"));
        }
        if (!part.after().isEmpty()) {
            Label after = Nodes.label(part.after(), "part-after");
            line.getChildren().add(after);
        }
    }
}
