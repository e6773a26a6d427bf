package testkit;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.review.Books;
import app.loupe.review.RowList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Changes rows of invoices, as the store would give them. */
public final class FakeRows {
    private FakeRows() {}

    /** Listed over books of their own, the newest first. */
    public static RowList listed(List<InvoiceRow> rows) {
        return Books.of(rows).list(IntStream.range(0, rows.size()).toArray()).newestFirst();
    }

    /** With the first day on which something of these lines is open. */
    public static InvoiceRow withLines(InvoiceRow row, List<MoveLine> lines) {
        LocalDate first = row.amounts().residual().signum() == 0
                ? null
                : lines.stream().filter(line -> line.kind() == LineKind.PAYMENT_TERM)
                        .filter(line -> line.posting().residualCurrency().signum() != 0).map(MoveLine::dueDate)
                        .filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        InvoiceRow.Amounts is = row.amounts();
        return with(row, new InvoiceRow.Amounts(is.currency(), is.untaxed(), is.tax(), is.total(), is.residual(),
                Objects.equals(first, row.dueDate()) ? null : first));
    }

    /** With so much of the total before taxes. */
    static InvoiceRow withUntaxed(InvoiceRow row, BigDecimal untaxed) {
        InvoiceRow.Amounts is = row.amounts();
        return with(row, new InvoiceRow.Amounts(is.currency(), untaxed, is.total().subtract(untaxed), is.total(),
                is.residual()));
    }

    private static InvoiceRow with(InvoiceRow row, InvoiceRow.Amounts amounts) {
        return new InvoiceRow(row.key(), row.number(), row.type(), row.state(), row.paymentState(), row.partner(),
                row.invoiceDate(), row.dueDate(), amounts, row.booking(), row.otherInfo(), row.presence());
    }
}
