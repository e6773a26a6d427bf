package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.Pictures;

/** What somebody sees who starts Loupe for the first time, in every language and with texts of twice the size. */
class FirstSightFxTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"fr, 100", "de, 100", "en, 200", "fr, 200", "de, 200", "es, 200", "nl, 200"})
    void nothingOfTheWelcomeAndOfTheKeysIsCut(String language, String size) throws Exception {
        var bench = new WholeLoupe(folder);
        bench.open().close();
        new SettingsFile(folder).write(Map.of("settings.language", language, "settings.text-size", size));
        try (var window = new StartedWindow(folder, (prompt, texts) -> bench.open(texts))) {
            window.node("#welcome-sample");
            Fx.run(() -> {
                window.stage().setWidth(1280);
                window.stage().setHeight(800);
            });
            Fx.await("the window has its size", () -> window.stage().getScene().getHeight() == 800);
            Pictures.settle();
            demandWhole(window, ".welcome");
            Fx.run(() -> {
                var room = (ScrollPane) Objects.requireNonNull(window.root().lookup(".main .room"));
                assertThat(room.getContent().getLayoutBounds().getWidth()).as("nobody scrolls sideways")
                        .isLessThanOrEqualTo(room.getViewportBounds().getWidth() + 1);
            });

            Fx.run(() -> window.root().fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
            window.node("#shortcut-sheet");
            Pictures.settle();
            demandWhole(window, "#shortcut-sheet");
        }
    }

    private static void demandWhole(StartedWindow window, String part) {
        assertThat(Fx.get(() -> window.root().lookup(part).lookupAll(".label").stream().map(Labeled.class::cast)
                .filter(label -> label.isVisible() && label.isTextTruncated()).map(Labeled::getText).toList()))
                .isEmpty();
    }
}
