package testkit;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.Matching;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.math.MathContext;
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
        BigDecimal amount = row.amounts().untaxed().multiply(share).setScale(2, RoundingMode.HALF_UP);
        return line(row, sequence, LineKind.PRODUCT, label, quantity, amount, null, BigDecimal.ZERO);
    }

    /** The tax item, signed as Odoo books it. */
    public static MoveLine tax(InvoiceRow row, int sequence, String group) {
        return tax(row, sequence, new Ref(4, group), row.amounts().tax().toPlainString());
    }

    /** What a cash rounding to five cents adds as an item of its own, to a tax or as a line that is printed. */
    public static MoveLine rounding(InvoiceRow row, int sequence, String label, @Nullable Ref tax, String printed) {
        return line(row, sequence, LineKind.ROUNDING, label, "1", BigDecimal.ZERO, tax, booked(row, printed));
    }

    /** A tax item of this printed amount. */
    public static MoveLine tax(InvoiceRow row, int sequence, Ref tax, String printed) {
        return line(row, sequence, LineKind.TAX, tax.name(), "1", BigDecimal.ZERO, tax, booked(row, printed));
    }

    private static BigDecimal booked(InvoiceRow row, String printed) {
        boolean credited = row.type().isSale() != row.type().isRefund();
        var amount = new BigDecimal(printed);
        return credited ? amount.negate() : amount;
    }

    private static MoveLine line(InvoiceRow row, int sequence, LineKind kind, String label, String quantity,
            BigDecimal amount, @Nullable Ref taxGroup, BigDecimal amountCurrency) {
        var count = new BigDecimal(quantity);
        BigDecimal price = count.signum() == 0 ? BigDecimal.ZERO : amount.divide(count, 2, RoundingMode.HALF_UP);
        return new MoveLine(row.key().id() * 10 + sequence, Instant.EPOCH,
                JournalEntry.of(new Ref(row.key().id(), row.number()), row.state()), kind,
                sequence, label,
                new MoveLine.Price(null, null, count, price, BigDecimal.ZERO, amount, amount),
                new MoveLine.Taxes(List.of(), taxGroup, taxGroup, BigDecimal.ZERO),
                new MoveLine.Posting(null, null, null, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                        amountCurrency, BigDecimal.ZERO, BigDecimal.ZERO),
                row.invoiceDate(), row.dueDate(), Matching.NONE);
    }

    /** This amount as a part of what the row is without taxes. */
    static BigDecimal share(InvoiceRow row, String amount) {
        return new BigDecimal(amount).divide(row.amounts().untaxed(), MathContext.DECIMAL64);
    }
}
