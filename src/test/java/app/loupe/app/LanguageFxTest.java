package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ConnectionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** Another language opens the window again without a start. */
class LanguageFxTest {
    @TempDir
    private Path folder;

    private final List<OpenLoupe> opened = Collections.synchronizedList(new ArrayList<>());

    private final List<String> spoken = Collections.synchronizedList(new ArrayList<>());

    private static void choose(StartedWindow window, Locale language) {
        choose(window, "language", language);
    }

    private static void choose(StartedWindow window, String what, Locale one) {
        var box = (ComboBox<?>) window.node("#setting-" + what);
        int at = Fx.get(() -> box.getItems().stream().map(Object::toString).toList().indexOf(one.toString()));
        Fx.run(() -> box.getSelectionModel().select(at));
        window.press("#" + what + "-now");
    }

    private static void awaitSettings(StartedWindow window, String title) {
        Fx.await("settings in the language of " + title,
                () -> window.root().lookup(".settings") != null
                        && title.equals(window.root().lookup("#nav-settings").getAccessibleText()));
    }

    @Test
    void theWindowAndWhatIsBehindItSpeakItAtOnce() throws Exception {
        var bench = new WholeLoupe(folder);
        ConnectionId sample;
        try (OpenLoupe loupe = bench.open()) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
        }
        try (var window = new StartedWindow(folder, (prompt, texts) -> {
            // what is behind the window has words, too
            spoken.add(texts.get("nav.settings"));
            OpenLoupe loupe = bench.open(texts);
            opened.add(loupe);
            return loupe;
        })) {
            window.press("#nav-settings");
            awaitSettings(window, "Settings");

            choose(window, Locale.GERMAN);

            awaitSettings(window, "Einstellungen");
            assertThat(Fx.get(() -> Objects.requireNonNull(window.root().lookup("#language-now")).isVisible()))
                    .isFalse();
            assertThat(opened).hasSize(2);
            assertThatThrownBy(() -> opened.getFirst().invoices().rows(Set.of(sample)))
                    .as("closed").isInstanceOfSatisfying(ProblemException.class,
                            closed -> assertThat(closed.problem().code()).isEqualTo(ProblemCode.FILES_CLOSED));
            assertThat(opened.getLast().invoices().rows(Set.of(sample))).isNotEmpty();
            Fx.await("commands are answered", () -> window.opening().behind().lend().isPresent());
            // and again, to another one
            choose(window, Locale.FRENCH);
            awaitSettings(window, "Param\u00e8tres");
            window.press(KeyCode.L);
            assertThat(spoken).containsExactly("Settings", "Einstellungen", "Param\u00e8tres");
            Fx.await("locked in French", () -> window.text(".welcome-title").equals("Loupe est verrouill\u00e9"));
        }
    }

    @Test
    void numbersAreWrittenForAnotherRegionAtOnceInTheSameLanguage() throws Exception {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
        try (var window = new StartedWindow(folder, (prompt, texts) -> {
            spoken.add(texts.locale().toLanguageTag());
            return bench.open(texts);
        })) {
            window.press("#nav-settings");
            awaitSettings(window, "Settings");

            choose(window, "region", Locale.of("de", "CH"));
            Fx.await("as in Switzerland",
                    () -> spoken.contains("de-CH") && window.root().lookup("#region-now") != null
                            && !window.root().lookup("#region-now").isVisible());
            awaitSettings(window, "Settings");
            Fx.await("the count of invoices",
                    () -> window.root().lookupAll(".label").stream().map(node -> ((Labeled) node).getText())
                            .anyMatch(text -> text != null && text.matches("1\u2019\\d{3}( .*)?")));

            choose(window, "region", Locale.GERMANY);
            Fx.await("as in Germany",
                    () -> window.root().lookupAll(".label").stream().map(node -> ((Labeled) node).getText())
                            .anyMatch(text -> text != null && text.matches("1\\.\\d{3}( .*)?")));
            assertThat(spoken.subList(1, 3)).containsExactly("de-CH", "de-DE");
        }
    }

    @Test
    void aWindowThatIsClosedMeanwhileEndsAsEver() throws Exception {
        var bench = new WholeLoupe(folder);
        bench.open().close();
        var gate = new CountDownLatch(1);
        try (var window = new StartedWindow(folder, (prompt, texts) -> {
            if (!opened.isEmpty()) {
                passed(gate);
            }
            OpenLoupe loupe = bench.open(texts);
            opened.add(loupe);
            return loupe;
        })) {
            window.press("#nav-settings");
            awaitSettings(window, "Settings");
            choose(window, Locale.GERMAN);
            Fx.run(() -> window.stage().close());
            gate.countDown();
        }

        // nothing holds the files any more
        try (OpenLoupe again = bench.open()) {
            assertThat(again.connections().list()).isEmpty();
        }
    }

    private static void passed(CountDownLatch gate) {
        try {
            assertThat(gate.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
