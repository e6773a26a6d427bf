package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;

/** A search that the help beside the box shows; what to type and what it finds are in the bundle. */
enum SearchExample {
    WORDS,
    STATUS,
    TYPE,
    MONTH,
    DAY,
    AMOUNT,
    RANGE,
    CURRENCY,
    EXCLUDED,
    PHRASE,
    FIELD,
    REMOVED;

    /** What to type. */
    String query(InvoiceWords words) {
        return words.get("search.example." + EnumKey.of(this));
    }

    /** What it finds. */
    String meaning(InvoiceWords words) {
        return words.get("search.meaning." + EnumKey.of(this));
    }
}
