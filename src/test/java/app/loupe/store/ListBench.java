package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChanges;
import app.loupe.review.Books;
import app.loupe.review.Found;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Rankings;
import app.loupe.review.Shelf;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Cpu;
import testkit.Measured;
import testkit.StoreRecords;

/** What the list costs after the click, from the sealed file to ordered rows: against reading these rows alone. */
class ListBench {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Set<ConnectionId> SHOPS = Set.of(SHOP);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int INVOICES = 100_000;
    private static final int PAGE = 500;
    private static final int ROUNDS = 6;

    @TempDir
    private Path folder;

    @Test
    void a_list_costs_little_more_than_reading_its_rows() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            for (int first = 1; first <= INVOICES; first += PAGE) {
                open.copies().saveInvoices(SHOP, StoreRecords.invoices(first, PAGE, 1));
            }
            var reading = new ArrayList<Long>();
            var list = new ArrayList<Long>();
            var again = new ArrayList<Long>();
            var shelf = new Shelf(open.store.reader(), new CopyChanges());
            for (int round = 0; round < ROUNDS; round++) {
                reading.add(Cpu.ofThread(() -> assertThat(open.store.reader().rows(SHOPS).size())
                        .isEqualTo(INVOICES)));
                list.add(Cpu.ofThread(() -> assertThat(
                        list(new Shelf(open.store.reader(), new CopyChanges())).length).isEqualTo(INVOICES)));
                again.add(Cpu.ofThread(() -> assertThat(list(shelf).length).isEqualTo(INVOICES)));
            }
            double rows = Cpu.median(reading);
            Measured.ratio("list of 100,000: CPU against reading the rows", Cpu.median(list) / rows, 1.5);
            Measured.ratio("list of 100,000 once more: CPU against reading the rows", Cpu.median(again) / rows, 0.1);
        }
    }

    private static int[] list(Shelf shelf) throws Exception {
        Books books = shelf.books(SHOPS);
        Found all = books.find(InvoiceFilter.of(InvoiceQuery.typed("", Set.of("EUR"))), TODAY);
        return new Rankings(books, Locale.US, ConnectionId::value).sorted(all, InvoiceOrder.NEWEST_FIRST);
    }
}
