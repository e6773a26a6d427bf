package app.loupe.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer invoice, credit note, vendor bill, vendor refund or receipt, as the server has it: nothing is recomputed,
 * because Odoo's versions round differently. Amounts are in document currency and unsigned unless the name says
 * otherwise. Absent text is empty, absent dates and references are null.
 *
 * @param id Odoo's id, the only key: numbers are given twice after a deletion
 * @param writeDate of the server, UTC, whole seconds (Odoo truncates)
 * @param name Odoo's own word for the number, see {@link #number}
 * @param partner who is addressed
 * @param commercialPartner the company that owes; what customers are grouped by
 * @param partnerName the name printed on the invoice
 * @param amountTotalSigned company currency: positive for customer invoices and vendor refunds
 * @param amountResidualSigned company currency
 * @param toReview Odoo's own flag "To Check" or "To Review", the same meaning for all versions
 * @param narration terms, as plain text or the server's HTML: never rendered as HTML
 * @param lines in Odoo's order: sequence, then id
 */
public record Invoice(long id, Instant writeDate, String name, MoveType type, MoveState state,
        PaymentState paymentState, @Nullable Ref partner, @Nullable Ref commercialPartner, String partnerName,
        @Nullable Ref company, @Nullable Ref currency, @Nullable Ref companyCurrency, @Nullable Ref journal,
        @Nullable Ref salesperson, @Nullable Ref paymentTerms, @Nullable Ref reversedEntry,
        @Nullable LocalDate invoiceDate, @Nullable LocalDate accountingDate, @Nullable LocalDate dueDate,
        BigDecimal amountUntaxed, BigDecimal amountTax, BigDecimal amountTotal, BigDecimal amountResidual,
        BigDecimal amountUntaxedSigned, BigDecimal amountTotalSigned, BigDecimal amountResidualSigned, String ref,
        String paymentReference, String origin, boolean sent, boolean toReview, String narration,
        List<MoveLine> lines) {
    /** Copies the lines. */
    public Invoice {
        lines = List.copyOf(lines);
    }

    /** The same with these lines. */
    public Invoice withLines(List<MoveLine> others) {
        return new Invoice(id, writeDate, name, type, state, paymentState, partner, commercialPartner, partnerName,
                company, currency, companyCurrency, journal, salesperson, paymentTerms, reversedEntry, invoiceDate,
                accountingDate, dueDate, amountUntaxed, amountTax, amountTotal, amountResidual, amountUntaxedSigned,
                amountTotalSigned, amountResidualSigned, ref, paymentReference, origin, sent, toReview, narration,
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
