package app.loupe.domain;

/** What the vault file keeps for one user beside the connections: names and ciphertext, never a key. */
public enum VaultFact {
    /** Which key holder keeps the master keyset: a stable id such as {@code secret-service}, never a class name. */
    KEY_HOLDER,
    /** The id of the primary key that seals new rows. */
    KEY_ID,
    /** A constant sealed with the primary key: proves that a keyset is the right one. */
    CHECK_VALUE,
    /** The invoice store's file key, sealed with the master keyset. */
    STORE_KEY,
    /** The file key of the owner's book, sealed with the master keyset. */
    BOOK_KEY,
    /**
     * The key id that a rotation or a deletion still has to retire, and where the folder lay when that was asked for, sealed as
     * one text: a copy of it elsewhere leaves the key alone.
     */
    PENDING_REKEY,
    /** When the master key was made, ISO-8601, for the Security screen. */
    KEY_CREATED,
    /**
     * When a connection was last deleted and how many invoices went with it, for the Security screen: ISO-8601 instant,
     * space, number.
     */
    LAST_DELETION,
    /**
     * The connections whose deletion has begun, whether their books stay, and where the folder lay when that was asked for, sealed
     * as one text: what is left is finished at the next start.
     */
    PENDING_DELETION,
    /** What is kept of the connections beside their rows - name, first day, trusted certificate, address - sealed as one text. */
    PROFILES,
    /**
     * The connections whose copy was damaged and has not been filled again, a space between them; an asterisk stands for
     * all, as long as it is not known which.
     */
    COPY_UNFILLED,
    /** What was searched last and in which connections, sealed as one text. */
    SEARCH,
    /** The filters that the owner named, sealed as one text. */
    FILTERS,
    /** When every record of the copy was last counted and looked up to the end, ISO-8601. */
    SCRUBBED;

    /** The name in the table. */
    public String key() {
        return EnumKey.of(this);
    }
}
