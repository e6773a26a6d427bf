package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import app.loupe.owed.Edge;
import app.loupe.owed.MoneylessEntry;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What settled a part of an invoice, in the words of an owner: only a payment paid it. A discount or write-off in
 * the entry of the payment itself cannot be told from it: only the receivable and payable items are read, and these are
 * settled by all of it.
 *
 * @param document number of the other document or entry where nothing was paid; empty otherwise
 * @param payment the part as Odoo's payment box gives it
 * @param currency of the part's amount: an exchange difference is in the company's currency, whatever the invoice's is
 */
public record Settlement(Kind kind, String document, Payment payment, String currency) {
    /** How a part was settled. */
    public enum Kind {
        /** A payment, with the discount or write-off that was booked in its entry. */
        PAID,
        /** The other document was made to cancel this one out. */
        REVERSED,
        /** This document was made to cancel the other one out. */
        REVERSES,
        /** An invoice and a credit note that are not each other's reversal were matched. */
        SET_OFF,
        /** An entry without a payment: of miscellaneous operations, an opening balance, a write-off of its own. */
        SETTLED,
        /** Nothing moved: rates differed between the invoice's day and the payment's. */
        EXCHANGE_DIFFERENCE
    }

    /**
     * Decides what a part was.
     *
     * @param other the document that the part names, when it is an invoice or credit note of the copy
     */
    public static Settlement of(Invoice invoice, Payment payment, Optional<Invoice> other) {
        if (payment.exchangeDifference()) {
            return new Settlement(Kind.EXCHANGE_DIFFERENCE, "", payment,
                    Ref.nameOf(invoice.booking().companyCurrency()));
        }
        String currency = Ref.nameOf(invoice.booking().currency());
        if (other.isEmpty()) {
            Optional<String> entry = MoneylessEntry.nameOf(payment);
            if (entry.isPresent()) {
                return new Settlement(Kind.SETTLED, entry.get(), payment, currency);
            }
            // the credit note is not in the copy (rights, or older than what is synced), and Odoo says what became of it
            return invoice.paymentState() == PaymentState.REVERSED
                    ? new Settlement(Kind.REVERSED, payment.reference(), payment, currency)
                    : new Settlement(Kind.PAID, "", payment, currency);
        }
        Invoice document = other.get();
        return new Settlement(kind(invoice, document), document.number(), payment, currency);
    }

    /**
     * Decides the same of what an item of an invoice was settled with, where nothing but the two items is known: a reversal
     * is only one of the documents that it was set off by. Empty when the other side is not in the copy.
     */
    public static Optional<Kind> kind(Edge edge) {
        if (edge.isNothing()) {
            return Optional.of(Kind.EXCHANGE_DIFFERENCE);
        }
        if (edge.otherInvoice() != 0) {
            return Optional.of(Kind.SET_OFF);
        }
        OwedItem.Entry other = edge.other();
        if (other == null) {
            return Optional.empty();
        }
        return Optional.of(MoneylessEntry.isOne(other.journal(), other.number()) ? Kind.SETTLED : Kind.PAID);
    }

    private static Kind kind(Invoice invoice, Invoice other) {
        if (names(other.booking().reversedEntry(), invoice)) {
            return Kind.REVERSED;
        }
        return names(invoice.booking().reversedEntry(), other) ? Kind.REVERSES : Kind.SET_OFF;
    }

    private static boolean names(@Nullable Ref entry, Invoice invoice) {
        return entry != null && entry.id() == invoice.id();
    }

    /** The day of the part; null when Odoo gives none. */
    public @Nullable LocalDate date() {
        return payment.date();
    }
}
