package app.loupe.review;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Payment;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
import app.loupe.owed.Edge;
import app.loupe.owed.MoneylessEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
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
        /** Nothing moved: rates differed between the invoice's day and the payment's, to the owner's good. */
        EXCHANGE_GAIN,
        /** The same to their loss. */
        EXCHANGE_LOSS,
        /** One of the two, and the copy does not say which. */
        EXCHANGE_DIFFERENCE;

        /** Whether it is one of rates: in the company's currency, whatever the invoice's is. */
        public boolean isDifference() {
            return switch (this) {
                case EXCHANGE_GAIN, EXCHANGE_LOSS, EXCHANGE_DIFFERENCE -> true;
                case PAID, REVERSED, REVERSES, SET_OFF, SETTLED -> false;
            };
        }

        private static Kind difference(int gain) {
            return switch (gain) {
                case 1 -> EXCHANGE_GAIN;
                case -1 -> EXCHANGE_LOSS;
                default -> EXCHANGE_DIFFERENCE;
            };
        }
    }

    /**
     * Decides what a part was. Odoo gives the day of the other side; but for a payment, which came when it came, a part counts
     * from the later of the accounting dates of both.
     *
     * @param other the document that the part names, when it is an invoice or credit note of the copy
     * @param gain of a difference of exchange rates: positive for a gain, negative for a loss, 0 where that is not known
     */
    public static Settlement of(Invoice invoice, Payment payment, Optional<Invoice> other, int gain) {
        Settlement settlement = decided(invoice, payment, other, gain);
        return settlement.kind == Kind.PAID
                ? settlement
                : new Settlement(settlement.kind, settlement.document,
                        payment.notBefore(invoice.dates().accounting()), settlement.currency);
    }

    private static Settlement decided(Invoice invoice, Payment payment, Optional<Invoice> other, int gain) {
        if (payment.exchangeDifference()) {
            return new Settlement(Kind.difference(Integer.signum(gain)), "", payment,
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
     * Decides the same of what an item of an invoice was settled with. Empty when the other side is not in the copy.
     *
     * @param invoice the invoice
     * @param reversals which document each was made to cancel out, by their ids
     */
    public static Optional<Kind> kind(long invoice, Edge edge, Map<Long, Long> reversals) {
        if (edge.isNothing()) {
            return Optional.of(Kind.EXCHANGE_DIFFERENCE);
        }
        long document = edge.otherInvoice();
        if (document != 0) {
            if (reversals.getOrDefault(document, 0L) == invoice) {
                return Optional.of(Kind.REVERSED);
            }
            return Optional.of(reversals.getOrDefault(invoice, 0L) == document ? Kind.REVERSES : Kind.SET_OFF);
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

    /**
     * What it comes to for the owner of the books: negative where money was given back, whatever settled it, and for a loss
     * by exchange rates. A difference that may be either has no sign.
     *
     * @param type what the invoice is
     */
    public BigDecimal amount(MoveType type) {
        return switch (kind) {
            case EXCHANGE_LOSS -> payment.amount().negate();
            case EXCHANGE_GAIN, EXCHANGE_DIFFERENCE -> payment.amount();
            case PAID, REVERSED, REVERSES, SET_OFF, SETTLED -> type.signed(payment.amount());
        };
    }

    /** The day of the part; null when Odoo gives none. */
    public @Nullable LocalDate date() {
        return payment.date();
    }
}
