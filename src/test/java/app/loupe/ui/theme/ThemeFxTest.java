package app.loupe.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class ThemeFxTest {
    private final SimpleObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final SimpleObjectProperty<Integer> size = new SimpleObjectProperty<>(100);
    private final Theme theme = new Theme(scheme, size);

    private static Scene scene() {
        return new Scene(new StackPane());
    }

    private static String sheets(Scene scene) {
        return String.join(" ", scene.getStylesheets());
    }

    @Test
    void followsSchemeAndSizeUntilItIsLeft() {
        Scene scene = Fx.get(ThemeFxTest::scene);
        Fx.run(() -> theme.dress(scene, "extra.css"));
        assertThat(sheets(scene)).contains("tokens-light.css").doesNotContain("base64").endsWith("extra.css");

        Fx.run(() -> scheme.set(ColorScheme.DARK));
        Fx.run(() -> size.set(150));
        assertThat(sheets(scene)).contains("tokens-dark.css").contains("base64").endsWith("extra.css");

        Fx.run(theme::leave);
        Fx.run(() -> scheme.set(ColorScheme.LIGHT));
        assertThat(sheets(scene)).contains("tokens-dark.css");
    }

    @Test
    void aSceneThatNothingShowsGoesFromMemoryWhileTheThemeIsFollowed() {
        List<WeakReference<Scene>> gone = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            gone.add(Fx.get(() -> {
                Scene scene = scene();
                theme.dress(scene);
                return new WeakReference<>(scene);
            }));
        }
        Scene shown = Fx.get(ThemeFxTest::scene);
        Fx.run(() -> theme.dress(shown));

        Fx.awaitCollected("the scenes are collected", gone);
        Fx.run(() -> scheme.set(ColorScheme.DARK));

        assertThat(sheets(shown)).contains("tokens-dark.css");
    }

    @Test
    void theRoomAroundWhatIsPressedOrTypedIntoGrowsWithTheText() {
        List<Region> controls = Fx.get(() -> List.of(new Button("a"), new ToggleButton("a"), new TextField("a"),
                new PasswordField()));
        Scene scene = Fx.get(() -> new Scene(new VBox(controls.toArray(Region[]::new))));
        Fx.run(() -> theme.dress(scene));

        assertThat(Fx.get(() -> insets(scene, controls)))
                .allSatisfy(room -> assertThat(room).isCloseTo(20, within(1.0)));
        Fx.run(() -> size.set(200));
        assertThat(Fx.get(() -> insets(scene, controls)))
                .allSatisfy(room -> assertThat(room).isCloseTo(40, within(1.0)));
    }

    /** Above and to the left of what is in them, together. */
    private static List<Double> insets(Scene scene, List<Region> controls) {
        Fx.laidOut(scene.getRoot());
        return controls.stream().map(Region::getPadding).map(room -> room.getTop() + room.getLeft()).toList();
    }
}
