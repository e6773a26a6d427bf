package app.loupe.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the invoice table: a projection, read in bulk. Amounts in document currency, unsigned; absent text is
 * empty.
 *
 * @param number empty on a draft without one
 * @param partnerName the name printed on the invoice
 * @param partnerId who is addressed; 0 when there is none
 * @param commercialPartnerId what customers are grouped by; 0 when there is none
 * @param currency ISO code as Odoo names it
 * @param salesperson empty when there is none
 * @param presence whether this is only the last copy
 */
public record InvoiceRow(InvoiceKey key, String number, MoveType type, MoveState state, PaymentState paymentState,
        String partnerName, long partnerId, long commercialPartnerId, String partnerVat,
        @Nullable LocalDate invoiceDate,
        @Nullable LocalDate dueDate, String currency, BigDecimal untaxed, BigDecimal tax, BigDecimal total,
        BigDecimal residual, String ref, String paymentReference, String origin, String company, String salesperson,
        boolean toReview, Presence presence) {
    /** Whether the server still shows this invoice. */
    public enum Presence {
        PRESENT,
        REMOVED_IN_ODOO,
        NO_LONGER_ACCESSIBLE
    }
}
