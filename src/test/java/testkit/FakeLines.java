package testkit;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.Matching;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Journal items as they belong to a row. */
public final class FakeLines {
    private FakeLines() {}

    /** A section or note. */
    public static MoveLine text(InvoiceRow row, int sequence, LineKind kind, String text) {
        return line(row, sequence, kind, text, "0", BigDecimal.ZERO, null, BigDecimal.ZERO);
    }

    /** A product with its share of the untaxed amount. */
    public static MoveLine product(InvoiceRow row, int sequence, String label, String quantity, BigDecimal share) {
        BigDecimal amount = row.untaxed().multiply(share).setScale(2, RoundingMode.HALF_UP);
        return line(row, sequence, LineKind.PRODUCT, label, quantity, amount, null, BigDecimal.ZERO);
    }

    /** The tax item, signed as Odoo books it. */
    public static MoveLine tax(InvoiceRow row, int sequence, String group) {
        boolean credited = row.type().isSale() != row.type().isRefund();
        return line(row, sequence, LineKind.TAX, group, "1", BigDecimal.ZERO, new Ref(4, group),
                credited ? row.tax().negate() : row.tax());
    }

    private static MoveLine line(InvoiceRow row, int sequence, LineKind kind, String label, String quantity,
            BigDecimal amount, @Nullable Ref taxGroup, BigDecimal amountCurrency) {
        var count = new BigDecimal(quantity);
        BigDecimal price = count.signum() == 0 ? BigDecimal.ZERO : amount.divide(count, 2, RoundingMode.HALF_UP);
        return new MoveLine(row.key().id() * 10 + sequence, Instant.EPOCH,
                JournalEntry.of(new Ref(row.key().id(), row.number()), row.state()), kind,
                sequence, label, null, null, count, price, BigDecimal.ZERO, amount, amount, List.of(), taxGroup,
                taxGroup, BigDecimal.ZERO, null, null, null, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                amountCurrency, BigDecimal.ZERO, BigDecimal.ZERO, row.invoiceDate(), row.dueDate(), Matching.NONE);
    }
}
