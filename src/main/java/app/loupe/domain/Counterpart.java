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
 * @param balance what the item was booked with, in the company's currency and signed
 */
public record Counterpart(@Nullable LocalDate date, Ref move, String journal, String reference,
        BigDecimal balance) {
    /** This side as a payment of an amount, in Odoo's words: the entry's number, and its text in brackets. */
    public Payment payment(BigDecimal amount) {
        return new Payment(date, amount, journal, words(), move.id(), false);
    }

    /** The exchange difference for which this side was booked: all of it, in the company's currency. */
    public Payment exchangeDifference() {
        return new Payment(date, CurrencyDecimals.atLeast(balance.abs(), 0), journal, words(), move.id(), true);
    }

    private String words() {
        return reference.isEmpty() ? move.name() : move.name() + " (" + reference + ")";
    }
}
