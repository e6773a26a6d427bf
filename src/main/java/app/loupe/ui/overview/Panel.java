package app.loupe.ui.overview;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One question with its answer: a heading, what is read at the moment, and a chart or the table of the same figures. */
final class Panel extends VBox {
    private final Label explanation = Nodes.label("", "panel-aside");
    private final Label reading = Nodes.label("", "panel-aside");
    private final FlowRow head;

    /**
     * A panel without an answer yet.
     *
     * @param explained stands beside the title as long as nothing is read, or below it where it has no room there
     */
    Panel(String title, String explained) {
        getStyleClass().add("panel");
        explanation.setMinWidth(USE_PREF_SIZE);
        reading.setMinWidth(0);
        // the explanation keeps its place while something is read: else the chart would move below the pointer
        var aside = new StackPane(explanation, reading);
        aside.setAlignment(Pos.CENTER_LEFT);
        head = new FlowRow(Nodes.label(title, "panel-title"), aside, Nodes.spacer()).within(this);
        head.getStyleClass().add("panel-head");
        getChildren().add(head);
        explain(explained);
        read("");
    }

    /** Explains the answer in other words from now on. */
    void explain(String now) {
        explanation.setText(now);
    }

    /** Says what a bar is of; nothing is the explanation again. */
    void read(String now) {
        reading.setText(now);
        reading.setVisible(!now.isEmpty());
        explanation.setVisible(now.isEmpty());
    }

    /** Answers with nodes that are always there. */
    Panel with(Node... answer) {
        getChildren().addAll(answer);
        return this;
    }

    /** Says something above a part of the answer, also while the table stands in the place of that part. */
    Panel above(Node part, Node said) {
        getChildren().add(getChildren().indexOf(part), said);
        return this;
    }

    /** Answers with a chart that can be changed for the table of the same figures. */
    void with(List<Node> chart, Node table, String asTable, String name, String id) {
        var toggle = new ToggleButton(asTable);
        toggle.setId(id);
        toggle.getStyleClass().addAll("chip", "as-table");
        toggle.setAccessibleText(name);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().add(toggle);
        getChildren().addAll(chart);
        getChildren().add(table);
        toggle.selectedProperty().subscribe(selected -> {
            chart.forEach(node -> Nodes.show(node, !selected));
            Nodes.show(table, selected);
        });
    }
}
