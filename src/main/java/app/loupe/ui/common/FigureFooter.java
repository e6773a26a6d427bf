package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line below a table: what its figures come to, or a sentence about it, and how old the oldest copy behind them is. On the FX thread. */
public final class FigureFooter extends FlowRow {
    /** Figures up to this width get one line. */
    private static final double ONE_LINE_PX = 720;

    private final Wording wording;
    private final FlowPane parts = new FlowPane();
    private final WrappingLabel sentence = Nodes.paragraph("", "footer-name");
    private final Label age = Nodes.label("", "copy-age");

    /**
     * A figure with its name.
     *
     * @param late whether it is a figure that somebody should look at
     */
    public record Part(String name, String figure, boolean late) {
        /** A figure. */
        public Part(String name, String figure) {
            this(name, figure, false);
        }
    }

    /** An empty line. */
    public FigureFooter(Wording wording) {
        this.wording = wording;
        getStyleClass().add("figure-footer");
        parts.getStyleClass().add("footer-totals");
        parts.setPrefWrapLength(ONE_LINE_PX);
        age.setMinWidth(Region.USE_PREF_SIZE);
        for (Node left : List.of(parts, sentence)) {
            HBox.setHgrow(left, Priority.ALWAYS);
        }
        sentence.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(parts, age);
    }

    /** Shows these figures, one behind the other. */
    public void show(List<Part> figures) {
        parts.getChildren().setAll(figures.stream().map(FigureFooter::node).toList());
        getChildren().setAll(parts, age);
    }

    /** Says this in place of figures. */
    public void say(String text) {
        sentence.setText(text);
        getChildren().setAll(sentence, age);
    }

    /**
     * Says how old the oldest copy of these connections is; nothing of none. As soon as they are known: at the end of a sync
     * the figures may take a while to be counted anew.
     */
    public void age(List<ConnectionProfile> connections) {
        if (connections.isEmpty()) {
            age.setText("");
        } else {
            new CopyAge(connections).show(age, wording);
        }
    }

    private static HBox node(Part part) {
        Label name = Nodes.label(part.name(), "footer-name");
        Label figure = Nodes.label(part.figure(), "footer-figure");
        if (part.late()) {
            figure.getStyleClass().add("late");
        }
        name.setMinWidth(Region.USE_PREF_SIZE);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        // a count stands before what is counted, an amount behind its name
        var node = part.figure().chars().allMatch(Character::isDigit) ? new HBox(figure, name) : new HBox(name, figure);
        node.getStyleClass().add("footer-part");
        node.setMinWidth(Region.USE_PREF_SIZE);
        return node;
    }
}
