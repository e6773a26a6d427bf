package app.loupe.domain;

/** What a run reads, and so what it is called: how much of what the server lists, or one document alone. */
public enum SyncMode {
    /** What is new, what changed, and the last minutes again. */
    CHANGES,
    /** Everything: finds what was changed behind Odoo's back, too. */
    FULL,
    /** What changed, and then every invoice is compared by its figures; only what differs is read again. */
    VERIFY,
    /** The original PDF of one invoice, because the owner asked for it: no sync, but its requests are counted as theirs. */
    ORIGINAL;

    /** The name in keys of texts and in JSON: "verify". */
    public String key() {
        return EnumKey.of(this);
    }
}
