package app.loupe.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.ui.theme.Theme;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;
import testkit.window.InSight;
import testkit.window.Pictures;
import testkit.window.WindowSamples;

/** With texts of twice the size in the smallest window, whoever cannot open Loupe still reads why and can act. */
class OpeningViewFxTest {
    private static Stage refused(Locale language) {
        Stage stage = Fx.get(() -> {
            var view = new OpeningView(WindowSamples.wording(language), () -> {}, () -> {});
            var scene = new Scene(view, 960, 600);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT), new SimpleObjectProperty<>(200)).dress(scene);
            var shown = new Stage();
            shown.setScene(scene);
            shown.show();
            view.refused(Problem.of(ProblemCode.KEY_MISSING,
                    "C:\\Users\\Maximiliane.Obermeier\\AppData\\Local\\Loupe Invoices\\data"));
            return shown;
        });
        Pictures.settle();
        return stage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void everyWordCanBeReadAndEveryWayTaken(String language) {
        Stage stage = refused(Locale.of(language));
        try {
            assertThat(Fx.get(() -> InSight.missing(stage.getScene()))).isEmpty();
        } finally {
            Fx.run(stage::close);
        }
    }

    /** The keys of who has no mouse: the buttons keep the focus. */
    @Test
    void aKeyScrollsToTheRestOfTheAdvice() {
        Stage stage = refused(Locale.GERMAN);
        try {
            double before = bottomOfAdvice(stage.getScene());
            assertThat(before).as("there is a rest").isGreaterThan(bottomOfPane(stage.getScene()));

            press(stage, KeyCode.PAGE_DOWN);
            assertThat(bottomOfAdvice(stage.getScene())).as("a page further").isLessThan(before);
            while (bottomOfAdvice(stage.getScene()) > bottomOfPane(stage.getScene()) + 1) {
                double then = bottomOfAdvice(stage.getScene());
                press(stage, KeyCode.PAGE_DOWN);
                assertThat(bottomOfAdvice(stage.getScene())).as("each takes it further").isLessThan(then);
            }

            press(stage, KeyCode.PAGE_UP);
            assertThat(bottomOfAdvice(stage.getScene())).isGreaterThan(bottomOfPane(stage.getScene()));
        } finally {
            Fx.run(stage::close);
        }
    }

    private static void press(Stage stage, KeyCode key) {
        Fx.run(() -> stage.getScene().getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    private static double bottomOfAdvice(Scene scene) {
        return Fx.get(() -> {
            Node advice = Fx.laidOut(scene.getRoot()).lookupAll(".welcome-sentence").stream()
                    .reduce((one, last) -> last)
                    .orElseThrow();
            Bounds place = advice.localToScene(advice.getLayoutBounds());
            return place.getMaxY();
        });
    }

    private static double bottomOfPane(Scene scene) {
        return Fx.get(() -> {
            Node pane = Objects.requireNonNull(scene.getRoot().lookup(".card-body"));
            return pane.localToScene(pane.getLayoutBounds()).getMaxY();
        });
    }
}
