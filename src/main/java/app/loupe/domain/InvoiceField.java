package app.loupe.domain;

/** A field of an invoice, or of one of its lines, of which changes are kept. The names are stored. */
public enum InvoiceField {
    NUMBER("name", true),
    TYPE("move_type", true),
    STATE("state", true),
    PAYMENT_STATE("payment_state", false),
    PARTNER("partner_id", true),
    COMPANY("company_id", true),
    CURRENCY("currency_id", true),
    JOURNAL("journal_id", true),
    SALESPERSON("invoice_user_id", true),
    PAYMENT_TERMS("invoice_payment_term_id", true),
    REVERSED_ENTRY("reversed_entry_id", true),
    BANK_ACCOUNT("partner_bank_id", true),
    INVOICE_DATE("invoice_date", true),
    ACCOUNTING_DATE("date", true),
    DUE_DATE("invoice_date_due", true),
    AMOUNT_UNTAXED("amount_untaxed", true),
    AMOUNT_TAX("amount_tax", true),
    AMOUNT_TOTAL("amount_total", true),
    AMOUNT_RESIDUAL("amount_residual", false),
    REFERENCE("ref", true),
    PAYMENT_REFERENCE("payment_reference", true),
    ORIGIN("invoice_origin", true),
    SENT("is_move_sent", false),
    TO_REVIEW("to_check", false),
    NARRATION("narration", true),
    /** A line as a whole: its text, when it is added or removed. */
    LINE("invoice_line_ids", true),
    LABEL("line.name", true),
    PRODUCT("line.product_id", true),
    QUANTITY("line.quantity", true),
    PRICE_UNIT("line.price_unit", true),
    DISCOUNT("line.discount", true),
    PRICE_SUBTOTAL("line.price_subtotal", true),
    TAXES("line.tax_ids", true),
    ACCOUNT("line.account_id", true),
    /** A part that was settled: day, amount, label. */
    PAYMENT("payment", false),
    /** Whether the invoice is there at all. */
    PRESENCE("presence", false);

    private final String odoo;
    private final boolean written;

    InvoiceField(String odoo, boolean written) {
        this.odoo = odoo;
        this.written = written;
    }

    /** Odoo's own word; after {@code line.} the word for a field of a line. */
    public String odoo() {
        return odoo;
    }

    /**
     * Whether the document itself shows it, so that a change after posting is an edit; the other fields change by
     * payments and reminders.
     */
    public boolean isWritten() {
        return written;
    }
}
