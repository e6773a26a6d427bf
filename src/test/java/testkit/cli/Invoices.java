package testkit.cli;

import app.loupe.domain.Invoice;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.Matching;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes invoices for tests of the command line. */
public final class Invoices {
    private static final Instant WRITTEN = Instant.parse("2026-11-01T08:00:00Z");
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref COMPANY = new Ref(1, "My Company");

    private Invoices() {}

    /** A posted customer invoice with one line of each kind that has something to say. */
    public static Invoice posted(long id, String name, String partner, String total, @Nullable String residual) {
        return invoice(id, name, MoveType.CUSTOMER_INVOICE, MoveState.POSTED, new Ref(7, partner), total,
                residual == null ? total : residual, EUR,
                List.of(line(id * 10 + 1, LineKind.SECTION, "Work", "0"),
                        line(id * 10 + 2, LineKind.PRODUCT, "Consulting", total),
                        line(id * 10 + 3, LineKind.TAX, "VAT 21%", "0"),
                        line(id * 10 + 4, LineKind.PAYMENT_TERM, "", "0")));
    }

    /** A draft without number, partner, dates. */
    public static Invoice emptyDraft(long id) {
        return invoice(id, "", MoveType.VENDOR_BILL, MoveState.DRAFT, null, "0", "0", EUR, List.of());
    }

    /** An invoice of any kind. */
    public static Invoice invoice(long id, String name, MoveType type, MoveState state, @Nullable Ref partner,
            String total, String residual, Ref currency, List<MoveLine> lines) {
        boolean draft = state == MoveState.DRAFT;
        BigDecimal amount = new BigDecimal(total);
        return new Invoice(id, WRITTEN, name, type, state, PaymentState.NOT_PAID,
                new Invoice.Parties(partner, partner, partner == null ? "" : partner.name()),
                new Invoice.Booking(COMPANY, currency, EUR, null, null, null, null, null),
                new Invoice.Dates(draft ? null : LocalDate.of(2026, 9, 17), draft ? null : LocalDate.of(2026, 9, 18),
                        draft ? null : LocalDate.of(2026, 10, 17)),
                new Invoice.Amounts(amount, ZERO, amount, new BigDecimal(residual),
                        new Invoice.SignedAmounts(amount, amount, new BigDecimal(residual))),
                new Invoice.OtherInfo("", draft ? "" : name, "", false, false, ""),
                lines);
    }

    /** The same invoice of another company. */
    public static Invoice ofCompany(String company, Invoice made) {
        Invoice.Booking booking = made.booking();
        return new Invoice(made.id(), made.writeDate(), made.name(), made.type(), made.state(), made.paymentState(),
                made.parties(), new Invoice.Booking(new Ref(2, company), booking.currency(), booking.companyCurrency(),
                        booking.journal(), booking.salesperson(), booking.paymentTerms(), booking.reversedEntry(),
                        booking.bankAccount()),
                made.dates(), made.amounts(), made.otherInfo(), made.lines());
    }

    /** 100 euros, 30 of them due on 1 October and the rest on 17 October, of which so much of each is open. */
    public static Invoice inInstalments(long id, String name, String partner, String first, String second) {
        return invoice(id, name, MoveType.CUSTOMER_INVOICE, MoveState.POSTED, new Ref(7, partner), "100",
                new BigDecimal(first).add(new BigDecimal(second)).toPlainString(), EUR,
                List.of(line(id * 10 + 1, LineKind.PRODUCT, "Consulting", "100"),
                        term(id * 10 + 2, "30", first, LocalDate.of(2026, 10, 1)),
                        term(id * 10 + 3, "70", second, LocalDate.of(2026, 10, 17))));
    }

    private static MoveLine term(long id, String amount, String open, LocalDate due) {
        var booked = new BigDecimal(amount);
        var left = new BigDecimal(open);
        return new MoveLine(id, WRITTEN, JournalEntry.of(new Ref(1, "INV"), MoveState.POSTED), LineKind.PAYMENT_TERM,
                20, "", new MoveLine.Price(null, null, ZERO, ZERO, ZERO, ZERO, ZERO),
                new MoveLine.Taxes(List.of(), null, null, ZERO),
                new MoveLine.Posting(new Ref(121, "121000 Receivable"), null, COMPANY, EUR, booked, ZERO, booked,
                        booked, left, left),
                LocalDate.of(2026, 9, 17), due, Matching.NONE);
    }

    /** A line of its kind: one and a half of something for so much. */
    public static MoveLine line(long id, LineKind kind, String label, String subtotal) {
        var amount = new BigDecimal(subtotal);
        return new MoveLine(id, WRITTEN, JournalEntry.of(new Ref(1, "INV"), MoveState.POSTED), kind, 10, label,
                new MoveLine.Price(kind == LineKind.PRODUCT ? new Ref(3, "Hour") : null, null, new BigDecimal("1.50"),
                        amount, ZERO, amount, amount),
                new MoveLine.Taxes(kind == LineKind.PRODUCT ? List.of(5L, 6L) : List.of(),
                        kind == LineKind.TAX ? new Ref(5, "21%") : null, null, ZERO),
                new MoveLine.Posting(new Ref(400, "400000 Sales"), null, COMPANY, EUR, ZERO, amount, amount.negate(),
                        amount.negate(), ZERO, ZERO),
                LocalDate.of(2026, 9, 17),
                kind == LineKind.PAYMENT_TERM ? LocalDate.of(2026, 10, 17) : null, Matching.NONE);
    }
}
