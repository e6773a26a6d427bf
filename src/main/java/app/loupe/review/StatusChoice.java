package app.loupe.review;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;
import java.time.LocalDate;

/**
 * Decides whether an invoice answers one of the statuses that an owner can ask for. Choices overlap, as Odoo's own
 * filters do: an overdue invoice is unpaid, a partly paid one is unpaid, and one in payment is paid (the money is known,
 * the bank statement is not there yet). An invoice that does not count ({@link Counting}) is removed and nothing else.
 */
public enum StatusChoice {
    UNPAID,
    OVERDUE,
    PARTLY_PAID,
    PAID,
    DRAFT,
    CANCELLED,
    REVERSED,
    IN_PAYMENT,
    BLOCKED,
    REMOVED;

    /** Whether the invoice answers it on a day. */
    public boolean matches(InvoiceRow row, LocalDate today) {
        if (!Counting.counts(row)) {
            return this == REMOVED;
        }
        return switch (this) {
            case UNPAID -> posted(row, PaymentState.NOT_PAID) || posted(row, PaymentState.PARTIAL);
            case OVERDUE -> InvoiceStatus.of(row.state(), row.paymentState(), row.dueDate(),
                    today) == InvoiceStatus.OVERDUE;
            case PARTLY_PAID -> posted(row, PaymentState.PARTIAL);
            case PAID -> posted(row, PaymentState.PAID) || posted(row, PaymentState.IN_PAYMENT);
            case DRAFT -> row.state() == MoveState.DRAFT;
            case CANCELLED -> row.state() == MoveState.CANCELLED;
            case REVERSED -> posted(row, PaymentState.REVERSED);
            case IN_PAYMENT -> posted(row, PaymentState.IN_PAYMENT);
            case BLOCKED -> posted(row, PaymentState.BLOCKED);
            case REMOVED -> false;
        };
    }

    private static boolean posted(InvoiceRow row, PaymentState payment) {
        return row.state() == MoveState.POSTED && row.paymentState() == payment;
    }
}
