package app.loupe.odoo;

import app.loupe.domain.RecordKind;
import java.util.Set;

/**
 * Decides without which fields a record would be wrong and not only incomplete: a missing amount would be shown as zero,
 * a missing state as unpaid, an undated document as not due, and a vendor's item as owed by nobody.
 */
final class Essentials {
    private static final Set<String> INVOICE = Set.of("id", "write_date", "move_type", "state", "payment_state",
            "currency_id", "company_currency_id", "invoice_date", "date", "invoice_date_due", "amount_untaxed",
            "amount_tax", "amount_total", "amount_residual", "amount_untaxed_signed", "amount_total_signed",
            "amount_residual_signed");
    private static final Set<String> LINE = Set.of("id", "write_date", "move_id", "parent_state", "display_type",
            "quantity", "price_unit", "discount", "price_subtotal", "price_total", "tax_line_id", "tax_base_amount",
            "currency_id", "company_currency_id", "debit", "credit", "amount_currency", "amount_residual",
            "amount_residual_currency", "date", "date_maturity", "account_type", "account_internal_type");
    private static final Set<String> OTHERS = Set.of("id", "write_date");

    private Essentials() {}

    /** Whether records of this kind cannot be kept without the field. */
    static boolean contains(RecordKind kind, String field) {
        return switch (kind) {
            case INVOICE -> INVOICE.contains(field);
            case JOURNAL_ITEM -> LINE.contains(field);
            case PARTNER, PRODUCT -> OTHERS.contains(field);
        };
    }
}
