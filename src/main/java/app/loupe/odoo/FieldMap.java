package app.loupe.odoo;

import app.loupe.domain.RecordKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which fields are asked for, by version: the fewest that fill the domain's records. */
final class FieldMap {
    private static final List<String> INVOICE = List.of("name", "move_type", "state", "payment_state", "partner_id",
            "commercial_partner_id", "invoice_partner_display_name", "company_id", "currency_id",
            "company_currency_id", "journal_id", "invoice_user_id", "invoice_payment_term_id", "reversed_entry_id",
            "partner_bank_id",
            "invoice_date", "date", "invoice_date_due", "amount_untaxed", "amount_tax", "amount_total",
            "amount_residual", "amount_untaxed_signed", "amount_total_signed", "amount_residual_signed", "ref",
            "payment_reference", "invoice_origin", "is_move_sent", "narration", "line_ids", "write_date");
    /** Fields of a line; not those that its invoice or another field tells. */
    private static final List<String> LINE = List.of("move_id", "sequence", "name", "display_type",
            "product_id", "product_uom_id", "quantity", "price_unit", "discount", "price_subtotal", "price_total",
            "tax_ids", "tax_line_id", "tax_group_id", "tax_base_amount", "account_id", "partner_id", "company_id",
            "currency_id", "debit", "credit", "amount_currency", "amount_residual",
            "amount_residual_currency", "date_maturity", "reconciled", "matching_number", "matched_debit_ids",
            "matched_credit_ids", "write_date");
    /** Fields of an item of another entry, which is owed or paid; nothing is sold with it. */
    private static final List<String> OPEN_ITEM = List.of("move_id", "move_name", "parent_state", "journal_id", "ref",
            "name", "account_id", "partner_id", "company_id", "currency_id", "company_currency_id", "debit", "credit",
            "amount_currency", "amount_residual", "amount_residual_currency", "date", "date_maturity", "reconciled",
            "matching_number", "matched_debit_ids", "matched_credit_ids", "write_date");
    private static final List<String> LINE_FLAGS = List.of("exclude_from_invoice_tab", "account_internal_type",
            "is_rounding_line");
    /** The companies of which a partner is the own one. */
    static final String OWN_COMPANIES = "ref_company_ids";
    private static final List<String> PARTNER = List.of("name", "parent_id", "commercial_partner_id", "is_company",
            "active", "vat", "ref", "email", "phone", "street", "street2", "zip", "city", "country_id",
            OWN_COMPANIES, "write_date");
    private static final List<String> PRODUCT = List.of("name", "default_code", "barcode", "active", "categ_id",
            "uom_id", "write_date");

    /** The fields of an invoice that are compared, and those of its lines. */
    static final List<String> FIGURES = List.of("name", "move_type", "state", "payment_state", "ref",
            "payment_reference", "partner_id", "commercial_partner_id", "invoice_partner_display_name", "company_id",
            "journal_id", "invoice_user_id", "invoice_payment_term_id", "partner_bank_id", "currency_id",
            "invoice_date",
            "date", "invoice_date_due",
            "amount_untaxed", "amount_tax", "amount_total", "amount_residual", "amount_untaxed_signed",
            "amount_total_signed", "amount_residual_signed", "line_ids", "write_date");
    static final List<String> LINE_FIGURES = List.of("move_id", "sequence", "name", "product_id", "product_uom_id",
            "quantity", "price_unit", "discount", "price_subtotal", "price_total", "tax_ids", "tax_line_id",
            "account_id", "debit", "credit", "amount_currency", "amount_residual",
            "amount_residual_currency", "date_maturity", "matched_debit_ids", "matched_credit_ids", "write_date");

    /** Proves that a record exists: a stored column, because a {@code read} of the id alone proves nothing. */
    static final List<String> EXISTENCE = List.of("write_date");
    static final List<String> LISTING = List.of("write_date");
    static final List<String> INVOICE_LISTING = List.of("write_date", "invoice_date");
    static final List<String> ID_ONLY = List.of("id");
    static final List<String> LINE_CHANGE = List.of("move_id", "write_date", "parent_state");
    /** The PDF that was sent; from 17 on. Before, it is an attachment, a model that Loupe does not read. */
    static final String ORIGINAL = "invoice_pdf_report_file";
    static final List<String> PAYMENTS = List.of("invoice_payments_widget", "currency_id",
            "company_currency_id");

    /** The reconciliations for which an entry of exchange differences was booked; certain from 19 on. */
    static final List<String> EXCHANGE_ENTRY = List.of("exchange_diff_partial_ids");

    private final OdooVersion version;

    FieldMap(OdooVersion version) {
        this.version = version;
    }

    /** All fields of a kind of record. */
    List<String> of(RecordKind kind) {
        return switch (kind) {
            case INVOICE -> with(INVOICE, List.of(version.hasChecked() ? "checked" : "to_check"));
            case JOURNAL_ITEM -> version.hasAccountType() ? LINE : with(LINE, LINE_FLAGS);
            case PARTNER -> PARTNER;
            case PRODUCT -> PRODUCT;
        };
    }

    /** Fields with named references of a kind of records, items of other entries included. */
    List<String> named(RecordKind kind) {
        List<String> own = of(kind);
        return kind == RecordKind.JOURNAL_ITEM
                ? Stream.concat(own.stream(), OPEN_ITEM.stream()).distinct().toList()
                : own;
    }

    /** All fields of a receivable or payable item of another entry. */
    List<String> ofOpenItem() {
        return with(OPEN_ITEM, List.of(accountType()));
    }

    /** The field that tells whether the account of an item is receivable or payable. */
    String accountType() {
        return version.hasAccountType() ? "account_type" : "account_internal_type";
    }

    /** The fields of a kind of records that are left out when only these are asked for. */
    Set<String> besides(RecordKind kind, List<String> asked) {
        var rest = new HashSet<>(of(kind));
        rest.removeAll(asked);
        return rest;
    }

    private static List<String> with(List<String> base, List<String> more) {
        var all = new ArrayList<>(base);
        all.addAll(more);
        return List.copyOf(all);
    }
}
