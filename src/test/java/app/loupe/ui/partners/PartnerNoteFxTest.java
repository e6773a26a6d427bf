package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.PartnerKey;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.PageId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The private note of a partner's page is never written over by a field that did not know it. */
class PartnerNoteFxTest {
    private static final PartnerKey BRIGHTWATER = new PartnerKey(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id());
    private static final String OLD = "Pays when Anna calls";

    private final WindowKit kit = new WindowKit();
    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeEach
    void open() throws Exception {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        kit.book.notePartner(BRIGHTWATER, OLD);
        kit.openLoaded();
    }

    @AfterEach
    void close() {
        release.countDown();
        kit.close();
    }

    private void openPage() {
        Fx.run(() -> kit.navigator()
                .open(new Destination.PartnerPage(BRIGHTWATER.connection(), BRIGHTWATER.id(), false, null)));
        Fx.await("the page", () -> kit.seen(".aside-name").contains("Brightwater Hotels"));
    }

    private Map<PartnerKey, String> kept() {
        kit.book.beforeNotes = () -> {};
        return kit.book.partnerNotes(Set.of(WindowSamples.ACME));
    }

    private TextArea text() {
        return (TextArea) Objects.requireNonNull(kit.find("#note-text"));
    }

    private void leave() {
        Fx.run(() -> text().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    }

    private boolean isClosed() {
        return kit.find("#note-edit") == null && kit.find("#note-text") == null;
    }

    @Test
    void theFieldStaysClosedUntilTheNoteWasRead() {
        kit.book.beforeNotes = () -> {
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        openPage();
        assertThat(Fx.get(this::isClosed)).isTrue();

        release.countDown();
        kit.press("#note-edit");
        assertThat(Fx.<String>get(() -> text().getText())).isEqualTo(OLD);
        leave();
        assertThat(kept()).containsExactly(Map.entry(BRIGHTWATER, OLD));
    }

    @Test
    void aNoteThatCannotBeReadIsClosedUntilItCan() {
        var asked = new AtomicInteger();
        kit.book.beforeNotes = () -> {
            asked.incrementAndGet();
            throw new IllegalStateException("unreadable");
        };
        openPage();
        Fx.await("said", () -> asked.get() > 0 && kit.find("#problem-bar") != null);
        assertThat(Fx.get(this::isClosed)).isTrue();

        kit.book.beforeNotes = () -> {};
        Fx.run(() -> kit.navigator().open(new Destination.Page(PageId.CUSTOMERS)));
        openPage();
        Fx.await("the note", () -> kit.seen(".note-shown").contains(OLD) && kit.find("#note-edit") != null);
    }

    @Test
    void hidingAmountsLeavesWhatIsBeingTypedAlone() {
        openPage();
        kit.press("#note-edit");
        Fx.run(() -> text().appendText(", before ten"));
        Node field = Fx.get(this::text);

        kit.press(KeyCode.B);
        assertThat(Fx.get(() -> field.equals(kit.find("#note-text"))
                && field.equals(field.getScene().getFocusOwner()))).isTrue();
        Fx.await("written anew", () -> kit.find("#card-owed") != null);
        assertThat(Fx.<String>get(() -> text().getText())).isEqualTo(OLD + ", before ten");
        leave();
        Fx.await("kept", () -> kept().equals(Map.of(BRIGHTWATER, OLD + ", before ten")));
    }

    @Test
    void aNoteThatCouldNotBeWrittenIsThereWhenTheOwnerComesBack() {
        openPage();
        kit.press("#note-edit");
        kit.book.beforeNotes = () -> {
            throw new IllegalStateException("the disk is full");
        };
        Fx.run(() -> text().setText("Only what is new"));
        leave();
        Fx.await("said", () -> kit.find("#problem-bar") != null);
        assertThat(kept()).containsEntry(BRIGHTWATER, OLD);

        Fx.run(() -> kit.navigator().open(new Destination.Page(PageId.CUSTOMERS)));
        openPage();
        Fx.await("what is kept, and that there is more", () -> kit.seen(".note-shown").contains(OLD)
                && kit.seen(".note-too-long").stream().anyMatch(text -> text.contains("not saved")));
        kit.press("#note-edit");
        assertThat(Fx.<String>get(() -> text().getText())).isEqualTo("Only what is new");
        leave();
        Fx.await("kept", () -> kept().equals(Map.of(BRIGHTWATER, "Only what is new")));
        Fx.await("said no more", () -> kit.seen(".note-too-long").isEmpty());
    }
}
