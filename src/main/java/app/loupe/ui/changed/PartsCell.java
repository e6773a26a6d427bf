package app.loupe.ui.changed;

import app.loupe.text.ChangeText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.ShownText;
import app.loupe.ui.common.Tips;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/**
 * What was before, struck through, and what is after, in bold: as many parts as have room, whole, because half a figure is
 * another figure. All of them are in the tooltip and in what a screen reader hears.
 */
final class PartsCell extends TableCell<ChangedRow, ChangedRow> {
    private final String column;
    private final HBox line = new HBox();
    private final Label more = Nodes.label("\u2026", "muted");

    PartsCell(String column) {
        this.column = column;
        line.getStyleClass().add("parts");
        line.setMinWidth(0);
        more.setMinWidth(USE_PREF_SIZE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(ChangedRow item, boolean empty) {
        super.updateItem(item, empty);
        line.getChildren().clear();
        if (empty || !(item instanceof ChangedRow.Entry entry)) {
            setGraphic(null);
            setText(null);
            Tips.say(this, null);
            setAccessibleText("");
            return;
        }
        boolean first = true;
        for (ChangeText.Part part : entry.parts()) {
            line.getChildren().add(box(part, first));
            first = false;
        }
        line.getChildren().add(more);
        String whole = ShownText.of(entry.said());
        setText(whole);
        setGraphic(line);
        Tips.say(this, whole);
        setAccessibleText(column + ": " + whole);
    }

    private static HBox box(ChangeText.Part part, boolean first) {
        var box = new HBox();
        box.getStyleClass().add("parts");
        if (!first) {
            box.getChildren().add(Nodes.label("\u00b7", "muted"));
        }
        if (!part.what().isEmpty()) {
            box.getChildren().add(Nodes.label(part.what(), "part-what"));
        }
        if (!part.before().isEmpty()) {
            box.getChildren().add(Nodes.label(part.before(), "part-before"));
        }
        if (!part.before().isEmpty() || !part.after().isEmpty()) {
            Label arrow = Nodes.label("\u2192", "muted");
            arrow.setMinWidth(USE_PREF_SIZE);
            box.getChildren().add(arrow);
        }
        if (!part.after().isEmpty()) {
            box.getChildren().add(Nodes.label(part.after(), "part-after"));
        }
        return box;
    }

    @Override
    protected void layoutChildren() {
        if (getGraphic() != null) {
            fit();
        }
        super.layoutChildren();
    }

    /** The first part stays in any case, and may be cut with an ellipsis. */
    private void fit() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int parts = line.getChildren().size() - 1;
        double all = line.getSpacing() * (parts - 1);
        for (int i = 0; i < parts; i++) {
            all += line.getChildren().get(i).prefWidth(-1);
        }
        boolean fits = all <= room;
        double left = room - (fits ? 0 : more.prefWidth(-1) + line.getSpacing());
        for (int i = 0; i < parts; i++) {
            Node part = line.getChildren().get(i);
            left -= part.prefWidth(-1) + (i == 0 ? 0 : line.getSpacing());
            shown(part, fits || i == 0 || left >= 0);
        }
        shown(more, !fits && parts > 1);
        line.setMaxWidth(room);
        line.setPrefWidth(room);
    }

    /** Only what is different: it asks for another layout. */
    private static void shown(Node node, boolean is) {
        if (node.isManaged() != is) {
            Nodes.show(node, is);
        }
    }
}
