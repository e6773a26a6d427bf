package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** The cards, beside each other as far as none is cut, alike as far as there is room; else in several rows. */
final class CardRow extends Region {
    private static final double GAP_EM = 0.92;

    private final Navigator navigator;
    private final ObservableValue<Font> font;

    /** @param font of the texts around it, as it is at the moment */
    CardRow(Navigator navigator, ObservableValue<Font> font) {
        this.navigator = navigator;
        this.font = font;
        font.subscribe((before, now) -> requestLayout());
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
        double[] widths = widths(width < 0 ? getWidth() : width);
        int rows = Math.ceilDiv(Math.max(1, getChildren().size()), widths.length);
        return snappedTopInset() + snappedBottomInset() + rows * tallest(widths) + (rows - 1) * gap();
    }

    private List<FigureCard> cards() {
        return getChildren().stream().map(FigureCard.class::cast).toList();
    }

    private double gap() {
        return snapSpaceX(GAP_EM * font.getValue().getSize());
    }

    private double tallest(double[] widths) {
        List<FigureCard> cards = cards();
        return IntStream.range(0, cards.size()).mapToDouble(i -> cards.get(i).heightIn(widths[i % widths.length])).max()
                .orElse(0);
    }

    /** All beside each other, if need be with what is said with them in two lines; else in rows of equal cards. */
    private double[] widths(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        List<FigureCard> cards = cards();
        double beside = room - gap() * Math.max(0, cards.size() - 1);
        double[] whole = cards.stream().mapToDouble(FigureCard::wholeWidth).toArray();
        double[] least = cards.stream().mapToDouble(FigureCard::leastWidth).toArray();
        if (cards.isEmpty() || DoubleStream.of(whole).sum() <= beside) {
            return shared(beside, whole);
        }
        if (DoubleStream.of(least).sum() <= beside) {
            return shared(beside, least);
        }
        double widest = DoubleStream.of(whole).max().orElse(1);
        int columns = Math.clamp((int) ((room + gap()) / (widest + gap())), 1, cards.size());
        var widths = new double[columns];
        Arrays.fill(widths, (room - (columns - 1) * gap()) / columns);
        return widths;
    }

    /** The same for all, but for those that need more. */
    private static double[] shared(double room, double... needs) {
        var widths = new double[Math.max(1, needs.length)];
        double left = room;
        int alike = needs.length;
        for (int i : IntStream.range(0, needs.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> needs[i]).reversed()).toList()) {
            if (needs[i] > left / alike) {
                widths[i] = needs[i];
                left -= needs[i];
                alike--;
            }
        }
        for (int i = 0; i < needs.length; i++) {
            widths[i] = widths[i] == 0 ? left / alike : widths[i];
        }
        return widths;
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(getWidth());
        double tallest = tallest(widths);
        double x = snappedLeftInset();
        for (int i = 0; i < getChildren().size(); i++) {
            int column = i % widths.length;
            x = column == 0 ? snappedLeftInset() : x;
            double y = snappedTopInset() + Math.floorDiv(i, widths.length) * (tallest + gap());
            double begin = snapPositionX(x);
            // each edge is rounded by itself: else what is rounded adds up, and the last one ends beside the panels' edge
            double end = snapPositionX(x + widths[column]);
            getChildren().get(i).resizeRelocate(begin, snapPositionY(y), end - begin, tallest);
            x += widths[column] + gap();
        }
    }
}
