package app.loupe.ui.partners;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * Cards of the same width, two in a row; one below the other where half of the room would cut the words of one. A card's least
 * width is that of its words. On the FX thread.
 */
final class CardPairs extends HBox {
    private static final int MOST = 2;

    /** Without cards. */
    CardPairs() {
        getStyleClass().add("partner-cards");
    }

    /** The height depends on the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double widest() {
        return getManagedChildren().stream().mapToDouble(card -> card.minWidth(-1)).max().orElse(0);
    }

    private double inside(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    /** How many stand in a row of this room. */
    private int columns(double room) {
        return room < 0 || cardWidth(room, MOST) >= widest() ? MOST : 1;
    }

    private double cardWidth(double room, int columns) {
        return Math.floor((room - (columns - 1) * snapSpaceX(getSpacing())) / columns);
    }

    private double rowHeight(List<Node> row, double width) {
        return snapSizeY(row.stream().mapToDouble(card -> card.prefHeight(width)).max().orElse(0));
    }

    private List<Node> row(int first, int columns) {
        List<Node> cards = getManagedChildren();
        return cards.subList(first, Math.min(cards.size(), first + columns));
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + widest() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + MOST * widest() + snapSpaceX(getSpacing()) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = inside(width < 0 ? prefWidth(-1) : width);
        int columns = columns(room);
        double height = snappedTopInset() + snappedBottomInset();
        for (int first = 0; first < getManagedChildren().size(); first += columns) {
            height += rowHeight(row(first, columns), cardWidth(room, columns))
                    + (first == 0 ? 0 : snapSpaceY(getSpacing()));
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = inside(getWidth());
        int columns = columns(room);
        double width = cardWidth(room, columns);
        double top = snappedTopInset();
        for (int first = 0; first < getManagedChildren().size(); first += columns) {
            List<Node> row = row(first, columns);
            double height = rowHeight(row, width);
            double left = snappedLeftInset();
            for (Node card : row) {
                card.resizeRelocate(left, top, width, height);
                left += width + snapSpaceX(getSpacing());
            }
            top += height + snapSpaceY(getSpacing());
        }
    }
}
