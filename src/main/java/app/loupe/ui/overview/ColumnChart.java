package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.overview.OverviewContent.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Columns above labels, several side by side over each; negative ones hang below the line. So that the chart is read without
 * a scale, one amount is written for each label: that of the longest column at its end, where no other is, or that of the
 * column that the chart is about, below its label, where it cannot be taken for another's. The same nodes show new figures,
 * so that the keyboard stays where it is.
 */
final class ColumnChart extends Region {
    /** Share of a label's room that its columns take. */
    private static final double FILLED = 0.72;
    private static final double LEAST_PX = 2;
    /** Between two texts beside each other, in heights of one: two numbers that touch are read as one. */
    private static final double APART = 0.5;

    private final Navigator navigator;
    private final Consumer<String> read;
    private final List<String> series;
    private final BarKeys keys = new BarKeys(this, true);
    private final Region line = new Region();
    private final List<List<ChartBar>> bars = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();
    private boolean firstIsTold;

    /**
     * A chart without columns.
     *
     * @param series the style of each column over a label
     */
    ColumnChart(Navigator navigator, Consumer<String> read, List<String> series) {
        this.navigator = navigator;
        this.read = read;
        this.series = List.copyOf(series);
        getStyleClass().add("column-chart");
        line.getStyleClass().add("chart-line");
        line.setMouseTransparent(true);
        setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /** Writes the amount of the first column below each label from now on. */
    ColumnChart tellingFirst() {
        firstIsTold = true;
        getStyleClass().add("telling-first");
        return this;
    }

    /** Shows these figures. */
    void show(List<Group> groups) {
        if (bars.size() != groups.size()) {
            make(groups.size());
        }
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            labels.get(i).setText(group.label());
            for (int j = 0; j < series.size(); j++) {
                bars.get(i).get(j).show(group.bars().get(j));
            }
            captions.get(i).setText(told(i).caption());
        }
        requestLayout();
    }

    private void make(int groups) {
        bars.clear();
        labels.clear();
        captions.clear();
        getChildren().setAll(line);
        for (int i = 0; i < groups; i++) {
            bars.add(series.stream().map(style -> {
                var bar = new ChartBar(navigator, read);
                bar.getStyleClass().add(style);
                return bar;
            }).toList());
            labels.add(Nodes.label("", "chart-label"));
            captions.add(Nodes.label("", "chart-caption"));
            captions.getLast().setMouseTransparent(true);
            getChildren().addAll(bars.get(i));
            getChildren().addAll(labels.get(i), captions.get(i));
        }
        keys.through(bars);
    }

    /** The one whose amount is written; of several that are longest the first. */
    private ChartBar told(int group) {
        if (firstIsTold) {
            return bars.get(group).getFirst();
        }
        return bars.get(group).stream().max(Comparator.comparingDouble(bar -> Math.abs(bar.length()))).orElseThrow();
    }

    @Override
    protected void layoutChildren() {
        if (bars.isEmpty()) {
            return;
        }
        double slot = (getWidth() - snappedLeftInset() - snappedRightInset()) / bars.size();
        double text = labels.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
        double caption = captions.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
        double above = firstIsTold ? 0 : caption;
        double under = firstIsTold ? caption : 0;
        double most = bars.stream().flatMap(List::stream).mapToDouble(ChartBar::length).max().orElse(0);
        double least = bars.stream().flatMap(List::stream).mapToDouble(ChartBar::length).min().orElse(0);
        double span = Math.max(0, most) - Math.min(0, least);
        double below = least < 0 ? above : 0;
        double room = Math.max(0,
                getHeight() - snappedTopInset() - snappedBottomInset() - text - above - under - below);
        double scale = span == 0 ? 0 : room / span;
        double zero = snapPositionY(snappedTopInset() + above + Math.max(0, most) * scale);
        line.resizeRelocate(snappedLeftInset(), zero, getWidth() - snappedLeftInset() - snappedRightInset(), 1);
        // a label that has no room of its own is left out rather than cut
        double widest = labels.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0) + APART * text;
        int every = Math.max(1, (int) Math.ceil(widest / Math.max(1, slot)));
        for (int i = 0; i < bars.size(); i++) {
            double left = snappedLeftInset() + i * slot;
            columns(i, left, slot, zero, scale);
            label(labels.get(i), left + slot / 2, getHeight() - snappedBottomInset() - text - under,
                    (bars.size() - 1 - i) % every == 0);
        }
    }

    private void columns(int group, double left, double slot, double zero, double scale) {
        double width = Math.max(1, Math.floor(slot * FILLED / series.size()));
        double first = Math.rint(left + (slot - width * series.size()) / 2);
        for (int j = 0; j < series.size(); j++) {
            ChartBar bar = bars.get(group).get(j);
            double length = bar.length() * scale;
            double height = bar.length() == 0 ? 1 : Math.max(LEAST_PX, Math.rint(Math.abs(length)));
            double y = bar.length() < 0 ? zero : zero - height;
            bar.resizeRelocate(first + j * width, y, width - 1, height);
        }
        ChartBar told = told(group);
        if (firstIsTold) {
            Label amount = captions.get(group);
            double bottom = getHeight() - snappedBottomInset() - amount.prefHeight(-1);
            boolean fits = amount.prefWidth(-1) + APART * amount.prefHeight(-1) <= slot;
            label(amount, left + slot / 2, bottom, fits && told.length() != 0);
        } else {
            caption(captions.get(group), told, left, slot);
        }
    }

    /** In the middle of its column as far as it stays over this label. */
    private static void caption(Label caption, ChartBar of, double left, double slot) {
        double half = (caption.prefWidth(-1) + APART * caption.prefHeight(-1)) / 2;
        boolean fits = 2 * half <= slot;
        double middle = of.getLayoutX() + of.getWidth() / 2;
        label(caption, fits ? Math.clamp(middle, left + half, left + slot - half) : middle,
                of.length() < 0 ? of.getLayoutY() + of.getHeight() : of.getLayoutY() - caption.prefHeight(-1),
                fits && of.length() != 0);
    }

    private static void label(Label label, double middle, double y, boolean shown) {
        label.setVisible(shown);
        double width = label.prefWidth(-1);
        label.resizeRelocate(Math.rint(middle - width / 2), y, width, label.prefHeight(-1));
    }
}
