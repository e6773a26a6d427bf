package app.loupe.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer invoice, credit note, vendor bill, vendor refund or receipt, as the server has it: nothing is recomputed,
 * because Odoo's versions round differently. Absent text is empty, absent dates and references are null.
 *
 * @param id Odoo's id, the only key: numbers are given twice after a deletion
 * @param writeDate of the server, UTC, whole seconds (Odoo truncates)
 * @param name Odoo's own word for the number, see {@link #number}
 * @param lines in Odoo's order: sequence, then id
 */
public record Invoice(long id, Instant writeDate, String name, MoveType type, MoveState state,
        PaymentState paymentState, Parties parties, Booking booking, Dates dates, Amounts amounts,
        OtherInfo otherInfo, List<MoveLine> lines) {
    /** Copies the lines. */
    public Invoice {
        lines = List.copyOf(lines);
    }

    /**
     * Whom it is between.
     *
     * @param partner who is addressed
     * @param commercialPartner the company that owes; what customers are grouped by
     * @param printedName the name printed on the invoice
     */
    public record Parties(@Nullable Ref partner, @Nullable Ref commercialPartner,
            String printedName) implements Part {}

    /**
     * Where it is booked, by whom and on which terms.
     *
     * @param currency of the document
     * @param companyCurrency what the company keeps its books in
     * @param reversedEntry on a credit note, the invoice that it reverses
     * @param bankAccount where its payment goes to, by its number: the company's own on what it sells, else the partner's
     */
    public record Booking(@Nullable Ref company, @Nullable Ref currency, @Nullable Ref companyCurrency,
            @Nullable Ref journal, @Nullable Ref salesperson, @Nullable Ref paymentTerms,
            @Nullable Ref reversedEntry, @Nullable Ref bankAccount) implements Part {}

    /**
     * Its days; a draft may have none.
     *
     * @param accounting the day that it counts from in the books
     * @param due of the last instalment
     */
    public record Dates(@Nullable LocalDate invoice, @Nullable LocalDate accounting,
            @Nullable LocalDate due) implements Part {}

    /**
     * What it comes to, in document currency and unsigned.
     *
     * @param residual what is not settled yet
     * @param signed the same as booked
     */
    public record Amounts(BigDecimal untaxed, BigDecimal tax, BigDecimal total, BigDecimal residual,
            SignedAmounts signed) implements Part {}

    /** What it comes to in company currency: positive for customer invoices and vendor refunds. */
    public record SignedAmounts(BigDecimal untaxed, BigDecimal total, BigDecimal residual) implements Part {}

    /**
     * What is written on it, and what was done with it.
     *
     * @param ref number or text of the partner
     * @param origin what it was made from: an order
     * @param sent whether it went out by mail or print
     * @param toReview Odoo's own flag "To Check" or "To Review", the same meaning for all versions
     * @param narration terms, as plain text or the server's HTML: never rendered as HTML
     */
    public record OtherInfo(String ref, String paymentReference, String origin, boolean sent, boolean toReview,
            String narration) implements Part {}

    /** The same with these lines. */
    public Invoice withLines(List<MoveLine> others) {
        return new Invoice(id, writeDate, name, type, state, paymentState, parties, booking, dates, amounts, otherInfo,
                others);
    }

    /** The number; empty on a draft that never had one. */
    public String number() {
        return numberOf(name);
    }

    /** The number in Odoo's {@code name}: 14 to 17 call a draft without a number "/", later ones leave it empty. */
    public static String numberOf(String name) {
        return name.equals("/") ? "" : name;
    }
}
