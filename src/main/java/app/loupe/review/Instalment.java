package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.LineKind;
import app.loupe.domain.Money;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an invoice that is due on a day of its own: one of its receivable or payable items. Amounts are in the
 * document's currency and signed as in the list: negative on documents that give money back.
 *
 * @param due null on a draft without a date
 * @param open what of the amount is not settled yet
 */
public record Instalment(@Nullable LocalDate due, Money amount, Money open, InvoiceStatus status) {
    /** The parts of this invoice, the earliest first; none when all of it is due at once. */
    public static List<Instalment> of(Invoice invoice, LocalDate today) {
        List<MoveLine> items = invoice.lines().stream().filter(line -> line.kind() == LineKind.PAYMENT_TERM)
                .sorted(Comparator.comparing(MoveLine::dueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return items.size() < 2 ? List.of() : items.stream().map(item -> of(invoice, item, today)).toList();
    }

    private static Instalment of(Invoice invoice, MoveLine item, LocalDate today) {
        MoveLine.Posting posting = item.posting();
        return new Instalment(item.dueDate(), money(invoice, posting.amountCurrency()),
                money(invoice, posting.residualCurrency()),
                InvoiceStatus.of(invoice.state(), payment(invoice.paymentState(), posting), item.dueDate(), today));
    }

    /** What is owed is booked on the other side of what is sold. */
    private static Money money(Invoice invoice, BigDecimal booked) {
        MoveType type = invoice.type();
        return Money.of(type.signed(type.printed(booked.negate())), invoice.booking().currency());
    }

    /**
     * Nothing that Odoo says of the whole is contradicted by a part: on a blocked invoice what is open is blocked, not late, and
     * of one that was reversed, or whose payment is under way, so is each part. An unpaid one has parts that are paid.
     */
    private static PaymentState payment(PaymentState whole, MoveLine.Posting posting) {
        return switch (whole) {
            case NOT_PAID, PARTIAL -> paid(posting);
            case BLOCKED -> paid(posting) == PaymentState.PAID ? PaymentState.PAID : PaymentState.BLOCKED;
            case IN_PAYMENT, PAID, REVERSED, LEGACY -> whole;
        };
    }

    private static PaymentState paid(MoveLine.Posting posting) {
        if (posting.residualCurrency().signum() == 0) {
            return PaymentState.PAID;
        }
        return posting.residualCurrency().compareTo(posting.amountCurrency()) == 0
                ? PaymentState.NOT_PAID
                : PaymentState.PARTIAL;
    }
}
