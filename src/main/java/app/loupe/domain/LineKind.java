package app.loupe.domain;

/** What a journal item is, the same for every version (Odoo 14 has no {@code display_type} for most of these). */
public enum LineKind {
    PRODUCT,
    SECTION,
    SUBSECTION,
    NOTE,
    TAX,
    PAYMENT_TERM,
    ROUNDING,
    OTHER;

    /** Whether Odoo prints it among the invoice lines. */
    public boolean isPrinted() {
        return this == PRODUCT || this == SECTION || this == SUBSECTION || this == NOTE;
    }
}
