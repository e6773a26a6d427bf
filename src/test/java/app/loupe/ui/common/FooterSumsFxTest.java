package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;
import testkit.window.WindowSamples;

/** Where the line below a table breaks. */
class FooterSumsFxTest {
    private final Stage stage = Fx.get(Stage::new);

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private VBox shown(double width) {
        return Fx.get(() -> {
            var footer = new FigureFooter(WindowSamples.wording());
            footer.show(List.of(new FigureFooter.Part("customers", "22"),
                    new FigureFooter.Part("Total", List.of("€ 1,167,667.39", "¥ 22,153,721", "$ 276,379.15"), false),
                    new FigureFooter.Part("Overdue", List.of("€ 46,886.64", "¥ 264,322", "$ 1,549.98"), true)));
            var root = new VBox(footer);
            Nodes.dress(root, FigureTable.class, "figures.css");
            stage.setScene(new Scene(root, width, 300));
            stage.show();
            Fx.laidOut(root);
            Fx.laidOut(root);
            return root;
        });
    }

    /** However wide the window is: what was asked for them was always a whole line. */
    @Test
    void theAgeOfTheCopyStandsBesideShortSums() {
        VBox root = Fx.get(() -> {
            var footer = new FigureFooter(WindowSamples.wording());
            footer.show(List.of(new FigureFooter.Part("customers", "8"), new FigureFooter.Part("Total", "€ 13.00")));
            footer.age(List.of(WindowSamples.profile(WindowSamples.ACME, "Acme Trading")));
            var box = new VBox(footer);
            Nodes.dress(box, FigureTable.class, "figures.css");
            stage.setScene(new Scene(box, 640, 300));
            stage.show();
            Fx.laidOut(box);
            Fx.laidOut(box);
            return box;
        });

        Fx.run(() -> assertThat(place(Objects.requireNonNull(root.lookup(".copy-age"))).getMinX())
                .isGreaterThan(place(Objects.requireNonNull(root.lookup(".footer-totals"))).getMaxX() - 1));
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1200, 800, 640, 480})
    void aLineBreaksBetweenSumsAlone(double width) {
        VBox root = shown(width);

        Fx.run(() -> assertThat(root.lookupAll(".footer-sum")).hasSize(3)
                .allSatisfy(sum -> assertThat(sum.lookupAll(".footer-figure").stream().map(FooterSumsFxTest::place)
                        .mapToDouble(Bounds::getMinY).distinct()).hasSize(1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1200, 480, 300, 200})
    void noFigureIsCutOrLiesOverAnother(double width) {
        VBox root = shown(width);

        Fx.run(() -> {
            List<Label> figures = root.lookupAll(".footer-figure").stream().map(Label.class::cast).toList();
            assertThat(figures).noneMatch(Label::isTextTruncated);
            for (Label one : figures) {
                assertThat(figures).filteredOn(other -> !other.equals(one) && overlap(place(one), place(other)))
                        .isEmpty();
            }
        });
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getMinX() < other.getMaxX() - 1 && other.getMinX() < one.getMaxX() - 1
                && one.getMinY() < other.getMaxY() - 1 && other.getMinY() < one.getMaxY() - 1;
    }
}
