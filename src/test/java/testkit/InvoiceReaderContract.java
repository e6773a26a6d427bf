package testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link InvoiceReader} says of its invoices in one way it says in every other. */
public abstract class InvoiceReaderContract {
    private static final ConnectionId NOBODY = new ConnectionId("00000000");
    private static final int FEW = 20;
    private static final long NONE = 987_654_321;

    /** The one that is tested; it holds some invoices of {@link #filled}. */
    protected abstract InvoiceReader reader() throws ProblemException;

    /** The connection that has invoices. */
    protected abstract ConnectionId filled();

    private List<InvoiceRow> all() throws ProblemException {
        List<InvoiceRow> all = reader().rows(Set.of(filled(), NOBODY));
        assertThat(all).isNotEmpty().allMatch(row -> row.key().connection().equals(filled()));
        return all;
    }

    private List<Invoice> each(boolean withLines) throws ProblemException {
        var each = new ArrayList<Invoice>();
        reader().each(filled(), withLines, each::add);
        return each;
    }

    @Test
    void someRowsAreThoseOfAll() throws ProblemException {
        List<InvoiceRow> some = all().stream().limit(FEW).toList();
        Set<Long> ids = some.stream().map(row -> row.key().id()).collect(Collectors.toCollection(HashSet::new));
        ids.add(NONE);

        assertThat(reader().rows(filled(), ids)).containsExactlyInAnyOrderElementsOf(some);
        assertThat(reader().rows(NOBODY, ids)).isEmpty();
        assertThat(reader().rows(filled(), Set.of())).isEmpty();
    }

    @Test
    void asManyAreCountedAsAreGivenThoseThatAreGoneApart() throws ProblemException {
        long there = all().stream().filter(row -> row.presence() == InvoiceRow.Presence.PRESENT).count();

        assertThat(reader().counts(filled()).invoices()).isEqualTo(there);
        assertThat(reader().counts(filled()).removed()).isEqualTo(all().size() - there);
        assertThat(reader().counts(NOBODY).invoices()).isZero();
    }

    @Test
    void theStateIsTheSameAsLongAsNothingChanges() throws ProblemException {
        assertThat(reader().state(filled())).isEqualTo(reader().state(filled())).isNotEmpty();
    }

    @Test
    void everyRowHasItsInvoiceByAscendingIdsAndLinesWhenAskedFor() throws ProblemException {
        List<Invoice> whole = each(true);

        assertThat(whole).extracting(Invoice::id).isSorted().containsExactlyInAnyOrderElementsOf(
                all().stream().map(row -> row.key().id()).toList());
        assertThat(whole).anyMatch(invoice -> !invoice.lines().isEmpty());
        assertThat(each(false)).extracting(Invoice::id).containsExactlyElementsOf(
                whole.stream().map(Invoice::id).toList());
        assertThat(each(false)).allMatch(invoice -> invoice.lines().isEmpty());
        for (Invoice one : whole.stream().limit(FEW).toList()) {
            assertThat(reader().invoice(new InvoiceKey(filled(), one.id()))).contains(one);
            assertThat(reader().invoice(new InvoiceKey(NOBODY, one.id()))).isEmpty();
        }
    }

    @Test
    void thePrintedLinesOfSomeAreThoseOfAll() throws ProblemException {
        var all = new ArrayList<PrintedLine>();
        reader().printedLines(Set.of(filled(), NOBODY), all::add);
        Set<Long> ids = all.stream().map(line -> line.invoice().id()).limit(FEW).collect(Collectors.toSet());
        var some = new ArrayList<PrintedLine>();

        reader().printedLines(filled(), ids, some::add);

        assertThat(some).isNotEmpty().containsExactlyInAnyOrderElementsOf(
                all.stream().filter(line -> ids.contains(line.invoice().id())).toList());
    }

    @Test
    void theOwedItemsOfSomeAreThoseOfAllByInvoiceOrByTheirOwnId() throws ProblemException {
        var all = new ArrayList<OwedItem>();
        reader().owedItems(filled(), all::add);
        OwedItem byInvoice = all.getFirst();
        OwedItem byId = all.getLast();
        var some = new ArrayList<OwedItem>();

        reader().owedItems(filled(), Set.of(byInvoice.invoice(), NONE), Set.of(byId.id(), NONE), some::add);
        assertThat(some).containsExactlyInAnyOrderElementsOf(all.stream()
                .filter(item -> item.invoice() == byInvoice.invoice() || item.id() == byId.id()).toList());

        some.clear();
        reader().owedItems(NOBODY, some::add);
        assertThat(some).isEmpty();
    }
}
