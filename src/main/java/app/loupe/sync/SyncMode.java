package app.loupe.sync;

/** How much of what the server lists is read again. */
public enum SyncMode {
    /** What is new, what changed, and the last minutes again. */
    CHANGES,
    /** Everything: finds what was changed behind Odoo's back, too. */
    FULL
}
