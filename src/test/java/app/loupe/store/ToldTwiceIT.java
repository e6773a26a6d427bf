package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the book keeps of a change that it is told more than once. */
class ToldTwiceIT extends BookInFolder {
    @Test
    void beingToldTwiceIsHarmless() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            var up = OpenBook.change(1, NOW, "1.00", "2.00");
            var down = OpenBook.change(1, NOW, "2.00", "1.00");
            var paid = new InvoiceChange(1, "INV/2026/1", 1, 3, NOW, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, 77, "",
                    "2026-05-01 1.00 Bank", false);
            var paidToo = new InvoiceChange(1, "INV/2026/1", 1, 3, NOW, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, 77,
                    "", "2026-05-02 1.00 Bank", false);

            open.book.note(SHOP, Stamp.NEVER, List.of(up, paid, paidToo));
            open.book.note(SHOP, Stamp.NEVER, List.of(up, paid, paidToo));
            assertThat(open.all(SHOP)).hasSize(3);

            open.book.note(SHOP, Stamp.NEVER, List.of(down));
            open.book.note(SHOP, Stamp.NEVER, List.of(up));
            assertThat(open.all(SHOP)).hasSize(5);
        }
    }

    /** Between the two it was taken back while nothing was told. */
    @Test
    void theSameChangeAfterAWholeRunIsAnotherOne() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            var paid = new InvoiceChange(1, "INV/2026/1", 1, 3, NOW, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, 77, "",
                    "2026-05-01 1.00 Bank", false);
            Instant nextRun = NOW.plusSeconds(60);
            var paidAgain = new InvoiceChange(1, "INV/2026/1", 1, 5, nextRun.plusSeconds(9), Kind.PAYMENT_ADDED,
                    InvoiceField.PAYMENT, 77, "", "2026-05-01 1.00 Bank", false);
            open.book.note(SHOP, Stamp.NEVER, List.of(OpenBook.change(1, NOW, "1.00", "2.00"), paid));

            open.book.note(SHOP, nextRun,
                    List.of(OpenBook.change(1, nextRun.plusSeconds(9), "1.00", "2.00"), paidAgain));
            assertThat(open.all(SHOP)).hasSize(4);
            open.book.note(SHOP, nextRun,
                    List.of(OpenBook.change(1, nextRun.plusSeconds(70), "1.00", "2.00"), paidAgain));
            assertThat(open.all(SHOP)).as("told again after an interruption").hasSize(4);
        }
    }

    /** One transfer pays two instalments of the same amount. */
    @Test
    void equalPaymentsAreKeptAsOftenAsTheyAreTold() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            var paid = new InvoiceChange(1, "INV/2026/1", 1, 3, NOW, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, 77, "",
                    "2026-05-01 500.00 Bank", false);

            open.book.note(SHOP, Stamp.NEVER, List.of(paid, paid));
            assertThat(open.all(SHOP)).hasSize(2);
            open.book.note(SHOP, Stamp.NEVER, List.of(paid, paid));
            assertThat(open.all(SHOP)).as("told again").hasSize(2);
        }
    }
}
