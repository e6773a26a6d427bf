package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Guides;
import testkit.window.Fx;

/** Help is reached from every place of the window, without a connection; and the guide names no key that is not there. */
class HelpInWindowFxTest {
    private static final Pattern KEY = Pattern.compile("`((?:Ctrl|Alt|Shift)\\+[A-Z0-9\u2190]\\w*|F1|\\?|[A-Z])`");
    /** Taken by the sidebar, which is no screen: SidebarFxTest. */
    private static final String MENU_OF_A_ROW = "Shift+F10";

    @TempDir
    private Path folder;

    @Test
    void aKeyTheSidebarAndTheSheetOfKeysLeadToIt() throws Exception {
        var bench = new WholeLoupe(folder);
        try (var window = new StartedWindow(folder, prompt -> bench.open())) {
            window.node("#welcome-sample");
            Scene scene = window.stage().getScene();
            Fx.run(() -> Objects.requireNonNull(scene.getAccelerators().get(new KeyCodeCombination(KeyCode.F1))).run());
            window.node("#help-contents");

            window.press("#nav-settings");
            Fx.await("settings", () -> window.root().lookup("#help-contents") == null);
            window.press("#nav-help").node("#help-contents");

            window.press("#nav-settings");
            sheet(window);
            window.press("#open-help").node("#help-contents");
            assertThat(Fx.get(() -> window.root().lookup("#shortcut-sheet"))).isNull();
        }
    }

    private static List<Window> guides(StartedWindow of) {
        return Window.getWindows().stream()
                .filter(one -> one instanceof Stage guide && of.stage().equals(guide.getOwner())).toList();
    }

    /** Whoever cannot open Loupe needs the guide most, and cannot reach the page in the window. */
    @Test
    void whoeverCannotOpenLoupeReadsTheGuideBesideIt() throws Exception {
        try (var window = new StartedWindow(folder, prompt -> {
            throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
        })) {
            Fx.await("refused", () -> window.root().lookup("#opening-help") != null
                    && window.root().lookup("#opening-help").getParent().isVisible());
            window.press("#opening-help");
            Fx.await("the guide", () -> guides(window).size() == 1
                    && guides(window).getFirst().getScene().getRoot().lookup("#help-contents .chip") != null);
            Window guide = Fx.get(() -> guides(window).getFirst());
            assertThat(Fx.get(() -> guide.getScene().getRoot().lookupAll(".chip").stream()
                    .map(chip -> ((Labeled) chip).getText()).toList())).contains("When something is wrong");

            Scene scene = window.stage().getScene();
            Fx.run(() -> Objects.requireNonNull(scene.getAccelerators().get(new KeyCodeCombination(KeyCode.F1))).run());
            assertThat(Fx.get(() -> guides(window))).as("the same again").containsExactly(guide);

            Fx.run(window.stage()::close);
            assertThat(Fx.get(guide::isShowing)).as("it goes with its window").isFalse();
        }
    }

    @Test
    void everyKeyOfTheGuideIsInTheSheet() throws Exception {
        Set<String> named = named(Locale.ENGLISH);
        assertThat(named).contains("F1", "Ctrl+E", "Ctrl+L", "F", MENU_OF_A_ROW);
        for (Locale language : Guides.translations()) {
            assertThat(named(language)).as(language.getLanguage()).isEqualTo(named);
        }
        named.remove(MENU_OF_A_ROW);
        var bench = new WholeLoupe(folder);
        try (var window = new StartedWindow(folder, prompt -> bench.open())) {
            window.node("#welcome-sample");
            sheet(window);
            List<String> keys = Fx.get(() -> window.root().lookupAll("#shortcut-sheet .key").stream()
                    .map(Labeled.class::cast).map(Labeled::getText).toList());

            assertThat(new HashSet<>(keys)).containsAll(named);
        }
    }

    private static Set<String> named(Locale language) throws IOException {
        return KEY.matcher(Guides.withEnglishKeys(language)).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void sheet(StartedWindow window) {
        Fx.run(() -> window.root().fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
        window.node("#shortcut-sheet");
    }
}
