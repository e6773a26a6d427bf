package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.SettingsFile;
import app.loupe.ui.common.FileChooserPort;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;

/** Locking takes away what the window holds and closes what is behind it; unlocking asks for the key as a start does. */
class LockFxTest {
    private static final String LOCKED = "Loupe is locked";

    @TempDir
    private Path folder;

    private ConnectionId sample = new ConnectionId("aaaaaaaa");
    private final List<OpenLoupe> opened = Collections.synchronizedList(new ArrayList<>());

    private WholeLoupe bench() throws ProblemException {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
        }
        return bench;
    }

    private StartedWindow start(WholeLoupe bench) {
        return new StartedWindow(folder, prompt -> {
            OpenLoupe loupe = bench.open();
            opened.add(loupe);
            return loupe;
        });
    }

    private static String openInvoice(StartedWindow window) {
        Fx.await("an invoice is open", () -> window.root().lookup(".detail-number") instanceof Labeled label
                && !label.getText().isEmpty() && window.root().lookup(".totals-grid") != null);
        return Fx.get(() -> window.text(".detail-number"));
    }

    private static String openThird(StartedWindow window) {
        window.press("#nav-invoices");
        Fx.await("invoices", () -> window.root().lookup(".invoice-table") instanceof TableView<?> table
                && table.getItems().size() > 3);
        Fx.run(() -> ((TableView<?>) window.root().lookup(".invoice-table")).getSelectionModel().select(3));
        return openInvoice(window);
    }

    private static void awaitLocked(StartedWindow window) {
        Fx.await("locked", () -> window.text(".welcome-title").equals(LOCKED)
                && window.root().lookup("#opening-again") instanceof Labeled button && button.isVisible()
                && button.getText().equals("Unlock"));
    }

    @Test
    void nothingIsLeftInTheWindowAndEverythingBehindItIsClosed() throws Exception {
        WholeLoupe bench = bench();
        try (StartedWindow window = start(bench)) {
            String number = openThird(window);

            window.press(KeyCode.L);

            // at once, before anything was closed
            assertThat(Fx.get(() -> HiddenAmountsFxTest.said(window.root()))).isNotEmpty()
                    .noneMatch(text -> text.contains(number) || text.contains("\u20ac"));
            assertThat(Fx.get(() -> window.root().lookup(".shell"))).isNull();
            awaitLocked(window);
            assertThat(Fx.get(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList()))
                    .isEmpty();
            assertThat(window.opening().behind().lend()).as("a command beside the window").isEmpty();
            OpenLoupe before = opened.getFirst();
            assertThatThrownBy(() -> before.invoices().rows(Set.of(sample)))
                    .as("the copy is closed").isInstanceOf(ProblemException.class).hasMessage("files-closed");
            // its files, too: they can be opened by whoever has the key
            try (OpenLoupe other = bench.open()) {
                assertThat(other.connections().list()).hasSize(1);
            }
        }
    }

    @Test
    void aClickAsksTheKeyringAgainAndTheOwnerIsWhereTheyWere() throws Exception {
        WholeLoupe bench = bench();
        try (StartedWindow window = start(bench)) {
            String number = openThird(window);
            int asked = bench.keyring.loads();
            window.press(KeyCode.L);
            awaitLocked(window);
            assertThat(bench.keyring.loads()).as("nobody asks before the owner does").isEqualTo(asked);

            window.press("#opening-again");

            assertThat(openInvoice(window)).isEqualTo(number);
            assertThat(bench.keyring.loads()).isGreaterThan(asked);
            assertThat(opened).hasSize(2);
            // the new window works as the first did
            window.press(KeyCode.L);
            awaitLocked(window);
            window.press("#opening-again");
            assertThat(openInvoice(window)).isEqualTo(number);
        }
    }

    @Test
    void anExportThatALockStoppedIsToldAfterwards() throws Exception {
        String home = System.getProperty("user.home");
        System.setProperty("user.home", Files.createDirectory(folder.resolve("home")).toString());
        try (StartedWindow window = start(bench())) {
            openThird(window);
            window.press("#export-button").node("#export-card");
            Fx.await("a place", () -> window.root().lookup("#export-into") instanceof Label into
                    && !into.getText().isEmpty());

            Fx.run(() -> {
                ((Button) window.root().lookup("#export-go")).fire();
                Objects.requireNonNull(window.stage().getScene().getAccelerators()
                        .get(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN))).run();
            });
            awaitLocked(window);
            window.press("#opening-again");

            openInvoice(window);
            assertThat(Fx.get(() -> HiddenAmountsFxTest.said(window.root()))).contains("The export was stopped");
            window.press(KeyCode.L);
            awaitLocked(window);
            window.press("#opening-again");
            openInvoice(window);
            assertThat(Fx.get(() -> HiddenAmountsFxTest.said(window.root()))).as("once")
                    .doesNotContain("The export was stopped");
        } finally {
            System.setProperty("user.home", home);
        }
    }

    /** The system's dialog stays open over a lock, and is answered before the window is open again, or afterwards. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlaceThatIsNamedAfterALockIsToldToHaveComeTooLate(boolean beforeUnlocking) throws Exception {
        WholeLoupe bench = bench();
        Path report = folder.resolve("report.txt");
        var loop = new Object();
        FileChooserPort dialog = (title, proposed) -> {
            Platform.enterNestedEventLoop(loop);
            return Optional.of(report);
        };
        try (var window = new StartedWindow(folder, prompt -> bench.open(), dialog)) {
            openThird(window);
            window.press("#nav-security").node("#save-report");
            Platform.runLater(() -> ((Button) window.root().lookup("#save-report")).fire());
            window.press(KeyCode.L);
            awaitLocked(window);

            if (beforeUnlocking) {
                Fx.run(() -> Platform.exitNestedEventLoop(loop, ""));
            }
            window.press("#opening-again").node(".sidebar");
            if (!beforeUnlocking) {
                Fx.run(() -> Platform.exitNestedEventLoop(loop, ""));
            }

            Fx.await("it is told", () -> HiddenAmountsFxTest.said(window.root()).contains("The file was not saved"));
            assertThat(report).doesNotExist();
        }
    }

    @Test
    void aKeyringThatRefusesLeavesItLockedUntilItDoesNot() throws Exception {
        WholeLoupe bench = bench();
        var refuses = new boolean[1];
        try (var window = new StartedWindow(folder, prompt -> {
            if (refuses[0]) {
                throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
            }
            return bench.open();
        })) {
            window.press("#nav-invoices");
            refuses[0] = true;
            window.press(KeyCode.L);
            awaitLocked(window);
            window.press("#opening-again");
            Fx.await("refused", () -> !window.text(".welcome-title").equals(LOCKED)
                    && Objects.requireNonNull(window.root().lookup("#opening-again")).isVisible());
            assertThat(Fx.get(() -> window.root().lookup(".shell"))).isNull();

            refuses[0] = false;
            window.press("#opening-again");
            Fx.await("open again", () -> window.root().lookup(".invoice-table") != null);
        }
    }

    /** The pointer comes over a node that has a tip. */
    private static void hover(Parent root) {
        Node node = root.lookupAll("*").stream()
                .filter(one -> one.getProperties().values().stream().anyMatch(Tooltip.class::isInstance)).findFirst()
                .orElseThrow();
        node.fireEvent(
                new MouseEvent(MouseEvent.MOUSE_MOVED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false, false,
                        false, false, false, true, false, true, null));
    }

    @Test
    void whatALockTookAwayLeavesTheMemoryHoweverOftenItIsOpenedAgain() throws Exception {
        WholeLoupe bench = bench();
        try (StartedWindow window = start(bench)) {
            openThird(window);
            List<WeakReference<Parent>> gone = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                gone.add(Fx.get(() -> new WeakReference<>(window.root())));
                Fx.run(() -> hover(window.root()));
                window.press(KeyCode.L);
                awaitLocked(window);
                Fx.awaitCollected("what was shown until lock " + gone.size() + " is collected", gone);
                window.press("#opening-again");
                openInvoice(window);
            }
            assertThat(gone).hasSize(2);
        }
    }

    @Test
    void whatWasDeletedLeavesTheMemoryOfScreensThatAreNotSeen() throws Exception {
        WholeLoupe bench = bench();
        try (StartedWindow window = start(bench)) {
            openThird(window);
            window.press("#nav-customers");
            Fx.await("customers", () -> window.root().lookup(".table-view") instanceof TableView<?> table
                    && !table.getItems().isEmpty());
            window.press("#nav-overview").node("#card-outstanding");
            List<WeakReference<Object>> gone = new ArrayList<>();
            gone.add(new WeakReference<>(opened.getFirst().shelf().books(Set.of(sample))));
            gone.add(new WeakReference<>(opened.getFirst().shelf().subledgers(Set.of(sample)).get(sample)));

            window.press(".connection-delete").press("#delete-yes");
            window.node(".welcome");

            Fx.awaitCollected("all that the deleted connection held is collected", gone);
            assertThat(Fx.get(() -> HiddenAmountsFxTest.said(window.root())))
                    .noneMatch(text -> text.contains("\u20ac"));
            Fx.run(() -> window.root().fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false)));
            Fx.await("the step back leads to the customers", () -> window.root().lookup(".welcome") == null);
            assertThat(Fx.get(() -> HiddenAmountsFxTest.said(window.root()))).as("with nothing of what is gone")
                    .noneMatch(text -> text.contains("\u20ac"));
            window.press("#nav-overview");

            window.press("#welcome-sample").node(".invoice-table .table-row-cell:filled");
            window.press("#nav-overview").node("#card-outstanding");
            Fx.await("tables are filled again",
                    () -> window.root().lookup("#table-products .table-row-cell:filled") != null);
        }
    }

    @Test
    void whatIsChosenIsKeptWhenALockedWindowIsClosed() throws Exception {
        WholeLoupe bench = bench();
        try (StartedWindow window = start(bench)) {
            window.press("#nav-settings").press("#setting-lock-2");
            window.press("#lock-now");
            awaitLocked(window);
        }

        assertThat(new SettingsFile(folder).read()).containsEntry("settings.lock-after", "quarter-hour")
                .containsEntry("screen", "nav-settings");
    }
}
