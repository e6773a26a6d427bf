package app.loupe.domain;

/** How much of what the server lists is read again, and so what a run is called. */
public enum SyncMode {
    /** What is new, what changed, and the last minutes again. */
    CHANGES,
    /** Everything: finds what was changed behind Odoo's back, too. */
    FULL,
    /** What changed, and then every invoice is compared by its figures; only what differs is read again. */
    VERIFY;

    /** The name in keys of texts and in JSON: "verify". */
    public String key() {
        return EnumKey.of(this);
    }
}
