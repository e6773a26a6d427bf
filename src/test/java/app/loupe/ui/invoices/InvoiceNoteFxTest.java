package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceMark;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import testkit.FxStage;

/** The private note of an invoice: how it is begun, written and left. */
class InvoiceNoteFxTest extends MarkedInvoices {
    @Test
    void aNoteIsWrittenAsItIsTypedAndEscLeavesIt() {
        InvoicesView screen = show(copy);
        open(screen, ONE);
        FxStage.run(() -> table(screen).requestFocus());

        key(screen, KeyCode.M);
        TextArea note = (TextArea) FxStage.on(() -> screen.view().lookup("#note-text"));
        FxStage.until(note::isFocused);
        FxStage.run(() -> note.setText("Call Anna"));
        FxStage.until(() -> mark(ONE).note().equals("Call Anna"));
        FxStage.until(() -> saved(screen).equals("Saved"));
        // in one go: it is written when nothing was typed for a moment
        assertThat(FxStage.on(() -> {
            note.setText("Call Anna first");
            return saved(screen);
        })).as("not yet").isEmpty();
        press(note, KeyCode.ESCAPE, false);

        untilSaid(screen, "Note saved.");
        assertThat(mark(ONE).note()).isEqualTo("Call Anna first");
        FxStage.until(() -> texts(screen.view().lookup(".review-card")).contains("Call Anna first"));
        assertThat(FxStage.on(() -> screen.model().selected().get())).as("Esc leaves the note alone").isNotNull();
        undo(screen);
        FxStage.until(() -> mark(ONE).note().isEmpty());
        untilSaid(screen, "Undone: Note saved.");
        FxStage.until(() -> saved(screen).isEmpty());
    }

    private static String saved(InvoicesView screen) {
        return screen.view().lookup("#note-saved") instanceof Label label ? label.getText() : "?";
    }

    @Test
    void aNoteThatIsBegunIsInSight() {
        InvoicesView screen = show(copy);
        FxStage.run(() -> screen.view().getScene().getWindow().setHeight(420));
        open(screen, ONE);
        FxStage.run(() -> table(screen).requestFocus());

        key(screen, KeyCode.M);
        TextArea note = (TextArea) FxStage.on(() -> screen.view().lookup("#note-text"));
        FxStage.until(note::isFocused);

        FxStage.until(() -> isInSight(screen, note));
        assertThat(FxStage.on(() -> ((ScrollPane) screen.view().lookup(".detail")).getVvalue())).isPositive();
        FxStage.run(() -> note.setText("Call Anna"));
        FxStage.until(() -> saved(screen).equals("Saved"));
        FxStage.until(() -> isInSight(screen, note) && isInSight(screen, screen.view().lookup("#note-saved")));
        assertThat(FxStage.on(() -> bottom(screen.view().lookup(".detail"))
                - bottom(screen.view().lookup("#note-saved")))).as("room below, not flush with the edge")
                .isGreaterThan(8);
    }

    /** Its detail is not read yet: what stands beside the list is the invoice before. */
    @Test
    void theKeyRightAfterAnArrowIsForTheInvoiceThatIsChosenNow() {
        InvoicesView screen = show(copy);
        open(screen, ONE);
        FxStage.run(() -> {
            select(screen, TWO);
            writeNote(screen);
        });
        TextArea note = (TextArea) FxStage.on(() -> screen.view().lookup("#note-text"));
        FxStage.until(note::isFocused);
        FxStage.run(() -> note.setText("Call Anna"));

        FxStage.until(() -> !(mark(ONE).note() + mark(TWO).note()).isEmpty());
        assertThat(mark(TWO).note()).isEqualTo("Call Anna");
        assertThat(mark(ONE).note()).isEmpty();
    }

    private static void writeNote(InvoicesView screen) {
        table(screen).fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.M, false, false, false, false));
    }

    @Test
    void whoGoesOnAtOnceAsksForNoNote() {
        InvoicesView screen = show(copy);
        open(screen, ONE);
        FxStage.run(() -> {
            select(screen, TWO);
            writeNote(screen);
            select(screen, "INV/2026/01180");
        });
        FxStage.until(() -> texts(screen.view().lookup(".detail")).contains("INV/2026/01180"));
        open(screen, TWO);

        assertThat(FxStage.on(() -> screen.view().lookup("#note-text").isFocused())).isFalse();
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    private static boolean isInSight(InvoicesView screen, Node node) {
        Node panel = screen.view().lookup(".detail");
        return panel.localToScene(panel.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void theLetterOfTheKeyThatOpensTheNoteIsNotTypedIntoIt() {
        InvoicesView screen = show(copy);
        open(screen, ONE);
        FxStage.run(() -> table(screen).requestFocus());

        key(screen, KeyCode.M);
        TextArea note = (TextArea) FxStage.on(() -> screen.view().lookup("#note-text"));
        FxStage.until(note::isFocused);
        // the letter comes after the key was pressed, and goes to whatever has the focus by then
        letter(note, KeyEvent.KEY_TYPED);
        letter(note, KeyEvent.KEY_RELEASED);
        assertThat(textOf(note)).isEmpty();

        letter(note, KeyEvent.KEY_PRESSED);
        letter(note, KeyEvent.KEY_TYPED);
        assertThat(textOf(note)).as("the next one is the note's").isEqualTo("m");
    }

    private static String textOf(TextArea note) {
        return FxStage.on(note::getText);
    }

    private static void letter(TextArea note, EventType<KeyEvent> type) {
        boolean typed = type.equals(KeyEvent.KEY_TYPED);
        FxStage.run(() -> Event.fireEvent(note, new KeyEvent(type, typed ? "m" : "", typed ? "" : "m",
                typed ? KeyCode.UNDEFINED : KeyCode.M, false, false, false, false)));
    }

    @Test
    void aNoteThatIsTooLongIsNotWrittenAndNotLost() {
        InvoicesView screen = show(copy);
        open(screen, ONE);
        fire(screen, "#note-edit");
        TextArea note = (TextArea) FxStage.on(() -> screen.view().lookup("#note-text"));
        String tooLong = "n".repeat(InvoiceMark.LONGEST_NOTE + 1);

        FxStage.run(() -> note.setText(tooLong));
        FxStage.until(() -> texts(screen.view().lookup(".review-card"))
                .contains("4,001 characters; the limit is 4,000. Not saved until you shorten it."));
        open(screen, TWO);
        assertThat(mark(ONE).note()).isEmpty();
        assertThat(mark(TWO).note()).isEmpty();
        open(screen, ONE);
        fire(screen, "#note-edit");

        assertThat(FxStage.<String>on(() -> note.getText())).isEqualTo(tooLong);
    }

    @Test
    void anotherInvoiceKeepsTheNoteOfTheOneBefore() {
        InvoicesView screen = show(copy);
        open(screen, ONE);
        fire(screen, "#note-edit");
        FxStage.run(() -> ((TextArea) screen.view().lookup("#note-text")).setText("of the first"));

        open(screen, TWO);

        FxStage.until(() -> mark(ONE).note().equals("of the first"));
        assertThat(mark(TWO).note()).isEmpty();
        assertThat(FxStage.on(() -> texts(screen.view().lookup(".review-card")))).doesNotContain("of the first");
    }
}
