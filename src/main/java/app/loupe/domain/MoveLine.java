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
 * @param taxIds ids of the taxes on this line (names are not readable with four models)
 * @param tax on a tax line, the tax and its name
 * @param taxGroup on a tax line, its group
 * @param date accounting date
 * @param matching what it was reconciled with
 */
public record MoveLine(long id, Instant writeDate, JournalEntry entry, LineKind kind, int sequence, String label,
        @Nullable Ref product, @Nullable Ref unit, BigDecimal quantity, BigDecimal priceUnit, BigDecimal discount,
        BigDecimal priceSubtotal, BigDecimal priceTotal, List<Long> taxIds, @Nullable Ref tax, @Nullable Ref taxGroup,
        BigDecimal taxBaseAmount, @Nullable Ref account, @Nullable Ref partner, @Nullable Ref company,
        @Nullable Ref currency, BigDecimal debit, BigDecimal credit, BigDecimal balance, BigDecimal amountCurrency,
        BigDecimal amountResidual, BigDecimal amountResidualCurrency, @Nullable LocalDate date,
        @Nullable LocalDate dueDate, Matching matching) {
    /** Copies the tax ids. */
    public MoveLine {
        taxIds = List.copyOf(taxIds);
    }

    /**
     * Whether it stands among the lines of the document: the printed ones, and a cash rounding that is no tax. Odoo 14 and
     * 15 print that rounding, later versions only add it to the untaxed amount; without it the lines would not come to it.
     */
    public boolean isShown() {
        return kind.isPrinted() || (kind == LineKind.ROUNDING && tax == null);
    }

    /**
     * What it adds to the untaxed amount of a document of this type, unsigned like that: a rounding of 16 and later has no
     * {@code price_subtotal}, only its booking.
     */
    public BigDecimal untaxed(MoveType type) {
        return kind == LineKind.ROUNDING ? type.printed(amountCurrency) : priceSubtotal;
    }
}
