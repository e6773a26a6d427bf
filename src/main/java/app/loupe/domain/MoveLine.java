package app.loupe.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One journal item: a line of an invoice, or a receivable or payable item of another entry (a payment).
 *
 * @param entry what it belongs to
 * @param label Odoo's {@code name}
 * @param date accounting date
 * @param matching what it was reconciled with
 */
public record MoveLine(long id, Instant writeDate, JournalEntry entry, LineKind kind, int sequence, String label,
        Price price, Taxes taxes, Posting posting, @Nullable LocalDate date, @Nullable LocalDate dueDate,
        Matching matching) {
    /** What is sold or bought for how much, in document currency and unsigned. */
    public record Price(@Nullable Ref product, @Nullable Ref unit, BigDecimal quantity, BigDecimal priceUnit,
            BigDecimal discount, BigDecimal subtotal, BigDecimal total) implements Part {}

    /**
     * The taxes on it, or the one that it is.
     *
     * @param ids of the taxes on this line (names are not readable with four models)
     * @param tax on a tax line, the tax and its name
     * @param group on a tax line, its group
     */
    public record Taxes(List<Long> ids, @Nullable Ref tax, @Nullable Ref group,
            BigDecimal baseAmount) implements Part {
        /** Copies the ids. */
        public Taxes {
            ids = List.copyOf(ids);
        }
    }

    /**
     * How it is booked.
     *
     * @param currency of the amount in currency
     * @param residual of the balance, what is not reconciled yet
     * @param residualCurrency the same of the amount in currency
     */
    public record Posting(@Nullable Ref account, @Nullable Ref partner, @Nullable Ref company, @Nullable Ref currency,
            BigDecimal debit, BigDecimal credit, BigDecimal balance, BigDecimal amountCurrency, BigDecimal residual,
            BigDecimal residualCurrency) implements Part {}

    /**
     * Whether it stands among the lines of the document: the printed ones, and a cash rounding that is no tax. Odoo 14
     * and 15 print that rounding, later versions only add it to the untaxed amount; without it the lines would not add up
     * to that amount.
     */
    public boolean isShown() {
        return mayBeShown(kind) && !isTax();
    }

    /** Whether a line of this kind can be one that {@link #isShown}. */
    public static boolean mayBeShown(LineKind kind) {
        return kind.isPrinted() || kind == LineKind.ROUNDING;
    }

    /** Whether its amount is tax: a tax line, or a cash rounding that was added to one. */
    public boolean isTax() {
        return kind == LineKind.TAX || (kind == LineKind.ROUNDING && taxes.tax() != null);
    }

    /**
     * What it adds to the untaxed amount of a document of this type, unsigned like that: a rounding of 16 and later has no
     * {@code price_subtotal}, only its booking.
     */
    public BigDecimal untaxed(MoveType type) {
        return kind == LineKind.ROUNDING ? type.printed(posting.amountCurrency()) : price.subtotal();
    }
}
