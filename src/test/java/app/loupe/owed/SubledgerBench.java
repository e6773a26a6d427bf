package app.loupe.owed;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Heap;
import testkit.Measured;

/**
 * What the receivable and payable items of a connection weigh: two for each invoice, half of them paid by a payment of their
 * own, a third in another currency than the company's.
 */
class SubledgerBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");
    private static final Ref ACME = new Ref(1, "Acme Trading");
    private static final int PARTNERS = 500;

    private static void add(int id, SplittableRandom random, Subledger.Builder to) {
        BigDecimal total = BigDecimal.valueOf(random.nextInt(1, 1_000_000), 2);
        BigDecimal booked = id % 3 == 0 ? BigDecimal.valueOf(random.nextInt(1, 1_000_000), 2) : total;
        int partner = 1 + random.nextInt(PARTNERS);
        LocalDate day = TODAY.minusDays(random.nextInt(1400));
        boolean paid = id % 2 == 0;
        to.accept(item(id, partner, day, total, booked, paid, true));
        to.accept(item(id, partner, day.plusDays(id % 50), total.negate(), booked.negate(), paid, false));
    }

    private static OwedItem item(int id, int partner, LocalDate day, BigDecimal amount, BigDecimal booked, boolean paid,
            boolean isInvoice) {
        long entry = isInvoice ? id : 10_000_000L + id;
        return new OwedItem(entry * 2, isInvoice ? id : 0,
                new OwedItem.Entry(entry, isInvoice ? MoveType.CUSTOMER_INVOICE : null,
                        String.format(Locale.ROOT, "INV/2026/%06d", entry), "Customer Invoices",
                        isInvoice ? "" : String.format(Locale.ROOT, "INV/2026/%06d", id)),
                false, ACME, new Ref(partner, "Customer " + partner), id % 3 == 0 ? USD : EUR,
                new OwedItem.Dates(day, isInvoice ? day.plusDays(30) : null, isInvoice ? day : null), amount,
                paid ? BigDecimal.ZERO : amount,
                new OwedItem.Booked(isInvoice ? EUR : null, booked, paid ? BigDecimal.ZERO : booked),
                paid ? List.of((long) id) : List.of());
    }

    private static Subledger ledger(int invoices) {
        var random = new SplittableRandom(42);
        var builder = new Subledger.Builder();
        for (int id = 1; id <= invoices; id++) {
            add(id, random, builder);
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 200_000})
    void aLedgerKeepsLittleOfAnInvoice(int invoices) {
        long before = Heap.inUse();
        Subledger ledger = ledger(invoices);
        long bytes = Heap.inUse() - before;

        Measured.count(String.format(Locale.ROOT, "subledger: live bytes of an invoice with its payment, %,d invoices",
                invoices), bytes * 2 / ledger.items().size(), 300);
    }
}
