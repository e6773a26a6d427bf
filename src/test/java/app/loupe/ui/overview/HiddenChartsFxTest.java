package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.MoneyText;
import app.loupe.ui.common.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/** While amounts are hidden no length, place or colour of a chart tells them. */
class HiddenChartsFxTest {
    /** Where bars begin and how long they are, chart by chart; on the FX thread. */
    private static Set<List<Long>> shapes(OverviewWindow window, String chart, String bar) {
        return window.findAll(chart).stream()
                .flatMap(one -> one.lookupAll(bar).stream().map(node -> shape(chart, node)))
                .collect(Collectors.toSet());
    }

    private static List<Long> shape(String chart, Node node) {
        Bounds place = node.getBoundsInParent();
        return chart.equals(".age-chart")
                ? List.of(Math.round(node.getLayoutBounds().getWidth()))
                : List.of(Math.round(place.getMinY()), Math.round(node.getLayoutBounds().getHeight()));
    }

    private static List<String> captions(OverviewWindow window) {
        return window.findAll(".chart-caption").stream().map(node -> ((Labeled) node).getText()).toList();
    }

    private static void hide(OverviewWindow window) {
        Fx.run(() -> Objects.requireNonNull(window.stage().getScene().getAccelerators()
                .get(new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN))).run());
    }

    @Test
    void allBarsAreAlikeUntilAmountsAreShownAgain() {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.ENGLISH)) {
            window.awaitProducts();
            Set<List<Long>> ages = Fx.get(() -> shapes(window, ".age-chart", ".age-bar"));
            Set<List<Long>> columns = Fx.get(() -> shapes(window, ".column-chart", ".chart-bar"));
            assertThat(ages).hasSizeGreaterThan(4);
            assertThat(columns).hasSizeGreaterThan(12);

            hide(window);
            Fx.await("hidden captions", () -> !captions(window).isEmpty()
                    && captions(window).stream().allMatch(MoneyText.HIDDEN::equals));
            assertThat(Fx.<Set<List<Long>>>get(() -> shapes(window, ".age-chart", ".age-bar"))).hasSize(1);
            // each chart by itself: two may be of two heights
            for (Node chart : Fx.get(() -> window.findAll(".column-chart"))) {
                assertThat(Fx.<Set<List<Long>>>get(() -> chart.lookupAll(".chart-bar").stream()
                        .map(node -> shape(".column-chart", node)).collect(Collectors.toSet()))).hasSize(1);
            }

            hide(window);
            window.awaitProducts();
            assertThat(Fx.<Set<List<Long>>>get(() -> shapes(window, ".age-chart", ".age-bar"))).isEqualTo(ages);
        }
    }
}
