package app.loupe.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a reconciliation, as the payment box of an invoice names it.
 *
 * @param date the accounting date of the item
 * @param move its entry
 * @param journal the name of the journal it was booked in; empty when that is not known
 * @param reference the entry's own text
 */
public record Counterpart(@Nullable LocalDate date, Ref move, String journal, String reference) {
    /** The payment that this side made of an amount, in Odoo's words: the entry's number, and its text in brackets. */
    public Payment payment(BigDecimal amount) {
        return new Payment(date, amount, journal, reference.isEmpty()
                ? move.name()
                : move.name() + " (" + reference
                        + ")",
                move.id(), false);
    }
}
