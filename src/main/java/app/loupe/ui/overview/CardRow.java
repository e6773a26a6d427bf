package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** The cards, all of one size: beside each other as far as none is cut, else in several rows. */
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

    private int columns(double width) {
        double widest = getChildren().stream().mapToDouble(card -> card.prefWidth(-1)).max().orElse(1);
        double room = width - snappedLeftInset() - snappedRightInset();
        return Math.clamp((int) ((room + GAP_PX) / (widest + GAP_PX)), 1, Math.max(1, getChildren().size()));
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double width = (room - (columns - 1) * GAP_PX) / columns;
        for (int i = 0; i < getChildren().size(); i++) {
            double x = snappedLeftInset() + i % columns * (width + GAP_PX);
            double y = snappedTopInset() + Math.floorDiv(i, columns) * (tallest() + GAP_PX);
            getChildren().get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), tallest());
        }
    }
}
