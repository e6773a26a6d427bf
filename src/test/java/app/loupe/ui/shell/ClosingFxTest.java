package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.PartnerKey;
import app.loupe.ui.common.Destination;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** A window does not close over a note that would be lost with it without having asked. */
class ClosingFxTest {
    private static final PartnerKey BRIGHTWATER = new PartnerKey(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id());
    private static final String TOO_LONG = "n".repeat(InvoiceMark.LONGEST_NOTE + 1);

    private final WindowKit kit = new WindowKit();
    private volatile boolean refused;

    @BeforeEach
    void edit() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        kit.openLoaded();
        Fx.run(() -> kit.navigator()
                .open(new Destination.PartnerPage(BRIGHTWATER.connection(), BRIGHTWATER.id(), false, null)));
        kit.press("#note-edit");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private TextArea text() {
        return (TextArea) Objects.requireNonNull(kit.find("#note-text"));
    }

    private void type(String note) {
        Fx.run(() -> text().setText(note));
    }

    /** What the button of the window's frame does, or the system's key. */
    private void closeWindow() {
        Fx.run(() -> {
            var asked = new WindowEvent(kit.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
            Event.fireEvent(kit.stage(), asked);
            if (!asked.isConsumed()) {
                kit.stage().hide();
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return Fx.get(() -> kit.stage().isShowing());
    }

    private void awaitClosed() {
        Fx.await("closed without a question", () -> !kit.stage().isShowing());
    }

    private boolean asks() {
        return Fx.get(() -> kit.find("#closing-question") != null);
    }

    private Map<PartnerKey, String> kept() {
        kit.book.beforeNotes = () -> {};
        return kit.book.partnerNotes(Set.of(WindowSamples.ACME));
    }

    @Test
    void aNoteThatIsTooLongIsThereAfterTheWayBack() {
        type(TOO_LONG);
        closeWindow();
        assertThat(asks()).isTrue();
        assertThat(isOpen()).isTrue();

        kit.press("#closing-back");
        assertThat(asks()).isFalse();
        assertThat(Fx.<String>get(() -> text().getText())).isEqualTo(TOO_LONG);
        type("Short enough");
        closeWindow();

        awaitClosed();
        Fx.await("kept", () -> kept().equals(Map.of(BRIGHTWATER, "Short enough")));
    }

    @Test
    void whoeverClosesAllTheSameIsNotAskedAgain() {
        type(TOO_LONG);
        closeWindow();
        kit.press("#closing-close");

        assertThat(isOpen()).isFalse();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aNoteThatWasRefusedIsAskedForOnceItsFieldWasLeft() {
        kit.book.beforeNotes = () -> {
            throw new IllegalStateException("the disk is full");
        };
        type("Pays late");
        Fx.run(() -> text().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        Fx.await("said", () -> kit.find("#problem-bar") != null);
        closeWindow();

        assertThat(asks()).isTrue();
        assertThat(isOpen()).isTrue();
        kit.press("#closing-back");
        assertThat(kept()).isEmpty();
        kit.press("#note-edit");
        type("Pays late, Anna says");
        closeWindow();
        awaitClosed();
        Fx.await("kept", () -> kept().equals(Map.of(BRIGHTWATER, "Pays late, Anna says")));
    }

    /** The store is slow: the window asks only when it knows, and more was typed meanwhile. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsRefusedOnlyAfterTheRequestIsAskedFor(boolean moreWasTyped) {
        var mayFail = new CountDownLatch(1);
        var began = new CountDownLatch(1);
        kit.book.beforeNotes = () -> {
            began.countDown();
            await(mayFail);
            throw new IllegalStateException("the disk is full");
        };
        type("Pays late");
        Fx.run(() -> text().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        await(began);
        if (moreWasTyped) {
            kit.press("#note-edit");
            type("Pays late, Anna says");
        }
        closeWindow();
        assertThat(isOpen()).as("nobody knows yet").isTrue();
        mayFail.countDown();

        Fx.await("it is asked", () -> kit.find("#closing-question") != null);
        assertThat(isOpen()).isTrue();
    }

    @Test
    void aNoteThatFitsIsWrittenWithoutAQuestion() {
        type("Pays late");
        closeWindow();

        awaitClosed();
        Fx.await("kept", () -> kept().equals(Map.of(BRIGHTWATER, "Pays late")));
    }

    @Test
    void whatGoesWithItsConnectionIsNotAskedFor() {
        type(TOO_LONG);
        Fx.run(() -> kit.drafts.forget(WindowSamples.ACME));
        closeWindow();

        assertThat(isOpen()).isFalse();
    }

    @Test
    void whatIsOpenIsThereAsItWasAfterTheWayBack() {
        type(TOO_LONG);
        kit.press("#add-connection");
        Fx.await("a form", () -> kit.find(".card .text-field") != null);
        Fx.run(() -> form().setText("https://acme.example"));

        closeWindow();
        assertThat(asks()).isTrue();
        assertThat(Fx.get(() -> kit.find(".card .text-field") == null)).as("the form is behind").isTrue();
        kit.press("#closing-back");

        assertThat(Fx.<String>get(() -> form().getText())).isEqualTo("https://acme.example");
    }

    private TextField form() {
        return (TextField) Objects.requireNonNull(kit.find(".card .text-field"));
    }

    /** Whoever clicks back into the note while the window waits types what nobody has tried yet. */
    @Test
    void whatIsTypedWhileTheWindowWaitsIsTriedToo() {
        var mayEnd = new CountDownLatch(1);
        var began = new CountDownLatch(1);
        kit.book.beforeNotes = () -> {
            began.countDown();
            await(mayEnd);
        };
        type("Pays late");
        closeWindow();
        await(began);
        kit.press("#note-edit");
        Fx.run(() -> {
            text().setText("Pays late, Anna says");
            kit.book.beforeNotes = () -> {
                throw new IllegalStateException("the disk is full");
            };
            mayEnd.countDown();
        });

        Fx.await("it is asked", () -> kit.find("#closing-question") != null);
        assertThat(isOpen()).isTrue();
        assertThat(kept()).containsValue("Pays late");
    }

    private CountDownLatch closeOverASlowDisk() {
        var mayEnd = new CountDownLatch(1);
        kit.book.beforeNotes = () -> {
            await(mayEnd);
            if (refused) {
                throw new IllegalStateException("the disk is full");
            }
        };
        kit.waitForNotes(Duration.ofMillis(1));
        type("Pays late");
        closeWindow();
        Fx.await("it is asked", () -> kit.find("#closing-question") != null);
        assertThat(kit.text("#closing-question .card-title")).isEqualTo("A private note is still being written");
        assertThat(kit.text("#closing-close")).isEqualTo("Close now");
        assertThat(isOpen()).isTrue();
        return mayEnd;
    }

    @Test
    void aDiskThatDoesNotAnswerKeepsTheWindowNotForEver() {
        CountDownLatch mayEnd = closeOverASlowDisk();

        kit.press("#closing-close");

        assertThat(isOpen()).isFalse();
        mayEnd.countDown();
    }

    @Test
    void theQuestionGoesWithTheWindowOnceTheNoteIsThere() {
        CountDownLatch mayEnd = closeOverASlowDisk();

        mayEnd.countDown();

        awaitClosed();
        assertThat(kept()).containsValue("Pays late");
    }

    @Test
    void whoeverHasGoneBackIsNotClosedUponLater() {
        CountDownLatch mayEnd = closeOverASlowDisk();
        kit.press("#closing-back");

        mayEnd.countDown();

        Fx.await("kept", () -> kept().containsValue("Pays late"));
        kit.awaitQuiet();
        assertThat(isOpen()).isTrue();
        assertThat(asks()).isFalse();
    }

    @Test
    void theQuestionSaysItOnceTheNoteWasRefused() {
        CountDownLatch mayEnd = closeOverASlowDisk();
        refused = true;

        mayEnd.countDown();

        Fx.await("it says so", () -> kit.seen("#closing-question .card-title").contains("A private note is not saved"));
        assertThat(isOpen()).isTrue();
    }
}
