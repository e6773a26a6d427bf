package app.loupe.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A row that goes on in further lines where its parts have no room beside each other, as with large texts: nothing is cut
 * or pushed out of the window. A part needs its least width, a label all its words. On the FX thread.
 */
public class FlowRow extends HBox {
    private @Nullable Node unbroken;

    /** A row of these. */
    public FlowRow(Node... parts) {
        super(parts);
        for (Node part : parts) {
            if (part instanceof Label label && !(label instanceof WrappingLabel)) {
                label.setMinWidth(USE_PREF_SIZE);
            }
        }
    }

    /** Goes on below rather than break the words of this part, which breaks only where a line of its own is too short for it. */
    public FlowRow whole(Node part) {
        unbroken = part;
        return this;
    }

    /** Never wider than the pane of rows that it is one of, which becomes as narrow as it has to. */
    public FlowRow within(Region pane) {
        pane.setMinWidth(0);
        maxWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, pane.getWidth() - pane.getInsets().getLeft() - pane.getInsets().getRight()),
                pane.widthProperty(), pane.insetsProperty()));
        return this;
    }

    /** The height depends on the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Only what cannot be made smaller; a label that is longer than the window is cut. */
    @Override
    protected double computeMinWidth(double height) {
        return around() + getManagedChildren().stream().filter(part -> !(part instanceof Label))
                .mapToDouble(part -> part.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return isOneLine(width) ? oneLineHeight(width, super.computeMinHeight(width)) : linesHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return isOneLine(width) ? oneLineHeight(width, super.computePrefHeight(width)) : linesHeight(width);
    }

    /**
     * A row asks a part that breaks into lines how high it is at the width that it likes best, and not at that which it
     * gets: a footer with room for all its sums would be two lines high.
     */
    private double oneLineHeight(double width, double asked) {
        List<Node> growing = getManagedChildren().stream().filter(part -> HBox.getHgrow(part) == Priority.ALWAYS)
                .toList();
        double liked = getManagedChildren().stream().mapToDouble(part -> part.prefWidth(-1)).sum()
                + gap() * Math.max(0, getManagedChildren().size() - 1);
        double more = width - around() - liked;
        if (more < 0 || growing.isEmpty()) {
            return asked;
        }
        double share = more / growing.size();
        return getInsets().getTop() + getInsets().getBottom() + Math.ceil(getManagedChildren().stream()
                .mapToDouble(part -> part.prefHeight(
                        part.getContentBias() == null
                                ? -1
                                : part.prefWidth(-1) + (growing.contains(part) ? share : 0)))
                .max().orElse(0));
    }

    @Override
    protected void layoutChildren() {
        if (isOneLine(getWidth())) {
            super.layoutChildren();
            return;
        }
        double room = getWidth() - around();
        double top = getInsets().getTop();
        for (List<Node> line : lines(room)) {
            double height = height(line, room);
            double spare = room - needed(line, room);
            var widths = new ArrayList<Double>();
            for (Node part : line) {
                double width = width(part, room, spare);
                spare -= width - least(part, room);
                widths.add(width);
            }
            double left = snappedLeftInset() + before(spare);
            for (int i = 0; i < line.size(); i++) {
                layoutInArea(line.get(i), left, top, widths.get(i), height, 0, Insets.EMPTY, true, false,
                        getAlignment().getHpos(), getAlignment().getVpos());
                left += widths.get(i) + gap();
            }
            top += height + getSpacing();
        }
    }

    /** What of the room that a line leaves is before it. */
    private double before(double left) {
        return switch (getAlignment().getHpos()) {
            case LEFT -> 0;
            case CENTER -> Math.floor(Math.max(0, left) / 2);
            case RIGHT -> Math.max(0, left);
        };
    }

    private double around() {
        return snappedLeftInset() + snappedRightInset();
    }

    /** In whole pixels, as the row itself counts it: else one that has all the width it asked for would go on below. */
    private double gap() {
        return snapSpaceX(getSpacing());
    }

    private boolean isOneLine(double width) {
        return width < 0 || needed(getManagedChildren(), Double.MAX_VALUE) <= width - around() + 1;
    }

    private double needed(List<Node> parts, double room) {
        return parts.stream().mapToDouble(part -> least(part, room)).sum()
                + gap() * Math.max(0, parts.size() - 1);
    }

    private double least(Node part, double room) {
        return Math.ceil(Math.min(part.equals(unbroken) ? part.prefWidth(-1) : part.minWidth(-1), room));
    }

    /** What a part has in a line that has so much to spare. */
    private double width(Node part, double room, double spare) {
        double least = least(part, room);
        double wanted = HBox.getHgrow(part) == Priority.ALWAYS ? room : Math.ceil(part.prefWidth(-1));
        return least + Math.clamp(wanted - least, 0, Math.max(0, spare));
    }

    /** Which parts stand beside each other; what only keeps others apart is in none. */
    private List<List<Node>> lines(double room) {
        var lines = new ArrayList<List<Node>>();
        var line = new ArrayList<Node>();
        for (Node part : getManagedChildren()) {
            if (part.prefWidth(-1) <= 0) {
                continue;
            }
            line.add(part);
            if (line.size() > 1 && needed(line, room) > room) {
                line.removeLast();
                lines.add(List.copyOf(line));
                line.clear();
                line.add(part);
            }
        }
        if (!line.isEmpty()) {
            lines.add(List.copyOf(line));
        }
        return lines;
    }

    private double height(List<Node> line, double room) {
        double spare = room - needed(line, room);
        double height = 0;
        for (Node part : line) {
            double width = width(part, room, spare);
            spare -= width - least(part, room);
            height = Math.max(height, part.prefHeight(part.getContentBias() == null ? -1 : width));
        }
        return Math.ceil(height);
    }

    private double linesHeight(double width) {
        double room = width - around();
        List<List<Node>> lines = lines(room);
        return getInsets().getTop() + getInsets().getBottom() + getSpacing() * Math.max(0, lines.size() - 1)
                + lines.stream().mapToDouble(line -> height(line, room)).sum();
    }
}
