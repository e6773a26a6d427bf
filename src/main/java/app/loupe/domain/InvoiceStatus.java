package app.loupe.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The one status that Loupe shows, derived the same way for every Odoo version (state first, then payment, then date). */
public enum InvoiceStatus {
    DRAFT,
    CANCELLED,
    UNPAID,
    OVERDUE,
    PARTLY_PAID,
    IN_PAYMENT,
    PAID,
    REVERSED,
    BLOCKED,
    LEGACY,
    REMOVED_IN_ODOO,
    NO_LONGER_ACCESSIBLE;

    /**
     * Decides which status an invoice that Odoo still shows has on a day. Overdue wins over unpaid and partly paid, as in
     * Odoo's own "Overdue" filter: posted, not paid in full, due before today.
     */
    public static InvoiceStatus of(MoveState state, PaymentState payment, @Nullable LocalDate due, LocalDate today) {
        return switch (state) {
            case DRAFT -> DRAFT;
            case CANCELLED -> CANCELLED;
            case POSTED -> switch (payment) {
                case NOT_PAID -> isLate(due, today) ? OVERDUE : UNPAID;
                case PARTIAL -> isLate(due, today) ? OVERDUE : PARTLY_PAID;
                case IN_PAYMENT -> IN_PAYMENT;
                case PAID -> PAID;
                case REVERSED -> REVERSED;
                case BLOCKED -> BLOCKED;
                case LEGACY -> LEGACY;
            };
        };
    }

    /** Which words say it of a document of this type: nobody pays the owner's own bills but the owner. */
    public String key(MoveType type) {
        return this == UNPAID && !type.isSale() && !type.isRefund() ? "to-pay" : EnumKey.of(this);
    }

    private static boolean isLate(@Nullable LocalDate due, LocalDate today) {
        return due != null && due.isBefore(today);
    }
}
