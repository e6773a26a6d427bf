package app.loupe.bookcheck;

import app.loupe.domain.EnumKey;

/** What the book check looks for, what may cost money first. */
public enum FindingKind {
    DUPLICATE_REFERENCE,
    PAID_TWICE,
    NUMBER_GAP,
    LINES_AND_TOTAL,
    TAX_AND_RATE,
    ODD_DATE,
    CREDIT_WITHOUT_INVOICE,
    PARTNER_TWICE;

    /** In keys of texts, of findings, and for programs. */
    public String key() {
        return EnumKey.of(this);
    }
}
