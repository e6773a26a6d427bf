package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import app.loupe.ui.common.ScreenKey;
import app.loupe.ui.common.Wording;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;

/** What was undone comes back, until something else is done. */
class RedoneMarksFxTest extends MarkedInvoices {
    private static final LocalDate DAY = FakeInvoices.TODAY.minusDays(3);

    private static void redo(InvoicesView screen) {
        held(table(screen), KeyCode.Z, true);
    }

    private static void held(Node node, KeyCode code, boolean shift) {
        FxStage.run(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothKeysBringBackWhatWasUndone(boolean shifted) {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO);
        key(screen, KeyCode.F);
        FxStage.until(() -> mark(ONE).flagged() && mark(TWO).flagged());
        undo(screen);
        untilSaid(screen, "Undone: Flagged 2 documents.");
        assertThat(mark(ONE).flagged()).isFalse();

        held(table(screen), shifted ? KeyCode.Z : KeyCode.Y, shifted);

        untilSaid(screen, "Flagged 2 documents.");
        assertThat(List.of(mark(ONE).flagged(), mark(TWO).flagged())).containsOnly(true);
        undo(screen);
        untilSaid(screen, "Undone: Flagged 2 documents.");
        assertThat(List.of(mark(ONE).flagged(), mark(TWO).flagged())).containsOnly(false);
    }

    @Test
    void theButtonDoesTheSame() {
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.F);
        untilSaid(screen, "Flagged 1 document.");
        assertThat(FxStage.on(() -> screen.view().lookup("#redo").isVisible())).isFalse();
        undo(screen);
        untilSaid(screen, "Undone: Flagged 1 document.");

        fire(screen, "#redo");

        FxStage.until(() -> mark(ONE).flagged());
    }

    @Test
    void severalComeBackInTheOrderInWhichTheyWereDone() throws ProblemException {
        copy.book().mark(Map.of(copy.key(ONE), new MarkAct.Remind(DAY)));
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.V);
        FxStage.until(() -> mark(ONE).review() != null);
        InvoiceMark.Review review = mark(ONE).review();
        FxStage.run(() -> {
            screen.model().marks().write(copy.key(ONE), "ask Anna");
            screen.model().marks().wrote(copy.key(ONE), "");
        });
        untilSaid(screen, "Note saved.");
        undo(screen);
        undo(screen);
        FxStage.until(() -> mark(ONE).equals(new InvoiceMark(false, "", null, DAY, false)));

        redo(screen);
        FxStage.until(() -> mark(ONE).review() != null);
        assertThat(mark(ONE)).as("the reminder that it ends goes again")
                .isEqualTo(new InvoiceMark(false, "", review, null, false));
        redo(screen);
        FxStage.until(() -> mark(ONE).note().equals("ask Anna"));
        redo(screen);
        undo(screen);
        FxStage.until(() -> mark(ONE).note().isEmpty());
    }

    @Test
    void nothingComesBackOnceSomethingElseWasDone() {
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.F);
        FxStage.until(() -> mark(ONE).flagged());
        undo(screen);
        FxStage.until(() -> !mark(ONE).flagged());
        choose(screen, TWO);
        key(screen, KeyCode.V);
        untilSaid(screen, "Marked 1 document as reviewed.");

        redo(screen);
        key(screen, KeyCode.V);
        untilSaid(screen, "Marked 1 document as not reviewed.");

        assertThat(mark(ONE).flagged()).isFalse();
    }

    @Test
    void whatALookAtAnInvoiceNotesIsNothingElse() {
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.F);
        FxStage.until(() -> mark(ONE).flagged());
        undo(screen);
        FxStage.until(() -> !mark(ONE).flagged());

        open(screen, TWO);
        redo(screen);

        FxStage.until(() -> mark(ONE).flagged());
    }

    @Test
    void theInboxBringsBackWhatTheListUndid() {
        InvoicesView list = show(copy);
        choose(list, ONE);
        key(list, KeyCode.F);
        FxStage.until(() -> mark(ONE).flagged());
        undo(list);
        FxStage.until(() -> !mark(ONE).flagged());
        InvoicesView inbox = FxStage.on(() -> {
            InvoicesView other = list.inbox();
            stage.getScene().setRoot(other.view());
            other.select(List.of(FakeInvoices.profile()));
            return other;
        });

        redo(inbox);

        FxStage.until(() -> mark(ONE).flagged());
    }

    @Test
    void whatWasUndoneGoesWithItsConnection() {
        var history = new MarkHistory();
        var act = new MarksViewModel.Done(MarksViewModel.Deed.NOTED,
                Map.of(copy.key(ONE), new MarkAct.Note("a secret")), null);
        history.did(act);
        history.undid(act, act);
        assertThat(history.toRedo()).isEqualTo(act);

        history.forget(FakeInvoices.ACME);

        assertThat(history.toRedo()).isNull();
        history.redid(act, act);
        history.forget(ConnectionId.random(new SecureRandom()));
        assertThat(history.toUndo()).isEqualTo(act);
    }

    private MarksViewModel.Done noted(String note) {
        return new MarksViewModel.Done(MarksViewModel.Deed.NOTED,
                Map.of(copy.key(ONE), new MarkAct.Note(note)), null);
    }

    /** The invoice had been marked so by another way. */
    @Test
    void whatChangedNothingIsNeitherBroughtBackNorUndoneAgain() {
        var history = new MarkHistory();
        var nothing = new MarksViewModel.Done(MarksViewModel.Deed.NOTED, Map.of(), null);
        history.did(noted("first"));
        history.did(noted("second"));

        history.undid(noted("second"), nothing);
        assertThat(history.toRedo()).isNull();
        assertThat(history.toUndo()).isEqualTo(noted("first"));
        history.undid(noted("first"), noted("before"));
        history.redid(noted("before"), nothing);
        assertThat(history.toRedo()).isNull();
        assertThat(history.toUndo()).isNull();
    }

    @Test
    void theOldestOfManyIsForgotten() {
        var history = new MarkHistory();
        for (int i = 0; i <= 100; i++) {
            history.did(noted("note " + i));
        }
        for (int i = 100; i > 0; i--) {
            assertThat(history.toUndo()).isEqualTo(noted("note " + i));
            history.undid(noted("note " + i), noted("back " + i));
        }

        assertThat(history.toUndo()).isNull();
        assertThat(history.toRedo()).isEqualTo(noted("back 1"));
    }

    @Test
    void theSheetOfKeysHasBoth() {
        List<ScreenKey> keys = MarkKeys.keys(new InvoiceWords(Wording.of(new Texts(Locale.ENGLISH),
                Clock.systemUTC())));

        assertThat(keys).extracting(ScreenKey::name).endsWith("Undo", "Redo");
        assertThat(keys.getLast().all()).extracting(Object::toString).containsExactly("Shift+Shortcut+Z", "Shortcut+Y");
    }
}
