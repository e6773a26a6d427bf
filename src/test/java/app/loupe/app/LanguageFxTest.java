package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** Another language fills the window again without a start, and without a key. */
class LanguageFxTest {
    @TempDir
    private Path folder;

    private final List<OpenLoupe> opened = Collections.synchronizedList(new ArrayList<>());

    private static void choose(StartedWindow window, Locale language) {
        var box = (ComboBox<?>) window.node("#setting-language");
        int at = Fx.get(() -> box.getItems().stream().map(Object::toString).toList().indexOf(language.toString()));
        Fx.run(() -> box.getSelectionModel().select(at));
        window.press("#language-now");
    }

    private static void awaitSettings(StartedWindow window, String title) {
        Fx.await("settings in the language of " + title,
                () -> window.root().lookup(".settings") != null
                        && title.equals(window.root().lookup("#nav-settings").getAccessibleText()));
    }

    @Test
    void theWindowSpeaksItAtOnceWithTheSameFilesOpen() throws Exception {
        var bench = new WholeLoupe(folder);
        ConnectionId sample;
        try (OpenLoupe loupe = bench.open()) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
        }
        try (var window = new StartedWindow(folder, prompt -> {
            OpenLoupe loupe = bench.open();
            opened.add(loupe);
            return loupe;
        })) {
            window.press("#nav-settings");
            awaitSettings(window, "Settings");
            int asked = bench.keyring.loads();

            choose(window, Locale.GERMAN);

            awaitSettings(window, "Einstellungen");
            assertThat(Fx.get(() -> Objects.requireNonNull(window.root().lookup("#language-now")).isVisible()))
                    .isFalse();
            assertThat(bench.keyring.loads()).isEqualTo(asked);
            assertThat(opened).hasSize(1);
            assertThat(opened.getFirst().invoices().rows(Set.of(sample))).isNotEmpty();
            Fx.await("commands are answered", () -> window.opening().lend().isPresent());
            // and again, to one with other letters
            choose(window, Locale.FRENCH);
            awaitSettings(window, "Param\u00e8tres");
            window.press("#nav-invoices");
            Fx.await("invoices", () -> window.root().lookup(".invoice-table") != null);
        }
    }
}
