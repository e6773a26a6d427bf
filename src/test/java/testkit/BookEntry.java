package testkit;

import app.loupe.domain.Invoice;
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
import org.jspecify.annotations.Nullable;

/** One invoice as the fake server keeps it, before it is sent. */
final class BookEntry {
    static final Ref EUR = new Ref(1, "EUR");
    static final Ref COMPANY = new Ref(1, "Fake Books");

    final long id;
    final long partner;
    final List<Line> lines = new ArrayList<>();
    Instant writeDate;
    MoveState state;
    PaymentState paymentState = PaymentState.NOT_PAID;
    String partnerName;
    @Nullable
    LocalDate date;
    BigDecimal total;
    BigDecimal residual;

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

    Invoice toInvoice() {
        var owner = new Ref(partner, partnerName);
        String number = state == MoveState.DRAFT ? "" : "INV/" + id;
        return new Invoice(id, writeDate, number, MoveType.CUSTOMER_INVOICE, state, paymentState, owner, owner,
                partnerName, COMPANY, EUR, EUR, new Ref(1, "Sales"), null, null, null, date, date, date, total,
                BigDecimal.ZERO, total, residual, total, total, residual, "", number, "", false, false, "",
                lines.stream().map(this::toLine).toList());
    }

    private MoveLine toLine(Line line) {
        return item(line.id, line.writeDate, new Ref(id, "INV/" + id), LineKind.PRODUCT, line.label, partner,
                line.product, total, state);
    }

    /** A journal item with everything that does not matter left empty. */
    static MoveLine item(long id, Instant written, Ref move, LineKind kind, String label, long partner, long product,
            BigDecimal amount, MoveState state) {
        return new MoveLine(id, written, move, kind, 10, label, product == 0 ? null : new Ref(product, "P" + product),
                null, BigDecimal.ONE, amount, BigDecimal.ZERO, amount, amount, List.of(), null, null, BigDecimal.ZERO,
                null, new Ref(partner, "R" + partner), COMPANY, EUR, BigDecimal.ZERO, amount, amount.negate(),
                amount.negate(), BigDecimal.ZERO, BigDecimal.ZERO, null, null, false, "", state);
    }
}
