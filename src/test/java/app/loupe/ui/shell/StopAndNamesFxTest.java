package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.window.Contrast;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** How the window looks with companies of one group, and while they sync. */
class StopAndNamesFxTest {
    private static final String GROUP = "Gesellschaft f\u00fcr Unternehmensberatung Oberschwaben GmbH & Co. KG ";
    private static final double LEAST = 3;

    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void companies() {
        for (int i = 0; i < 2; i++) {
            kit.connections.with(WindowSamples.profile(WindowSamples.id(i), GROUP + i));
            kit.reader.with(WindowSamples.id(i), 10);
        }
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void namesThatDifferInTheirEndAreToldApart() {
        kit.openLoaded();

        List<String> drawn = Fx.get(() -> kit.findAll(".connection-name").stream()
                .map(name -> ((Text) name.lookup(".text")).getText()).toList());

        assertThat(drawn).hasSize(2).doesNotHaveDuplicates().allMatch(name -> name.contains("\u2026"));
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void stopHasAnEdgeThatIsSeen(ColorScheme scheme) {
        kit.scheme.set(scheme);
        kit.openLoaded();
        kit.press("#sync-button");
        Fx.await("it syncs", () -> kit.seen("#sync-button").contains("Stop"));

        List<BackgroundFill> layers = Fx.get(
                () -> ((Button) Objects.requireNonNull(kit.find("#sync-button"))).getBackground().getFills());

        assertThat(Contrast.of(colour(layers.getFirst().getFill()), colour(layers.getLast().getFill())))
                .isGreaterThanOrEqualTo(LEAST);
    }

    private static int colour(Paint paint) {
        return Integer.parseInt(((Color) paint).toString().substring(2, 8), 16);
    }
}
