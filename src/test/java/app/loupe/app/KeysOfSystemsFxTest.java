package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** The keys of the window are those of each system: Ctrl on Windows and Linux, Cmd on macOS, and none that macOS keeps. */
class KeysOfSystemsFxTest {
    /** Quit, hide, minimise, close, the next window, look up, the next program; with Cmd and any other modifier. */
    private static final Set<KeyCode> OF_MACOS = Set.of(KeyCode.Q, KeyCode.H, KeyCode.M, KeyCode.W,
            KeyCode.BACK_QUOTE, KeyCode.SPACE, KeyCode.TAB);
    /** A key of one system alone, or a question about one that forgets the other. */
    private static final Pattern ONE_SYSTEM = Pattern.compile("CONTROL_DOWN|META_DOWN|CONTROL_ANY|META_ANY"
            + "|^(?!.*isMetaDown)(?!.*isShortcutDown).*isControlDown|^(?!.*isControlDown).*isMetaDown");
    private static final Path SOURCES = Path.of("src", "main", "java", "app", "loupe");

    @TempDir
    Path folder;

    @Test
    void everyKeyOfTheWindowIsOneOfEachSystem() throws Exception {
        var bench = new WholeLoupe(folder);
        try (var window = new StartedWindow(folder, prompt -> bench.open())) {
            window.node("#welcome-sample");

            List<KeyCombination> keys = Fx.get(() -> List.copyOf(window.stage().getScene().getAccelerators().keySet()));

            assertThat(keys).hasSizeGreaterThan(15).allSatisfy(key -> {
                assertThat(key).isInstanceOf(KeyCodeCombination.class);
                assertThat(List.of(key.getControl(), key.getMeta())).as(key.getName()).doesNotContain(
                        ModifierValue.DOWN);
                boolean kept = key.getShortcut() == ModifierValue.DOWN
                        && OF_MACOS.contains(((KeyCodeCombination) key).getCode());
                assertThat(kept).as(key.getName() + " is kept by macOS").isFalse();
            });
        }
    }

    @Test
    void noKeyOfAScreenIsOneOfASingleSystem() throws IOException {
        Map<String, List<String>> found;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            found = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(Path::toString, KeysOfSystemsFxTest::ofOneSystem));
        }

        assertThat(found).hasSizeGreaterThan(100);
        assertThat(found.values().stream().flatMap(List::stream)).isEmpty();
    }

    private static List<String> ofOneSystem(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> ONE_SYSTEM.matcher(line).find()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
