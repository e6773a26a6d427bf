package app.loupe.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One receivable or payable item that counts: an instalment of a posted invoice that Odoo still shows, or an item of
 * another posted entry (a payment, an opening balance). Amounts are in the item's currency and signed as Odoo books them:
 * positive when the partner owes, negative when they are owed.
 *
 * @param invoice the invoice it is an instalment of; 0 for an item of another entry
 * @param entry what it is an item of
 * @param payable whether it stands with a vendor; otherwise with a customer
 * @param partner the commercial partner, whose debt it is
 * @param amount what was booked
 * @param open what of it is still open in the copy
 * @param booked the same in company currency
 * @param partials ids of the partial reconciliations that name it
 */
public record OwedItem(long id, long invoice, Entry entry, boolean payable, @Nullable Ref company,
        @Nullable Ref partner, @Nullable Ref currency, Dates dates, BigDecimal amount, BigDecimal open,
        Booked booked, List<Long> partials) {
    /** Copies the ids. */
    public OwedItem {
        partials = List.copyOf(partials);
    }

    /**
     * The invoice or other entry it belongs to.
     *
     * @param id Odoo's id of it
     * @param type null for an entry that is no invoice
     * @param journal its name; empty when it cannot be told
     * @param reference its own text: a partner's number, a bank's text for a payment; empty without one
     */
    public record Entry(long id, @Nullable MoveType type, String number, String journal,
            String reference) implements Part {}

    /**
     * What it comes to in company currency, as Odoo books it.
     *
     * @param currency null on an item of another entry: it is the one of its company's invoices
     * @param balance what was booked
     * @param residual what of it is still open in the copy
     */
    public record Booked(@Nullable Ref currency, BigDecimal balance, BigDecimal residual) implements Part {}

    /**
     * Its days.
     *
     * @param accounting the day that it counts from in the books
     * @param invoice null for an item of another entry
     */
    public record Dates(LocalDate accounting, @Nullable LocalDate due, @Nullable LocalDate invoice) implements Part {
        /** The day after which it is late: the due date, or the accounting date where there is none. */
        public LocalDate dueOrBooked() {
            return due == null ? accounting : due;
        }

        /** The day that the document itself names: the invoice date, or the accounting date of another entry. */
        public LocalDate document() {
            return invoice == null ? accounting : invoice;
        }
    }

    /** The number of the invoice or entry. */
    public String number() {
        return entry.number();
    }

    /** How much of it is no longer open, signed like the amount. */
    public BigDecimal settled() {
        return amount.subtract(open);
    }

    /** Whether it is a difference of exchange rates: an amount in company currency alone, in an entry that is no invoice. */
    public boolean isDifference() {
        return entry.type() == null && amount.signum() == 0 && booked.balance().signum() != 0;
    }

    /** The item as it is used to find out what settled it. */
    public ReconciledItem reconciled() {
        return new ReconciledItem(id, invoice, Ref.idOf(currency), settled(), partials);
    }
}
