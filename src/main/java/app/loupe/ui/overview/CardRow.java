package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The cards, beside each other as far as none is cut, alike as far as there is room; else in several rows. */
final class CardRow extends Region {
    private static final double GAP_PX = 12;

    private final Navigator navigator;

    CardRow(Navigator navigator) {
        this.navigator = navigator;
        getStyleClass().add("card-row");
    }

    /** Shows these. */
    void show(List<OverviewContent.Card> cards) {
        if (getChildren().size() != cards.size()) {
            getChildren().setAll(cards.stream().map(card -> new FigureCard(navigator)).toList());
        }
        for (int i = 0; i < cards.size(); i++) {
            if (getChildren().get(i) instanceof FigureCard card) {
                card.show(cards.get(i));
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? getWidth() : width);
        int rows = Math.ceilDiv(Math.max(1, getChildren().size()), columns);
        return snappedTopInset() + snappedBottomInset() + rows * tallest() + (rows - 1) * GAP_PX;
    }

    private double tallest() {
        return getChildren().stream().mapToDouble(card -> card.prefHeight(-1)).max().orElse(0);
    }

    private double room(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private int columns(double width) {
        double all = getChildren().stream().mapToDouble(card -> card.prefWidth(-1) + GAP_PX).sum() - GAP_PX;
        double widest = getChildren().stream().mapToDouble(card -> card.prefWidth(-1)).max().orElse(1);
        int most = Math.max(1, getChildren().size());
        return all <= room(width) ? most : Math.clamp((int) ((room(width) + GAP_PX) / (widest + GAP_PX)), 1, most);
    }

    /** The same for all, but for those that need more. */
    private double[] widths(int columns) {
        double[] widths = new double[columns];
        double left = room(getWidth()) - (columns - 1) * GAP_PX;
        int alike = columns;
        for (Node card : byNeed()) {
            int column = getChildren().indexOf(card) % columns;
            if (columns == getChildren().size() && card.prefWidth(-1) > left / alike) {
                widths[column] = card.prefWidth(-1);
                left -= widths[column];
                alike--;
            }
        }
        for (int i = 0; i < columns; i++) {
            widths[i] = widths[i] == 0 ? left / alike : widths[i];
        }
        return widths;
    }

    private List<Node> byNeed() {
        return getChildren().stream().sorted(Comparator.comparingDouble((Node card) -> card.prefWidth(-1)).reversed())
                .toList();
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double[] widths = widths(columns);
        double x = snappedLeftInset();
        for (int i = 0; i < getChildren().size(); i++) {
            x = i % columns == 0 ? snappedLeftInset() : x;
            double y = snappedTopInset() + Math.floorDiv(i, columns) * (tallest() + GAP_PX);
            double end = snapPositionX(x + widths[i % columns]);
            getChildren().get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), end - snapPositionX(x), tallest());
            x = end + GAP_PX;
        }
    }
}
