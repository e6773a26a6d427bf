package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Payment;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.Fuse;

/** When more is to be kept than until now, the next run brings it, although all of it is older than the watermark. */
class WiderScopeTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 1);

    /** Books of more than two years with a copy of the last months; payments are of either time. */
    private static Scene limited(int invoices) {
        var scene = new Scene();
        scene.since(FIRST_DAY);
        List<Long> ids = scene.create(invoices);
        scene.books.create(MoveState.DRAFT, 5);
        scene.books.create(MoveState.DRAFT, 6);
        for (long id : ids) {
            if (id % 2 == 0) {
                // some were paid in advance, before the first day
                scene.books.pay(id, id % 4 == 0, id % 8 == 0 ? LocalDate.of(2024, 1, 2) : day(scene, id));
            }
        }
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(ids.getLast());
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        return scene;
    }

    private static LocalDate day(Scene scene, long id) {
        return Objects.requireNonNull(Objects.requireNonNull(scene.books.invoices().get(id)).dates().invoice());
    }

    /** What is older may have been booked last: something that cuts the listing before it would hide it for good. */
    @Test
    void aListingThatIsCutBehindAllThatIsHereIsReadToItsEnd() {
        Scene scene = limited(60);
        long late;
        do {
            late = scene.create(1).getFirst();
        } while (!day(scene, late).isBefore(FIRST_DAY) || scene.books.ids().size() < 300);
        scene.books.advance(Duration.ofDays(1));
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.runs();
        long last = Collections.max(scene.copy.present().keySet());
        assertThat(last).isLessThan(late);
        scene.widen(null);
        scene.through = source -> CutListing.of(source, last);

        scene.runs();

        assertThat(scene.copy.present()).containsKey(late);
        scene.assertCopyIsRight();
    }

    @Test
    void bringsWhatIsOlderAndReadsNothingASecondTime() {
        Scene scene = limited(700);
        int here = scene.copy.present().size();
        assertThat(here).isBetween(100, 400);
        assertThat(scene.copy.items().size()).isLessThan(scene.books.items().size());
        scene.widen(null);

        SyncCounts counts = scene.runs();

        scene.assertCopyIsRight();
        assertThat(counts.added()).isEqualTo(scene.books.invoices().size() - here);
        assertThat(counts.changed()).isZero();
        assertThat(counts.unchanged()).isEqualTo(here);
        assertThat(scene.runs().added()).isZero();
    }

    @Test
    void anEarlierDayBringsWhatIsNotOlderThanIt() {
        Scene scene = limited(700);
        LocalDate earlier = LocalDate.of(2024, 9, 1);
        scene.widen(earlier);

        scene.runs();

        assertThat(scene.copy.present().keySet()).isEqualTo(Set.copyOf(scene.books.invoices().values().stream()
                .filter(invoice -> invoice.dates().invoice() == null || !day(scene, invoice.id()).isBefore(earlier))
                .map(Invoice::id).toList()));
        assertThat(scene.copy.items().keySet()).isEqualTo(Set.copyOf(scene.books.items().values().stream()
                .filter(item -> !Objects.requireNonNull(item.date()).isBefore(earlier)).map(MoveLine::id).toList()));
    }

    @Test
    void aPaymentThatWasBookedBeforeTheFirstDayIsReadAndNoBoxIsAskedAnyMore() {
        Scene scene = limited(250);
        int boxes = scene.books.boxesAsked();
        assertThat(boxes).isPositive();
        scene.widen(null);

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.books.boxesAsked()).isEqualTo(boxes);
    }

    /** While it was not to be kept, nothing told that it goes by another name. */
    private static Scene renamedUnseen() {
        Scene scene = limited(250);
        scene.books.itemIds().forEach(item -> scene.books.renamePayment(item, "BNK/" + item, "transfer"));
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(scene.books.ids().getLast());
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.widen(null);
        return scene;
    }

    @Test
    void aRunThatBreaksOffAnywhereIsMadeGoodByTheNext() {
        Scene whole = renamedUnseen();
        assertThat(whole.copy.present().keySet().stream().flatMap(id -> whole.copy.payments(id).stream())
                .map(Payment::reference)).as("named as before").anyMatch(name -> name.startsWith("PAY/"));
        long before = whole.fuse.calls();
        whole.runs();
        whole.assertCopyIsRight();
        long calls = whole.fuse.calls() - before;
        assertThat(calls).isGreaterThan(40);
        for (long n = 1; n <= calls; n++) {
            Scene scene = renamedUnseen();
            scene.fuse.crashAt(n);
            assertThatThrownBy(scene::run).isInstanceOf(Fuse.Blown.class);
            scene.fuse.mend();

            assertThat(scene.run()).isInstanceOf(SyncReport.Done.class);
            scene.assertCopyIsRight();
        }
    }
}
