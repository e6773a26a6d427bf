package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.overview.OverviewContent.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/**
 * One bar below the other, with its label at the left and its amount at the right; each whole line is the button. Its bars
 * have the scale and the room of those of another chart, so that both are compared.
 */
final class AgeChart extends VBox {
    private static final double GAP_EM = 0.8;

    private final Navigator navigator;
    private final Consumer<String> read;
    private final ObservableValue<Font> font;
    private final BarKeys keys = new BarKeys(this, false);
    private final List<Line> lines = new ArrayList<>();
    private List<Group> measured = List.of();

    /** A bar that takes its share of the room. */
    private static final class Track extends Region {
        private final Region bar = new Region();
        private double share;

        Track(int age) {
            getStyleClass().add("age-track");
            bar.getStyleClass().addAll("age-bar", "age-" + age);
            getChildren().add(bar);
        }

        void show(double of, boolean negative) {
            share = of;
            bar.getStyleClass().remove("negative");
            if (negative) {
                bar.getStyleClass().add("negative");
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            bar.resizeRelocate(0, 0, share == 0 ? 0 : Math.max(2, Math.rint(share * getWidth())), getHeight());
        }
    }

    private record Line(ChartBar button, Label label, Track track, Label amount) {}

    AgeChart(Navigator navigator, Consumer<String> read, ObservableValue<Font> font) {
        this.navigator = navigator;
        this.read = read;
        this.font = font;
        getStyleClass().add("age-chart");
        font.subscribe(now -> align());
    }

    /**
     * Shows these figures.
     *
     * @param others those of the chart that it is compared with
     */
    void show(List<Group> groups, List<Group> others) {
        measured = Stream.concat(groups.stream(), others.stream()).toList();
        if (lines.size() != groups.size()) {
            lines.clear();
            for (int i = 0; i < groups.size(); i++) {
                lines.add(line(i));
            }
            getChildren().setAll(lines.stream().map(Line::button).toList());
            keys.through(lines.stream().map(line -> List.of(line.button())).toList());
        }
        double most = measured.stream().mapToDouble(group -> Math.abs(group.bars().getFirst().length())).max()
                .orElse(0);
        for (int i = 0; i < groups.size(); i++) {
            OverviewContent.Bar bar = groups.get(i).bars().getFirst();
            Line line = lines.get(i);
            line.button().show(bar);
            line.label().setText(groups.get(i).label());
            line.amount().setText(bar.caption());
            line.track().show(most == 0 ? 0 : Math.abs(bar.length()) / most, bar.length() < 0);
        }
        align();
    }

    private Line line(int age) {
        var button = new ChartBar(navigator, read);
        var track = new Track(age);
        var line = new Line(button, Nodes.label("", "age-label"), track, Nodes.label("", "age-amount"));
        HBox.setHgrow(track, Priority.ALWAYS);
        var row = new HBox(line.label(), track, line.amount());
        row.getStyleClass().add("age-line");
        row.prefWidthProperty().bind(button.widthProperty().subtract(2));
        button.getStyleClass().add("age-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setGraphic(row);
        return line;
    }

    /** All bars begin below each other, and all have the same room. */
    private void align() {
        var ruler = new TextRuler(font.getValue());
        double label = ruler.plain(measured.stream().map(Group::label).toList()) + GAP_EM * ruler.em();
        double amount = ruler.plain(measured.stream().map(group -> group.bars().getFirst().caption()).toList())
                + GAP_EM * ruler.em();
        lines.forEach(line -> {
            line.label().setMinWidth(label);
            line.label().setPrefWidth(label);
            line.amount().setMinWidth(amount);
            line.amount().setPrefWidth(amount);
        });
    }
}
