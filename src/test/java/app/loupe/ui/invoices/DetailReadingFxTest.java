package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.Problem;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.NoteDrafts;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.NoOriginals;
import testkit.OneConnection;
import testkit.window.FakeNavigator;
import testkit.window.Fx;

/** What the panel reads, and shows meanwhile, when one invoice after the other is selected and the copy answers late. */
class DetailReadingFxTest {
    private final FakeInvoices copy = FakeInvoices.believable();
    private final Queue<Runnable> begun = new ConcurrentLinkedQueue<>();
    private final List<Problem> told = new CopyOnWriteArrayList<>();
    private boolean hasThreads = true;
    private final InvoiceDetailViewModel model = Fx.get(() -> new InvoiceDetailViewModel(
            new InvoicePorts(copy.shelf(), copy, copy.book(), new OneConnection("https://erp.acme.example"),
                    new IdleSync(), uri -> {}, new FakeNavigator(), new NoOriginals(), new NoteDrafts()),
            new Background(this::begin, told::add)));

    private void begin(Runnable task) {
        if (!hasThreads) {
            throw new IllegalStateException("no more threads");
        }
        begun.add(task);
    }

    private void answer() {
        begun.remove().run();
        Fx.run(() -> {});
    }

    private Optional<InvoiceKey> shown() {
        return Fx.get(() -> Optional.ofNullable(model.detail().get()).map(InvoiceDetail::key));
    }

    private List<InvoiceRow> rows() {
        return copy.rows(Set.of(FakeInvoices.ACME));
    }

    private void select(InvoiceRow row) {
        Fx.run(() -> model.show(new ReviewRow(row)));
    }

    @Test
    void manySelectionsAreReadTwice() {
        List<InvoiceRow> rows = rows();
        assertThat(rows).hasSizeGreaterThan(5);
        for (InvoiceRow row : rows) {
            select(row);
            select(row);
            assertThat(begun).hasSize(1);
        }

        answer();
        assertThat(shown()).as("the first one is not selected any more").isEmpty();
        assertThat(begun).hasSize(1);
        answer();

        assertThat(shown()).contains(rows.getLast().key());
        assertThat(begun).isEmpty();
    }

    /** Its note and its flag would be those of another. */
    @Test
    void theFormerInvoiceGoesWhenTheSelectedOneDoesNotComeSoon() {
        select(rows().getFirst());
        answer();
        assertThat(shown()).contains(rows().getFirst().key());

        select(rows().getLast());

        Fx.await("it went", () -> model.detail().get() == null);
        answer();
        assertThat(shown()).contains(rows().getLast().key());
    }

    @Test
    void theFormerInvoiceGoesWhenTheSelectedOneCannotBeRead() {
        select(rows().getFirst());
        answer();
        hasThreads = false;

        select(rows().getLast());

        assertThat(shown()).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void theSameInvoiceStaysWhateverComesOfReadingItAgain() {
        select(rows().getFirst());
        answer();
        hasThreads = false;

        select(rows().getFirst());

        assertThat(shown()).contains(rows().getFirst().key());
        assertThat(told).hasSize(1);
    }

    @Test
    void nothingIsReadAfterTheSelectionHasGone() {
        select(rows().getFirst());
        select(rows().getLast());
        Fx.run(() -> model.show(null));

        answer();

        assertThat(begun).isEmpty();
        assertThat(shown()).isEmpty();
    }
}
