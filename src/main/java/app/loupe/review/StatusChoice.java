package app.loupe.review;

import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.PaymentState;

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

    /** Whether an invoice with this standing, and this status on the day asked about, matches. */
    boolean matches(Standing standing, InvoiceStatus status) {
        if (!standing.counts()) {
            return this == REMOVED;
        }
        return switch (this) {
            case UNPAID -> posted(standing, PaymentState.NOT_PAID) || posted(standing, PaymentState.PARTIAL);
            case OVERDUE -> status == InvoiceStatus.OVERDUE;
            case PARTLY_PAID -> posted(standing, PaymentState.PARTIAL);
            case PAID -> posted(standing, PaymentState.PAID) || posted(standing, PaymentState.IN_PAYMENT);
            case DRAFT -> standing.state() == MoveState.DRAFT;
            case CANCELLED -> standing.state() == MoveState.CANCELLED;
            case REVERSED -> posted(standing, PaymentState.REVERSED);
            case IN_PAYMENT -> posted(standing, PaymentState.IN_PAYMENT);
            case BLOCKED -> posted(standing, PaymentState.BLOCKED);
            case REMOVED -> false;
        };
    }

    private static boolean posted(Standing standing, PaymentState payment) {
        return standing.state() == MoveState.POSTED && standing.payment() == payment;
    }
}
