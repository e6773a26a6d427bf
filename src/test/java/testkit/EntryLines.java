package testkit;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole entry of an invoice as Odoo books it: a section, one product, the tax, and what is owed in two instalments of
 * which the first, 30 per cent and due ten days earlier, is settled as far as the invoice is. One of the document's
 * currency is half of the company's, to the cent.
 */
public final class EntryLines {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal FIRST = new BigDecimal("0.3");
    private static final Ref PRODUCT = new Ref(77, "[FURN] Acoustic Bloc Screen");

    private final InvoiceRow row;
    private final boolean foreign;
    private final List<MoveLine> lines = new ArrayList<>();
    private BigDecimal balance = BigDecimal.ZERO;

    private EntryLines(InvoiceRow row) {
        this.row = row;
        this.foreign = !row.amounts().currency().equals("EUR");
    }

    /** The lines of this one, the last instalment first. */
    public static List<MoveLine> of(InvoiceRow row) {
        var entry = new EntryLines(row);
        entry.add(LineKind.SECTION, "Office refit", null, BigDecimal.ZERO, BigDecimal.ZERO, null);
        entry.add(LineKind.PRODUCT, "Acoustic Bloc Screen", new Ref(3, "700000 Sales"), row.amounts().untaxed(),
                BigDecimal.ZERO, null);
        entry.add(LineKind.TAX, "VAT 19%", new Ref(5, "451000 Tax due"), row.amounts().tax(), BigDecimal.ZERO, null);
        BigDecimal total = row.amounts().total();
        BigDecimal first = total.multiply(FIRST).setScale(total.scale(), RoundingMode.HALF_UP);
        BigDecimal settled = total.subtract(row.amounts().residual());
        BigDecimal openFirst = first.subtract(settled).max(BigDecimal.ZERO);
        LocalDate due = row.dueDate();
        Ref owed = new Ref(1, "400000 Customers");
        entry.add(LineKind.PAYMENT_TERM, "installment #2", owed, total.subtract(first).negate(),
                row.amounts().residual().subtract(openFirst).negate(), due);
        entry.add(LineKind.PAYMENT_TERM, "installment #1", owed, first.negate(), openFirst.negate(),
                due == null ? null : due.minusDays(10));
        return entry.lines;
    }

    /** An item by what the document prints of it; what is owed is on the other side. */
    private void add(LineKind kind, String label, @Nullable Ref account, BigDecimal printed, BigDecimal open,
            @Nullable LocalDate due) {
        BigDecimal booked = row.type().printed(printed);
        boolean last = label.equals("installment #1");
        BigDecimal company = !foreign
                ? booked
                : last ? balance.negate() : booked.multiply(HALF).setScale(2, RoundingMode.HALF_UP);
        balance = balance.add(company);
        var partner = new Ref(7, row.partner().name());
        boolean product = kind == LineKind.PRODUCT;
        lines.add(new MoveLine(row.key().id() * 100 + lines.size(), Instant.EPOCH,
                JournalEntry.of(new Ref(row.key().id(), row.number()), row.state()), kind, lines.size(), label,
                new MoveLine.Price(product ? PRODUCT : null, null, BigDecimal.ONE, product ? printed : BigDecimal.ZERO,
                        BigDecimal.ZERO, product ? printed : BigDecimal.ZERO, product ? printed : BigDecimal.ZERO),
                new MoveLine.Taxes(List.of(), kind == LineKind.TAX ? new Ref(4, "VAT 19%") : null,
                        kind == LineKind.TAX ? new Ref(4, "VAT 19%") : null, BigDecimal.ZERO),
                new MoveLine.Posting(account, partner, new Ref(1, "Acme Trading"),
                        new Ref(1, row.amounts().currency()), company.max(BigDecimal.ZERO),
                        company.negate().max(BigDecimal.ZERO), company, booked, BigDecimal.ZERO,
                        row.type().printed(open)),
                row.invoiceDate(), due, Matching.NONE));
    }
}
