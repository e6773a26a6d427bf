package testkit;

import app.loupe.domain.Invoice;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.Matching;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Partner;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One invoice as the fake server keeps it, before it is sent. */
final class BookEntry {
    static final Ref EUR = new Ref(1, "EUR");
    static final Ref COMPANY = new Ref(1, "Fake Books");
    static final Ref SALES = new Ref(1, "Sales");

    private static final long FIRST_TERM_LINE = 1_000_000;

    final long id;
    final long partner;
    final List<Line> lines = new ArrayList<>();
    Instant writeDate;
    MoveType type = MoveType.CUSTOMER_INVOICE;
    MoveState state;
    /** Empty for the one that follows from the id. */
    String number = "";
    PaymentState paymentState = PaymentState.NOT_PAID;
    String partnerName;
    Ref journal = SALES;
    @Nullable
    LocalDate date;
    BigDecimal total;
    BigDecimal residual;
    /** Partial reconciliations of what it owes. */
    final List<Long> partials = new ArrayList<>();

    /** One line of it. */
    static final class Line {
        final long id;
        final long product;
        Instant writeDate;
        String label;

        Line(long id, long product, Instant writeDate, String label) {
            this.id = id;
            this.product = product;
            this.writeDate = writeDate;
            this.label = label;
        }
    }

    BookEntry(long id, Partner partner, MoveState state, BigDecimal total, Instant writeDate) {
        this.id = id;
        this.partner = partner.id();
        this.partnerName = partner.name();
        this.state = state;
        this.total = total;
        this.residual = state == MoveState.POSTED ? total : BigDecimal.ZERO;
        this.writeDate = writeDate;
    }

    String number() {
        return number.isEmpty() ? "INV/" + id : number;
    }

    Invoice toInvoice() {
        var owner = new Ref(partner, partnerName);
        String called = state == MoveState.DRAFT ? "" : number();
        return new Invoice(id, writeDate, called, type, state, paymentState,
                new Invoice.Parties(owner, owner, partnerName),
                new Invoice.Booking(COMPANY, EUR, EUR, journal, null, null, null, null),
                new Invoice.Dates(date, date, date),
                new Invoice.Amounts(total, BigDecimal.ZERO, total, residual,
                        new Invoice.SignedAmounts(total, total, residual)),
                new Invoice.OtherInfo("", called, "", false, false, ""),
                Stream.concat(lines.stream().map(this::toLine), owed()).toList());
    }

    /** What is owed, once something of it was settled. */
    private Stream<MoveLine> owed() {
        return partials.isEmpty()
                ? Stream.of()
                : Stream.of(item(FIRST_TERM_LINE + id, writeDate,
                        JournalEntry.of(new Ref(id, number()), state), LineKind.PAYMENT_TERM, "", partner, 0,
                        type.signed(total).negate(), type.signed(residual), date, new Matching(false, "", partials)));
    }

    private MoveLine toLine(Line line) {
        return item(line.id, line.writeDate, JournalEntry.of(new Ref(id, number()), state), LineKind.PRODUCT,
                line.label, partner, line.product, total, BigDecimal.ZERO, null, Matching.NONE);
    }

    /** A journal item with everything that does not matter left empty. */
    static MoveLine item(long id, Instant written, JournalEntry entry, LineKind kind, String label, long partner,
            long product, BigDecimal amount, BigDecimal open, @Nullable LocalDate date, Matching matching) {
        return new MoveLine(id, written, entry, kind, 10, label,
                new MoveLine.Price(product == 0 ? null : new Ref(product, "P" + product), null, BigDecimal.ONE, amount,
                        BigDecimal.ZERO, amount, amount),
                new MoveLine.Taxes(List.of(), null, null, BigDecimal.ZERO),
                new MoveLine.Posting(null, new Ref(partner, "R" + partner), COMPANY, EUR, BigDecimal.ZERO, amount,
                        amount.negate(), amount.negate(), open, open),
                date, null, matching);
    }
}
