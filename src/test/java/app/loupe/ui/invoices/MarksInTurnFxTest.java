package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.ui.common.Background;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
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
}
