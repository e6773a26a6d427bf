package app.loupe.domain;

/** The four kinds of records that Loupe reads, each one Odoo model. */
public enum RecordKind {
    INVOICE("account.move"),
    JOURNAL_ITEM("account.move.line"),
    PARTNER("res.partner"),
    PRODUCT("product.product");

    private final String model;

    RecordKind(String model) {
        this.model = model;
    }

    /** Odoo's model name. */
    public String model() {
        return model;
    }
}
