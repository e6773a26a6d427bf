package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void everyKeyOfTheGuideIsInTheSheet() throws Exception {
        Set<String> named = KEY.matcher(Files.readString(Path.of("docs", "guide.md"))).results()
                .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).contains("F1", "Ctrl+E", "Ctrl+L", "F", MENU_OF_A_ROW);
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

    private static void sheet(StartedWindow window) {
        Fx.run(() -> window.root().fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
        window.node("#shortcut-sheet");
    }
}
