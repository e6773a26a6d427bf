package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceMark;
import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** A note that cannot be written outlives a lock, and the locked window does not close over it unasked. */
class NoteAtLockFxTest {
    private static final String TOO_LONG = "n".repeat(InvoiceMark.LONGEST_NOTE + 1);

    @TempDir
    private Path folder;

    private WholeLoupe bench;
    private volatile CountDownLatch mayOpen = new CountDownLatch(0);
    private volatile boolean asksPassphrase;

    @BeforeEach
    void fill() throws ProblemException {
        bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private StartedWindow lockedOverANote() {
        var window = new StartedWindow(folder, prompt -> {
            awaited(mayOpen);
            if (asksPassphrase) {
                prompt.ask(Reason.UNLOCK, "")
                        .orElseThrow(() -> ProblemException.of(ProblemCode.PASSPHRASE_NEEDED)).close();
            }
            return bench.open();
        });
        window.press("#nav-customers");
        Fx.await("customers", () -> window.root().lookup(".table-view") instanceof TableView<?> table
                && !table.getItems().isEmpty());
        Fx.run(() -> {
            var table = (TableView<?>) window.root().lookup(".table-view");
            table.getSelectionModel().select(0);
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Fx.await("the note was read", () -> window.root().lookup("#note-edit").isVisible());
        window.press("#note-edit");
        Fx.run(() -> ((TextArea) window.root().lookup("#note-text")).setText(TOO_LONG));
        window.press(KeyCode.L);
        awaitLocked(window);
        return window;
    }

    private static void awaitLocked(StartedWindow window) {
        Fx.await("locked", () -> window.text("#opening-again").equals("Unlock"));
    }

    private static void request(StartedWindow window) {
        Fx.run(() -> {
            var asked = new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
            Event.fireEvent(window.stage(), asked);
            if (!asked.isConsumed()) {
                window.stage().hide();
            }
        });
    }

    private static boolean asks(StartedWindow window) {
        return Fx.get(() -> window.stage().isShowing() && window.root().lookup("#closing-question") != null);
    }

    @Test
    void aLockedWindowAsksAndTheNoteIsThereAfterTheWayBack() {
        try (StartedWindow window = lockedOverANote()) {
            request(window);
            assertThat(asks(window)).isTrue();

            window.press("#closing-back");
            assertThat(asks(window)).isFalse();
            assertThat(Fx.get(() -> window.text("#opening-again"))).isEqualTo("Unlock");
            window.press("#opening-again").node(".sidebar");
            Fx.await("the note was read", () -> window.root().lookup("#note-edit") != null
                    && window.root().lookup("#note-edit").isVisible());
            window.press("#note-edit");

            assertThat(Fx.<String>get(() -> ((TextArea) window.root().lookup("#note-text")).getText()))
                    .isEqualTo(TOO_LONG);
            request(window);
            assertThat(asks(window)).as("as before the lock").isTrue();
        }
    }

    @Test
    void theButtonOfALockedWindowAsksToo() {
        try (StartedWindow window = lockedOverANote()) {
            window.press("#opening-close");
            assertThat(asks(window)).isTrue();

            window.press("#closing-close");
            assertThat(Fx.<Boolean>get(() -> window.stage().isShowing())).isFalse();
        }
    }

    @Test
    void aWindowThatIsBeingOpenedAgainAsksToo() {
        try (StartedWindow window = lockedOverANote()) {
            var go = new CountDownLatch(1);
            mayOpen = go;
            window.press("#opening-again");
            request(window);
            assertThat(asks(window)).isTrue();
            window.press("#closing-back");
            go.countDown();
            window.node(".sidebar");
        }
    }

    /** A passphrase is being tried, which takes its time: the window opens below the question. */
    @Test
    void theQuestionIsStillAskedOnceTheWindowIsOpen() {
        try (StartedWindow window = lockedOverANote()) {
            var go = new CountDownLatch(1);
            mayOpen = go;
            window.press("#opening-again");
            request(window);
            assertThat(asks(window)).isTrue();

            go.countDown();
            window.node(".sidebar");

            assertThat(asks(window)).isTrue();
            Fx.await("the note was read", () -> window.root().lookup("#note-edit") != null
                    && window.root().lookup("#note-edit").isVisible());
            window.press("#closing-back");
            assertThat(asks(window)).isFalse();
            window.press("#note-edit");
            assertThat(Fx.<String>get(() -> ((TextArea) window.root().lookup("#note-text")).getText()))
                    .isEqualTo(TOO_LONG);
        }
    }

    /** The owner went away over it, and the window has locked itself. */
    @Test
    void theQuestionIsStillAskedOnceTheWindowIsLocked() {
        try (StartedWindow window = lockedOverANote()) {
            window.press("#opening-again").node(".sidebar");
            request(window);
            assertThat(asks(window)).isTrue();

            window.press(KeyCode.L);
            awaitLocked(window);

            assertThat(asks(window)).isTrue();
            window.press("#closing-close");
            assertThat(Fx.<Boolean>get(() -> window.stage().isShowing())).isFalse();
        }
    }

    private static boolean asksPassphrase() {
        return List.copyOf(Window.getWindows()).stream()
                .anyMatch(one -> one.getScene() != null && one.getScene().lookup("#passphrase") != null);
    }

    /** The small window would be above the question, and its owner would type on there. */
    @Test
    void theQuestionTakesThePlaceOfTheOneForThePassphrase() {
        try (StartedWindow window = lockedOverANote()) {
            asksPassphrase = true;
            window.press("#opening-again");
            Fx.await("asked for the passphrase", NoteAtLockFxTest::asksPassphrase);

            request(window);

            assertThat(asks(window)).isTrue();
            assertThat(Fx.get(NoteAtLockFxTest::asksPassphrase)).isFalse();
            window.press("#closing-back");
            Fx.await("not opened", () -> window.text("#opening-again").equals("Try again"));
            window.press("#opening-again");
            Fx.await("asked again", NoteAtLockFxTest::asksPassphrase);
        }
    }

    @Test
    void noPassphraseIsAskedForAboveTheQuestion() {
        try (StartedWindow window = lockedOverANote()) {
            var go = new CountDownLatch(1);
            mayOpen = go;
            asksPassphrase = true;
            window.press("#opening-again");
            request(window);
            assertThat(asks(window)).isTrue();

            go.countDown();

            Fx.await("not opened", () -> window.text("#opening-again").equals("Try again"));
            assertThat(Fx.get(NoteAtLockFxTest::asksPassphrase)).isFalse();
            assertThat(asks(window)).isTrue();
        }
    }

    /** What the toolkit does for Enter where whatever has the focus does nothing with it. */
    private static void enter(StartedWindow window) {
        Fx.run(() -> Optional.ofNullable(window.stage().getScene().getAccelerators()
                .get(new KeyCodeCombination(KeyCode.ENTER))).ifPresent(Runnable::run));
    }

    @Test
    void enterOpensNothingBehindTheQuestion() {
        try (StartedWindow window = lockedOverANote()) {
            request(window);

            enter(window);

            assertThat(asks(window)).isTrue();
            assertThat(Fx.get(() -> window.text("#opening-again"))).isEqualTo("Unlock");
            assertThat(Fx.<Boolean>get(() -> window.root().lookup("#opening-again").getParent().isVisible())).isTrue();
            window.press("#closing-back");
            enter(window);
            window.node(".sidebar");
        }
    }
}
