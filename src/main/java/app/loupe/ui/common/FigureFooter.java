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

    private static final String BETWEEN = " \u00b7";

    private final Wording wording;
    private final FlowPane parts = new Sums();
    private final WrappingLabel sentence = Nodes.paragraph("", "footer-name");
    private final Label age = Nodes.label("", "copy-age");

    /**
     * A figure with its name, or one in each currency.
     *
     * @param figures at least one
     * @param late whether it is a figure that somebody should look at
     */
    public record Part(String name, List<String> figures, boolean late) {
        /** Copies. */
        public Part {
            figures = List.copyOf(figures);
        }

        /** A figure. */
        public Part(String name, String figure) {
            this(name, List.of(figure), false);
        }
    }

    /** Asks for no more room than its sums take beside each other: the toolkit's asks for a whole line, however short they are. */
    private static final class Sums extends FlowPane {
        @Override
        protected double computePrefWidth(double height) {
            List<Node> sums = getManagedChildren();
            return Math.min(super.computePrefWidth(height), snappedLeftInset() + snappedRightInset()
                    + sums.stream().mapToDouble(sum -> snapSizeX(sum.prefWidth(-1))).sum()
                    + snapSpaceX(getHgap()) * Math.max(0, sums.size() - 1));
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
        whole(parts);
        getChildren().addAll(parts, age);
    }

    /** Shows these figures, one behind the other. */
    public void show(List<Part> figures) {
        parts.getChildren().setAll(figures.stream().map(this::sum).toList());
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

    /**
     * A name and its figures: they go to the next line together, and break between figures only where no line is so long.
     * Each figure stays whole, and the name beside the first one.
     */
    private FlowRow sum(Part part) {
        var sum = new FlowRow().within(parts);
        sum.getStyleClass().add("footer-sum");
        int last = part.figures().size() - 1;
        for (int i = 0; i <= last; i++) {
            String text = part.figures().get(i);
            Label figure = Nodes.label(i < last ? text + BETWEEN : text, "footer-figure");
            if (part.late()) {
                figure.getStyleClass().add("late");
            }
            Label name = Nodes.label(part.name(), "footer-name");
            // a count stands before what is counted, an amount behind its name
            HBox node = i > 0
                    ? node(figure)
                    : text.chars().allMatch(Character::isDigit) ? node(figure, name) : node(name, figure);
            if (i == last) {
                node.getStyleClass().add("footer-end");
            }
            sum.getChildren().add(node);
        }
        return sum;
    }

    private static HBox node(Label... labels) {
        var node = new HBox(labels);
        for (Label label : labels) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        node.getStyleClass().add("footer-part");
        node.setMinWidth(Region.USE_PREF_SIZE);
        return node;
    }
}
