package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import app.loupe.review.MarkChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

/** On which of its lists the inbox opens. */
class InboxOpeningFxTest extends MarkedInvoices {
    private static final LocalDate DUE = FakeInvoices.TODAY.minusDays(3);

    private InvoicesView inbox() {
        InvoicesView list = show(copy);
        return FxStage.on(() -> {
            InvoicesView other = list.inbox();
            stage.getScene().setRoot(other.view());
            other.select(List.of(FakeInvoices.profile()));
            return other;
        });
    }

    private void leaveAndOpen(InvoicesView inbox) {
        FxStage.run(() -> {
            Parent view = inbox.view();
            stage.getScene().setRoot(new Pane());
            stage.getScene().setRoot(view);
        });
    }

    private static Set<MarkChoice> shown(InvoicesView inbox) {
        return FxStage.on(() -> Set.copyOf(inbox.model().choice().marks()));
    }

    private void remind(String number) throws ProblemException {
        copy.book().mark(Map.of(copy.key(number), new MarkAct.Remind(DUE)));
    }

    private void comes(String number) {
        copy.book().note(FakeInvoices.ACME, Stamp.NEVER, List.of(new InvoiceChange(copy.key(number).id(), number, 1, 2,
                FakeInvoices.SYNCED, Kind.NEW, InvoiceField.PRESENCE, 0, "", "", false)));
    }

    @Test
    void itIsTheFirstThatHasSomethingToDo() throws ProblemException {
        remind(ONE);

        InvoicesView inbox = inbox();

        waitFor(inbox, 1);
        assertThat(numbers(inbox)).containsExactly(ONE);
        assertThat(shown(inbox)).containsExactly(MarkChoice.TO_REVIEW);
    }

    @Test
    void whatIsNewComesFirst() throws ProblemException {
        remind(ONE);
        comes(TWO);

        InvoicesView inbox = inbox();

        waitFor(inbox, 1);
        assertThat(numbers(inbox)).containsExactly(TWO);
        assertThat(shown(inbox)).containsExactly(MarkChoice.NEW);
    }

    @Test
    void itIsSoughtAgainWheneverTheInboxIsOpened() throws ProblemException {
        remind(ONE);
        InvoicesView inbox = inbox();
        waitFor(inbox, 1);
        comes(TWO);
        FxStage.run(inbox::refresh);
        FxStage.until(() -> inbox.model().snapshot().get().row(copy.key(TWO))
                .flatMap(row -> inbox.model().marks().marks().get().inbox(row.row(), FakeInvoices.TODAY))
                .equals(Optional.of(MarkChoice.NEW)));

        leaveAndOpen(inbox);

        FxStage.until(() -> inbox.model().choice().marks().contains(MarkChoice.NEW));
        FxStage.until(() -> inbox.model().result().get().rows().indexOf(copy.key(TWO)) >= 0);
        assertThat(shown(inbox)).containsExactly(MarkChoice.NEW);
    }

    /** Whoever reads it, or writes a note there, is not led elsewhere. */
    @Test
    void theListThatIsReadStaysWhenASyncBringsSomethingNew() throws ProblemException {
        remind(ONE);
        InvoicesView inbox = inbox();
        waitFor(inbox, 1);
        comes(TWO);
        ConnectionProfile own = FakeInvoices.profile();
        FxStage.run(() -> {
            inbox.select(List.of(new ConnectionProfile(own.id(), own.kind(), own.name(), own.since(), own.pin(),
                    own.serverVersion(), FakeInvoices.SYNCED.plusSeconds(60))));
            inbox.refresh();
        });
        FxStage.until(() -> inbox.model().snapshot().get().row(copy.key(TWO))
                .flatMap(row -> inbox.model().marks().marks().get().inbox(row.row(), FakeInvoices.TODAY))
                .equals(Optional.of(MarkChoice.NEW)));
        executor.close();

        FxStage.run(() -> {});
        assertThat(shown(inbox)).containsExactly(MarkChoice.TO_REVIEW);
    }

    @Test
    void withNothingToDoItIsTheFirstAgain() throws ProblemException {
        remind(ONE);
        InvoicesView inbox = inbox();
        waitFor(inbox, 1);
        copy.book().mark(Map.of(copy.key(ONE), new MarkAct.Remind(null)));
        FxStage.run(inbox::refresh);
        waitFor(inbox, 0);

        leaveAndOpen(inbox);

        FxStage.until(() -> inbox.model().choice().marks().contains(MarkChoice.NEW));
        assertThat(shown(inbox)).containsExactly(MarkChoice.NEW);
    }

    @Test
    void theListThatTheOwnerChoseStays() throws ProblemException {
        remind(ONE);
        InvoicesView inbox = inbox();
        waitFor(inbox, 1);
        fire(inbox, "#inbox-new");
        waitFor(inbox, 0);

        leaveAndOpen(inbox);
        executor.close();

        FxStage.run(() -> {});
        assertThat(shown(inbox)).containsExactly(MarkChoice.NEW);
    }
}
