package app.loupe.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.domain.ReconciledItem;
import app.loupe.reconcile.ReconciledParts.Asked;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Heap;
import testkit.Measured;

/**
 * What finding who paid what keeps in memory where it keeps most: weighed in the middle of each reading of the items, which
 * nobody keeps, and with each part. Each invoice is paid by a payment of its own, every tenth together with the one before.
 */
class ReconciledPartsBench {
    private static final int MOST = 130_000;
    private static final int MEGABYTE = 1_000_000;
    private static final int WEIGHINGS = 3;
    private static final BigDecimal PRICE = new BigDecimal("120.00");
    private static final BigDecimal PAID = PRICE.negate();
    private static final BigDecimal TWICE = PAID.add(PAID);

    private final AtomicLong most = new AtomicLong();

    private void each(int invoices, Consumer<ReconciledItem> visitor) {
        for (long id = 1; id <= invoices; id++) {
            visitor.accept(new ReconciledItem(id * 7, id, 1, PRICE, List.of(id * 3)));
            weigh(id, invoices);
        }
        for (long id = 1; id <= invoices; id++) {
            if (id % 10 != 0) {
                boolean both = id % 10 == 9;
                visitor.accept(new ReconciledItem(id * 7 + 1, 0, 1, both ? TWICE : PAID,
                        both ? List.of(id * 3, id * 3 + 3) : List.of(id * 3)));
            }
            weigh(id, invoices);
        }
    }

    private void weigh(long id, int invoices) {
        if (id % (invoices / WEIGHINGS) == 0) {
            weigh();
        }
    }

    private void weigh() {
        most.accumulateAndGet(Heap.inUse(), Math::max);
    }

    @ParameterizedTest
    @ValueSource(ints = {50_000, 200_000, 500_000})
    void littleIsKeptOfAnInvoice(int invoices) throws ProblemException {
        long before = Heap.inUse();
        most.set(before);

        var parts = ReconciledParts.of(visitor -> each(invoices, visitor), MOST, Asked.ALL);
        weigh();
        int found = 0;
        for (int part = 0; part < parts.count(); part++) {
            Reconciliations own = parts.part(part);
            weigh();
            for (long id = 1; id <= invoices; id++) {
                found += parts.of(id) == part && own.parts(id, PRICE).isPresent() ? 1 : 0;
            }
        }

        assertThat(found).isEqualTo(invoices);
        Measured.count(String.format(Locale.ROOT, "who paid what: live MB at most, %,d invoices", invoices),
                (most.get() - before) / MEGABYTE, 30);
    }
}
