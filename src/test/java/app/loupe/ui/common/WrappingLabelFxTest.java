package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FxStage;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.Scripts;

class WrappingLabelFxTest {
    private static final int NARROWEST = 20;
    private static final int WIDEST = 600;
    /** The sizes, weights and paddings in which the screens wrap. */
    private static final List<String> STYLES = List.of("muted", "small", "strong", "screen-title", "badge", "mono",
            "note", "welcome-sentence", "detail-number", "line-cell", "detail-banner");

    private final StackPane root = new StackPane();

    private void dressed(Runnable work) {
        Fx.run(() -> {
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(new Scene(root, 700, 700));
            Stream.of("connect/connect.css", "welcome/welcome.css", "security/security.css", "invoices/invoices.css")
                    .map(sheet -> Objects.requireNonNull(Theme.class.getResource("../" + sheet)).toExternalForm())
                    .forEach(root.getStylesheets()::add);
            work.run();
        });
    }

    private void put(Control control) {
        root.getChildren().setAll(control);
        root.applyCss();
    }

    private static void layOut(Control control, double width) {
        control.resize(width, control.prefHeight(width));
        control.layout();
    }

    @Test
    void aLabelOfThreeLinesHasTheRestInATip() {
        dressed(() -> {
            String all = "one two three four five six seven eight nine ten eleven twelve";
            WrappingLabel label = Nodes.paragraph(all).upTo(3);
            put(label);
            layOut(label, 90);

            assertThat(drawn(label).getText().lines()).hasSize(3);
            assertThat(drawn(label).getText()).startsWith("one two").endsWith("\u2026");
            assertThat(drawn(label).getLayoutBounds().getWidth()).isLessThanOrEqualTo(90);
            assertThat(label.getHeight()).isLessThan(drawn(label).getLayoutBounds().getHeight() + 1);
            assertThat(label.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo(all);
            assertThat(FxStage.tip(label)).contains(all);

            layOut(label, 590);
            assertThat(drawn(label).getText()).isEqualTo(all);
            assertThat(FxStage.tip(label)).as("nothing is cut").isEmpty();
        });
    }

    private static Text drawn(Label label) {
        return (Text) label.lookup(".text");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void everyScriptIsLaidOutAtEveryWidthInEveryStyle(Scripts script) {
        dressed(() -> STYLES.forEach(style -> {
            WrappingLabel label = Nodes.paragraph(script.text(), style);
            put(label);
            double padding = label.snappedLeftInset() + label.snappedRightInset();
            for (int width = NARROWEST; width <= WIDEST; width++) {
                layOut(label, width);
                Text text = drawn(label);
                double room = width - padding < 1
                        ? label.prefWidth(-1)
                        : Math.max(width - padding, widestCharacter(label));

                assertThat(text.getWrappingWidth()).as("the toolkit breaks nothing").isZero();
                assertThat(text.getLayoutBounds().getWidth()).as("%s at %s", style, width)
                        .isLessThanOrEqualTo(room + 1);
                assertThat(text.getLayoutBounds().getHeight() + label.snappedTopInset() + label.snappedBottomInset())
                        .isLessThanOrEqualTo(label.getHeight() + 1);
            }
            assertThat(label.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo(script.text());
        }));
    }

    private static double widestCharacter(Label label) {
        return label.getFont().getSize() * 3;
    }

    /** The day this fails, the toolkit is mended, and {@link WrappingLabel} can go. */
    @Test
    void theToolkitsOwnWrappingStillThrows() {
        dressed(() -> {
            var label = new Label(Scripts.ARABIC.text());
            label.setWrapText(true);
            put(label);

            assertThatThrownBy(() -> {
                for (int width = NARROWEST; width <= WIDEST; width++) {
                    layOut(label, width);
                }
            }).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        });
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void whatDoesNotWrapIsCutAtEveryWidth(Scripts script) {
        dressed(() -> Stream.of(new Label(script.text()), new Hyperlink(script.text()), new TextField(script.text()))
                .forEach(control -> {
                    put(control);
                    for (int width = NARROWEST; width <= WIDEST; width++) {
                        layOut(control, width);
                    }
                    assertThat(control.getWidth()).isEqualTo(WIDEST);
                }));
    }

    @Test
    void heightFollowsTheNumberOfLinesAndNewTexts() {
        dressed(() -> {
            WrappingLabel label = Nodes.paragraph("one two three");
            put(label);
            double one = label.prefHeight(-1);
            double narrow = new Text("three").getLayoutBounds().getWidth() * 1.4;

            assertThat(label.prefHeight(narrow)).isGreaterThan(one * 2.5);
            layOut(label, narrow);
            assertThat(drawn(label).getText()).isEqualTo("one\ntwo\nthree");
            label.setText("one");
            assertThat(label.prefHeight(narrow)).isEqualTo(one);
            label.setText("one two three");
            assertThat(label.minHeight(narrow)).as("no line is cut").isEqualTo(label.prefHeight(narrow));
        });
    }

    @Test
    void aColumnGivesTheLabelTheHeightOfAllItsLines() {
        dressed(() -> {
            WrappingLabel label = Nodes.paragraph(Scripts.ARABIC.text());
            Label below = Nodes.label("below");
            var box = new VBox(label, below);
            root.getChildren().setAll(box);
            root.applyCss();
            var tops = new ArrayList<Double>();
            for (int width : new int[] {100, 600}) {
                box.resize(width, 400);
                box.layout();
                tops.add(below.getLayoutY());
                assertThat(below.getLayoutY()).isEqualTo(label.getHeight());
            }

            assertThat(tops.getFirst()).isGreaterThan(tops.getLast() * 2);
        });
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void aTooltipWrapsInTheSameWay(Scripts script) {
        dressed(() -> {
            var stage = new Stage();
            stage.setScene(root.getScene());
            stage.show();
            String text = (script.text() + " ").repeat(9);
            var tooltip = new WrappingTooltip("");
            tooltip.setText(text);
            tooltip.show(stage);
            Label shown = (Label) tooltip.getGraphic();
            tooltip.getScene().getRoot().layout();

            assertThat(tooltip.getText()).isEqualTo(text);
            assertThat(shown.getWidth()).isBetween(100.0, 360.0);
            assertThat(drawn(shown).getText().lines().count()).isGreaterThan(3);
            assertThat(shown.getHeight()).isGreaterThanOrEqualTo(drawn(shown).getLayoutBounds().getHeight() - 1);
            assertThat(tooltip.getWidth()).isLessThan(460);
            tooltip.hide();
            stage.hide();
        });
    }

    @Test
    void aClickOnTheTextIsOneOnWhatItStandsIn() {
        dressed(() -> {
            var label = new WrappingLabel("just now, 27 invoices");
            var clicked = new ArrayList<MouseEvent>();
            var row = new VBox(label);
            row.setOnMouseClicked(clicked::add);
            root.getChildren().setAll(row);
            root.applyCss();

            label.fireEvent(Clicks.primary());

            assertThat(clicked).hasSize(1);
        });
    }
}
