package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.overview.OverviewContent.Bar;
import app.loupe.ui.overview.OverviewContent.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import testkit.window.FakeNavigator;
import testkit.window.Fx;

/** What the lengths and the captions of charts say is what the figures say. */
class OverviewChartsFxTest {
    private static final double WIDTH = 640;
    private static final Offset<Double> PIXEL = Offset.offset(1.0);

    private static Group group(double... lengths) {
        return new Group("Nov", IntStream.range(0, lengths.length).mapToObj(i -> new Bar(lengths[i],
                Long.toString(Math.round(lengths[i])), "",
                new Lead(Optional.empty(), "", Set::of))).toList());
    }

    private static List<Node> children(ColumnChart chart, String style) {
        return chart.getChildrenUnmodifiable().stream().filter(node -> node.getStyleClass().contains(style)).toList();
    }

    private static void captionsStandAtTheirBars(List<String> series, List<Group> groups, List<Integer> longest) {
        Fx.run(() -> {
            var chart = new ColumnChart(new FakeNavigator(), text -> {}, series);
            var scene = new Scene(new VBox(chart), WIDTH, 300);
            chart.show(groups);
            Fx.laidOut(scene.getRoot());
            List<Node> bars = children(chart, "chart-bar");
            List<Node> captions = children(chart, "chart-caption");
            double slot = WIDTH / groups.size();
            for (int i = 0; i < groups.size(); i++) {
                Label caption = (Label) captions.get(i);
                if (longest.get(i) < 0) {
                    assertThat(caption.isVisible()).isFalse();
                    continue;
                }
                Bar figure = groups.get(i).bars().get(longest.get(i));
                Bounds bar = bars.get(i * series.size() + longest.get(i)).getBoundsInParent();
                Bounds text = caption.getBoundsInParent();
                assertThat(caption.isVisible()).isTrue();
                assertThat(caption.getText()).isEqualTo(figure.caption());
                assertThat(text.getCenterX()).as(caption.getText()).isBetween(bar.getMinX(), bar.getMaxX());
                assertThat(text.getMinX()).isGreaterThanOrEqualTo(i * slot - 1);
                assertThat(text.getMaxX()).isLessThanOrEqualTo((i + 1) * slot + 1);
                assertThat(figure.length() < 0 ? text.getMinY() - bar.getMaxY() : bar.getMinY() - text.getMaxY())
                        .as("straight at its end").isCloseTo(0, PIXEL);
                assertThat(bars).as("over no other").noneMatch(one -> one.getBoundsInParent().getHeight() > 1
                        && one.getBoundsInParent().getMaxX() > text.getMinX() + 1
                        && one.getBoundsInParent().getMinX() < text.getMaxX() - 1
                        && one.getBoundsInParent().getMaxY() > text.getMinY() + 1
                        && one.getBoundsInParent().getMinY() < text.getMaxY() - 1);
            }
        });
    }

    @Test
    void theAmountOfTheLongestOfTwoStandsAtItsEnd() {
        captionsStandAtTheirBars(List.of("now", "before"), List.of(group(10700, 26000), group(26000, 10700),
                group(0, 900), group(0, 0), group(-9000, 10), group(4000, -9000)), List.of(1, 0, 1, -1, 0, 1));
    }

    /** The other year is often longer: its amount would be taken for that of the month. */
    @Test
    void theAmountOfTheFirstStandsBelowItsLabelWhereItIsTold() {
        Fx.run(() -> {
            var chart = new ColumnChart(new FakeNavigator(), text -> {}, List.of("now", "before")).tellingFirst();
            var scene = new Scene(new VBox(chart), WIDTH, 300);
            chart.show(List.of(group(19_288, 26_000), group(0, 900), group(-9_000, 10)));
            Fx.laidOut(scene.getRoot());
            List<Node> labels = children(chart, "chart-label");
            List<Node> captions = children(chart, "chart-caption");
            assertThat(captions).extracting(node -> ((Label) node).getText()).containsExactly("19288", "0", "-9000");
            assertThat(captions).extracting(Node::isVisible).containsExactly(true, false, true);
            for (int i = 0; i < labels.size(); i++) {
                Bounds label = labels.get(i).getBoundsInParent();
                Bounds amount = captions.get(i).getBoundsInParent();
                assertThat(amount.getMinY()).isGreaterThanOrEqualTo(label.getMaxY() - 1);
                assertThat(amount.getMaxY()).isLessThanOrEqualTo(chart.getHeight());
                assertThat(amount.getCenterX()).isCloseTo(label.getCenterX(), PIXEL);
            }
        });
    }

