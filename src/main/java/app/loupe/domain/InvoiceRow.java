package app.loupe.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the invoice table: a projection, read in bulk. Amounts in document currency, unsigned; absent text is
 * empty.
 *
 * @param number empty on a draft without one
 * @param presence whether this is only the last copy
 */
public record InvoiceRow(InvoiceKey key, String number, MoveType type, MoveState state, PaymentState paymentState,
        Partner partner, @Nullable LocalDate invoiceDate, @Nullable LocalDate dueDate, Amounts amounts,
        Booking booking, OtherInfo otherInfo, Presence presence) {
    /**
     * Whom it is between.
     *
     * @param name printed on the invoice
     * @param id who is addressed; 0 when there is none
     * @param commercialId what customers are grouped by; 0 when there is none
     */
    public record Partner(String name, long id, long commercialId, String vat) implements Part {}

    /**
     * What it comes to.
     *
     * @param currency ISO code as Odoo names it
     * @param residual what is not settled yet
     * @param openSince the first day on which a part of the residual is due, of an invoice in instalments; null when that
     *     is the due date of the document
     */
    public record Amounts(String currency, BigDecimal untaxed, BigDecimal tax, BigDecimal total, BigDecimal residual,
            @Nullable LocalDate openSince) implements Part {
        /** Of a document all of which is due on its due date. */
        public Amounts(String currency, BigDecimal untaxed, BigDecimal tax, BigDecimal total, BigDecimal residual) {
            this(currency, untaxed, tax, total, residual, null);
        }
    }

    /**
     * The first day on which something that is still open is due: Odoo's own due date is that of the last instalment, and an
     * invoice is late when any of them is.
     */
    public @Nullable LocalDate firstOpenDue() {
        return amounts.openSince() == null ? dueDate : amounts.openSince();
    }

    /**
     * Where it is booked, and what it comes to there.
     *
     * @param journal its name
     * @param currency ISO code of the company's currency, as Odoo names it
     * @param untaxed in company currency, signed as Odoo's {@code amount_untaxed_signed}: positive for customer invoices
     *     and vendor refunds
     * @param total the same of the total
     * @param residual the same of what is not settled yet
     */
    public record Booking(String journal, String currency, BigDecimal untaxed, BigDecimal total,
            BigDecimal residual) implements Part {}

    /**
     * What is written on it, and who has it.
     *
     * @param ref number or text of the partner
     * @param origin what it was made from: an order
     * @param salesperson empty when there is none
     * @param toReview the flag "To Check" or "To Review" in Odoo
     */
    public record OtherInfo(String ref, String paymentReference, String origin, String company, String salesperson,
            boolean toReview) implements Part {}

    /** Whether the server still shows this invoice. */
    public enum Presence {
        PRESENT,
        REMOVED_IN_ODOO,
        NO_LONGER_ACCESSIBLE
    }
}
