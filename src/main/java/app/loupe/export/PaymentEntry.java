package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.DaysLate;
import app.loupe.domain.Invoice;
import app.loupe.domain.Ref;
import app.loupe.review.Settlement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One part of an invoice of this connection that was settled. */
public record PaymentEntry(ConnectionProfile connection, Invoice invoice, Settlement settlement) {
    /** Whether a payment settled it; a discount or write-off that was booked with the payment is in the amount. */
    public boolean isMoney() {
        return settlement.kind() == Settlement.Kind.PAID;
    }

    /** The day; null when Odoo gives none. */
    public @Nullable LocalDate date() {
        return settlement.date();
    }

    /** When all of the invoice was due, the last instalment too; null where that is not known. */
    public @Nullable LocalDate due() {
        return invoice.dates().due();
    }

    /** How many days after that day the money came, 0 where it came in time; empty where no money moved or a day is not known. */
    public OptionalLong daysLate() {
        LocalDate due = due();
        LocalDate came = date();
        return due == null || came == null || !isMoney()
                ? OptionalLong.empty()
                : OptionalLong.of(DaysLate.on(came, due));
    }

    /** Negative where money was given back, and for a loss by exchange rates, as in the window. */
    public BigDecimal amount() {
        return settlement.amount(invoice.type());
    }

    /** What the amount is in. */
    public @Nullable Ref currency() {
        return settlement.kind().isDifference()
                ? invoice.booking().companyCurrency()
                : invoice.booking().currency();
    }
}
