package app.loupe.ui.overview;

import app.loupe.ui.common.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One question with its answer: a heading, what is read at the moment, and a chart or the table of the same figures. */
final class Panel extends VBox {
    private final HBox head = new HBox();
    private final Label aside = Nodes.label("", "panel-aside");
    private String explanation;

    /**
     * A panel without an answer yet.
     *
     * @param explanation stands beside the title as long as nothing is read
     */
    Panel(String title, String explanation) {
        this.explanation = explanation;
        getStyleClass().add("panel");
        Label name = Nodes.label(title, "panel-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        aside.setText(explanation);
        aside.setMinWidth(0);
        head.getStyleClass().add("panel-head");
        head.getChildren().addAll(name, aside, Nodes.spacer());
        getChildren().add(head);
    }

    /** Explains the answer in other words from now on. */
    void explain(String now) {
        explanation = now;
        aside.setText(now);
    }

    /** Says what a bar is of; nothing is the explanation again. */
    void read(String reading) {
        aside.setText(reading.isEmpty() ? explanation : reading);
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
    Panel with(List<Node> chart, Node table, String asTable, String name, String id) {
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
        return this;
    }
}
