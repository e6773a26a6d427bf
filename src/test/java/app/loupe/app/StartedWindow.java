package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UpdateCheck;
import app.loupe.settings.SettingsFile;
import app.loupe.text.Texts;
import app.loupe.ui.common.FileChooserPort;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.settings.Preferences;
import app.loupe.ui.shell.FailureScreen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import testkit.window.Fx;

/** A window from its first frame to its end; as the program does it, settings are written last. */
final class StartedWindow implements AutoCloseable {
    private final SettingsFile settings;
    private final Memory memory;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final WindowOpening opening;
    private final Window window;

    /** Opens what is behind the window, whatever its language. */
    @FunctionalInterface
    interface Opener {
        OpenLoupe open(PassphrasePrompt prompt) throws ProblemException;
    }

    /** Opens the window of a data folder. */
    StartedWindow(Path folder, Opener opener) {
        this(folder, (prompt, texts) -> opener.open(prompt));
    }

    /** Opens the window of a data folder, and what is behind it with its texts. */
    StartedWindow(Path folder, WindowOpening.Opener opener) {
        this(folder, opener, WholeLoupe.CLOCK, Optional.empty());
    }

    /** The same, of a build that can look for updates. */
    StartedWindow(Path folder, Opener opener, Optional<UpdateCheck> updates) {
        this(folder, (prompt, texts) -> opener.open(prompt), WholeLoupe.CLOCK, updates);
    }

    /** Opens it on another day. */
    StartedWindow(Path folder, Opener opener, Clock clock) {
        this(folder, (prompt, texts) -> opener.open(prompt), clock, Optional.empty());
    }

    /** Opens it, and asks by this where to save. */
    StartedWindow(Path folder, Opener opener, FileChooserPort saving) {
        this(folder, (prompt, texts) -> opener.open(prompt), WholeLoupe.CLOCK, Optional.empty(), saving,
                WindowWork.LIMIT);
    }

    /** Opens it; a lock and the end wait so long for what is under way. */
    StartedWindow(Path folder, Opener opener, Duration patience) {
        this(folder, (prompt, texts) -> opener.open(prompt), WholeLoupe.CLOCK, Optional.empty(),
                (title, proposed) -> Optional.empty(), patience);
    }

    /** Opens it on another day, and what is behind it with its texts. */
    StartedWindow(Path folder, WindowOpening.Opener opener, Clock clock) {
        this(folder, opener, clock, Optional.empty());
    }

    private StartedWindow(Path folder, WindowOpening.Opener opener, Clock clock, Optional<UpdateCheck> updates) {
        this(folder, opener, clock, updates, (title, proposed) -> Optional.empty(), WindowWork.LIMIT);
    }

    private StartedWindow(Path folder, WindowOpening.Opener opener, Clock clock, Optional<UpdateCheck> updates,
            FileChooserPort saving, Duration patience) {
        settings = new SettingsFile(folder);
        memory = new Memory(settings.read());
        var guard = new CrashGuard(LastWords.read(new PrintWriter(new StringWriter()), new Texts(Locale.US)),
                end -> {});
        Map<String, String> kept = memory.values();
        Wording wording = Wording.of(
                new Texts(Preferences.language(kept, Locale.US), Preferences.region(kept, Locale.US)), clock);
        Set<Window> before = Set.copyOf(Fx.get(() -> List.copyOf(Window.getWindows())));
        opening = Fx.get(() -> new WindowOpening(wording, work, guard,
                new FailureScreen(wording, guard::refuse), closed::countDown,
                new WindowOpening.Remembered(Path.of("nowhere"), memory,
                        new OfferedUpdates(updates, settings, page -> {}), (above, usual) -> saving, patience)));
        Fx.run(() -> opening.begin(opener));
        window = Fx.get(() -> Window.getWindows().stream().filter(one -> !before.contains(one)).findFirst()
                .orElseThrow());
    }

    /** What is behind the window. */
    WindowOpening opening() {
        return opening;
    }

    /** What the window remembers now; call on the FX thread. */
    Map<String, String> remembered() {
        return memory.values();
    }

    /** The window. */
    Stage stage() {
        return (Stage) window;
    }

    /** What the window holds now, laid out; call on the FX thread. */
    Parent root() {
        return Fx.laidOut(window.getScene().getRoot());
    }

    /** A node, once it is there. */
    Node node(String selector) {
        Fx.await("there is " + selector, () -> root().lookup(selector) != null);
        return Fx.get(() -> root().lookup(selector));
    }

    /** Presses a button, once it is there. */
    StartedWindow press(String selector) {
        Node button = node(selector);
        Fx.run(() -> ((ButtonBase) button).fire());
        return this;
    }

    /** Presses a key together with Ctrl, or Cmd, once the window knows it. */
    StartedWindow press(KeyCode key) {
        var together = new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
        Fx.await("there is " + together, () -> window.getScene().getAccelerators().containsKey(together));
        Fx.run(() -> Objects.requireNonNull(window.getScene().getAccelerators().get(together)).run());
        return this;
    }

    /** Waits until a table has so many rows, and gives it. */
    TableView<?> rows(String selector, int least) {
        Fx.await("rows of " + selector, () -> root().lookup(selector) instanceof TableView<?> table
                && table.getItems().size() >= least);
        return (TableView<?>) node(selector);
    }

    /** Opens what a row of a table leads to. */
    void open(TableView<?> table, int row) {
        Fx.run(() -> {
            table.getSelectionModel().select(row);
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    /** Waits until the first page of a paper is drawn. */
    void awaitPaper() {
        Fx.await("pages",
                () -> root().lookup("#paper-pages") instanceof ListView<?> pages && !pages.getItems().isEmpty()
                        && root().lookup(".paper-sheet .image-view") instanceof ImageView page
                        && page.getImage() != null);
    }

    /** The text of a label or button; call on the FX thread. */
    String text(String selector) {
        return root().lookup(selector) instanceof Labeled labeled ? labeled.getText() : "";
    }

    @Override
    public void close() {
        Fx.run(() -> ((Stage) window).close());
        try {
            assertThat(closed.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        work.close();
        if (opening.behind().close()) {
            settings.write(memory.values());
        }
    }
}