    @Test
    void theAmountOfTheLongestOfThreeStandsAtItsEnd() {
        captionsStandAtTheirBars(List.of("best", "likely", "worst"), List.of(group(412000, 411000, 40),
                group(170000, 372, 0), group(0, 0, 540000), group(0, 170000, 10)), List.of(0, 0, 2, 1));
    }

    @Test
    void whatIsOwedToAndByTheOwnerHasOneScaleAndBeginsAndEndsAlike() {
        Fx.run(() -> {
            var font = new SimpleObjectProperty<>(Font.font(13));
            var receivable = new AgeChart(new FakeNavigator(), text -> {}, font);
            var payable = new AgeChart(new FakeNavigator(), text -> {}, font);
            var scene = new Scene(new VBox(receivable, payable), WIDTH, 300);
            List<Group> in = List.of(group(413027), group(168590));
            List<Group> out = List.of(group(0), group(541));
            receivable.show(in, out);
            payable.show(out, in);
            Fx.laidOut(scene.getRoot());

            List<Region> tracks = scene.getRoot().lookupAll(".age-track").stream().map(Region.class::cast).toList();
            List<Double> lengths = tracks.stream()
                    .map(track -> ((Region) track.getChildrenUnmodifiable().getFirst()).getWidth()).toList();
            assertThat(tracks).hasSize(4).allSatisfy(track -> assertThat(track.getWidth())
                    .isCloseTo(tracks.getFirst().getWidth(), PIXEL));
            assertThat(lengths.getFirst()).isCloseTo(tracks.getFirst().getWidth(), PIXEL);
            assertThat(lengths.get(1)).isCloseTo(lengths.getFirst() * 168590 / 413027, PIXEL);
            assertThat(lengths.get(2)).isZero();
            assertThat(lengths.get(3)).as("least that is seen").isEqualTo(2);
        });
    }

    @Test
    void textsBesideEachOtherNeverTouch() {
        List<Group> groups = IntStream.range(0, 12).mapToObj(i -> group(11_200_000, 9_000_000)).toList();
        Fx.run(() -> {
            var chart = new ColumnChart(new FakeNavigator(), text -> {}, List.of("now", "before"));
            var box = new VBox(chart);
            new Scene(box, WIDTH, 300);
            chart.show(groups);
            for (double width = 200; width <= 1400; width += 20) {
                box.resize(width, 300);
                Fx.laidOut(box);
                for (String style : List.of("chart-label", "chart-caption")) {
                    List<Node> seen = children(chart, style).stream().filter(Node::isVisible).toList();
                    for (int i = 1; i < seen.size(); i++) {
                        assertThat(seen.get(i).getBoundsInParent().getMinX()
                                - seen.get(i - 1).getBoundsInParent().getMaxX()).as("%s at %s", style, width)
                                .isGreaterThanOrEqualTo(4);
                    }
                }
            }
            assertThat(children(chart, "chart-caption")).isNotEmpty().allMatch(Node::isVisible);
        });
    }

    @Test
    void theExplanationOfAPanelIsWholeAndNothingMovesWhileABarIsRead() {
        Fx.run(() -> {
            var panel = new Panel("Invoiced by month", "twelve months and a year before");
            panel.with(List.of(new Region()), new Region(), "As table", "", "as-table");
            var box = new VBox(panel);
            new Scene(box, WIDTH, 300);
            for (double width = 250; width <= 900; width += 10) {
                box.resize(width, 300);
                panel.read("");
                Fx.laidOut(box);
                double height = panel.getHeight();
                Label explanation = asides(panel).getFirst();
                assertThat(explanation.isVisible()).isTrue();
                assertThat(explanation.getWidth()).as("at %s", width)
                        .isGreaterThanOrEqualTo(explanation.prefWidth(-1) - 1);

                panel.read("November 2026: 1,234,567.00, 1,234 invoices, with payments that are not matched yet");
                Fx.laidOut(box);
                assertThat(panel.getHeight()).isEqualTo(height);
                assertThat(asides(panel)).extracting(Node::isVisible).containsExactly(false, true);
            }
        });
    }

    private static List<Label> asides(Panel panel) {
        return panel.lookupAll(".panel-aside").stream().map(Label.class::cast).toList();
    }
}
