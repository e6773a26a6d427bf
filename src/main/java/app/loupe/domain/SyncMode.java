package app.loupe.domain;

/** What a run reads: how much of what the server lists, or only one document. */
public enum SyncMode {
    /** What is new, what changed, and the last minutes again. */
    CHANGES,
    /** Everything; also finds what was changed behind Odoo's back. */
    FULL,
    /** What changed, and then every invoice is compared by its figures; only what differs is read again. */
    VERIFY,
    /**
     * The original PDF of one invoice, because the owner asked for it: no sync, but its requests are counted like those
     * of one.
     */
    ORIGINAL;

    /** The name in keys of texts and in JSON: "verify". */
    public String key() {
        return EnumKey.of(this);
    }
}
