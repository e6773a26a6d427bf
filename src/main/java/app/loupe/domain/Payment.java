package app.loupe.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of an invoice that was settled, as Odoo's payment box shows it.
 *
 * @param amount in the invoice's currency; an exchange difference in the company's
 * @param label journal or payment method; empty when Odoo gives none
 * @param reference the payment's own text
 * @param exchangeDifference whether this is an exchange difference, not money
 */
public record Payment(@Nullable LocalDate date, BigDecimal amount, String label, String reference, long moveId,
        boolean exchangeDifference) {
    /** The same from this day on, where it is of an earlier one; one of an unknown day stays that. */
    public Payment notBefore(@Nullable LocalDate day) {
        return date == null || day == null || !date.isBefore(day)
                ? this
                : new Payment(day, amount, label, reference, moveId, exchangeDifference);
    }
}
