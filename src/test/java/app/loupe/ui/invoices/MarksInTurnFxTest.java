package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.Background;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.InMemoryBook;
import testkit.window.Fx;

/** What has nothing to do in the background does nothing there, and still waits for its turn. */
class MarksInTurnFxTest {
    private static final InvoiceKey ONE = new InvoiceKey(new ConnectionId("aaaaaaaa"), 1);

    private final List<Runnable> begun = new CopyOnWriteArrayList<>();
    private final Background background = new Background(begun::add, problem -> {});
    private final MarksViewModel marks = Fx
            .get(() -> new MarksViewModel(new InMemoryBook(), new NoteDrafts(), background, Clock.systemUTC()));

    @Test
    void takingBackWhereNothingWasDoneAsksNobody() {
        Fx.run(() -> {
            marks.undo();
            marks.redo();
        });

        assertThat(begun).isEmpty();
    }

    @Test
    void aNoteThatWasWrittenIsRememberedWithoutWork() {
        Fx.run(() -> marks.wrote(ONE, "as before"));

        assertThat(begun).isEmpty();
        MarksViewModel.Done last = Fx.get(() -> marks.last().get());
        assertThat(last).isNotNull().extracting(MarksViewModel.Done::deed).isEqualTo(MarksViewModel.Deed.NOTED);
    }

    @Test
    void whatHasNothingToDoWaitsForItsTurnAndHoldsUpNothing() {
        Fx.run(() -> {
            marks.load();
            marks.undo();
            marks.wrote(ONE, "as before");
            marks.load();
        });
        assertThat(begun).hasSize(1);
        assertThat(Fx.<Boolean>get(() -> marks.last().get() == null)).isTrue();

        begun.removeFirst().run();
        Fx.await("what waited is done", () -> marks.last().get() != null);
    }

    private void allDone() {
        while (!begun.isEmpty()) {
            begun.removeFirst().run();
            Fx.run(() -> {});
        }
    }

    /** A deletion comes to its end while a review is taken back: the reminder that it had ended is read in the background. */
    @Test
    void aConnectionIsForgottenWhenItsTurnHasCome() throws ProblemException {
        FakeInvoices copy = FakeInvoices.believable();
        InvoiceKey key = copy.key(MarkedInvoices.ONE);
        LocalDate day = FakeInvoices.TODAY.minusDays(3);
        copy.book().mark(Map.of(key, new MarkAct.Remind(day)));
        List<ReviewRow> rows = List.of(new ReviewRow(copy.row(MarkedInvoices.ONE)));
        MarksViewModel reviewing = Fx.get(() -> new MarksViewModel(copy.book(), new NoteDrafts(), background,
                Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
        Fx.run(() -> {
            reviewing.follow(List.of(FakeInvoices.profile()));
            reviewing.review(rows);
        });
        allDone();
        assertThat(copy.book().marks(Set.of(FakeInvoices.ACME)).get(key)).isNotNull()
                .extracting(InvoiceMark::remindOn).isNull();

        Fx.run(() -> {
            reviewing.review(rows);
            reviewing.forget(FakeInvoices.ACME);
        });
        allDone();

        assertThat(copy.book().marks(Set.of(FakeInvoices.ACME)).get(key)).isNotNull()
                .extracting(InvoiceMark::remindOn).isEqualTo(day);
        Fx.run(reviewing::undo);
        assertThat(begun).as("forgotten all the same").isEmpty();
    }
}
