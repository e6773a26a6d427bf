package app.loupe.domain;

/**
 * Every problem that Loupe can name. The text of each is in the bundle; a test demands title, text and advice for all.
 * {@link Area} decides the exit code of the command line.
 */
public enum ProblemCode {
    // address and network
    ADDRESS_INVALID(Severity.ERROR, Area.USAGE),
    ADDRESS_NOT_HTTPS(Severity.ERROR, Area.USAGE),
    HOST_UNKNOWN(Severity.ERROR, Area.SERVER),
    CONNECTION_REFUSED(Severity.ERROR, Area.SERVER),
    NETWORK_DOWN(Severity.ERROR, Area.SERVER),
    /** macOS may keep Loupe from the servers of the owner's own network. */
    LOCAL_NETWORK_CLOSED(Severity.ERROR, Area.SERVER),
    LOOKUP_TIMEOUT(Severity.ERROR, Area.SERVER),
    CONNECT_TIMEOUT(Severity.ERROR, Area.SERVER),
    GREETING_TIMEOUT(Severity.ERROR, Area.SERVER),
    SERVER_TIMEOUT(Severity.ERROR, Area.SERVER),
    CONNECTION_LOST(Severity.ERROR, Area.SERVER),
    TLS_FAILED(Severity.ERROR, Area.SERVER),
    CERTIFICATE_UNKNOWN(Severity.ERROR, Area.SERVER),
    CERTIFICATE_EXPIRED(Severity.ERROR, Area.SERVER),
    CERTIFICATE_WRONG_HOST(Severity.ERROR, Area.SERVER),
    CERTIFICATE_CHANGED(Severity.ERROR, Area.SERVER),
    /** The certificate is not the one whose fingerprint was given just now. */
    FINGERPRINT_DIFFERS(Severity.ERROR, Area.SERVER),
    REDIRECTED(Severity.ERROR, Area.SERVER),
    // what answers there
    NOT_AN_ODOO(Severity.ERROR, Area.SERVER),
    SIGN_IN_IN_FRONT(Severity.ERROR, Area.SERVER),
    ACCESS_BLOCKED(Severity.ERROR, Area.SERVER),
    WEB_PAGE_ANSWERED(Severity.ERROR, Area.SERVER),
    OTHER_CONTENT(Severity.ERROR, Area.SERVER),
    VERSION_UNSUPPORTED(Severity.ERROR, Area.SERVER),
    DATABASE_UNKNOWN(Severity.ERROR, Area.SERVER),
    DATABASE_NEEDED(Severity.ERROR, Area.SERVER),
    SIGN_IN_REFUSED(Severity.ERROR, Area.SERVER),
    API_KEY_REFUSED(Severity.ERROR, Area.SERVER),
    API_KEY_NEEDED(Severity.ERROR, Area.SERVER),
    NO_API_ON_PLAN(Severity.ERROR, Area.SERVER),
    NO_RIGHT(Severity.ERROR, Area.SERVER),
    SERVER_BUSY(Severity.ERROR, Area.SERVER),
    SERVER_ERROR(Severity.ERROR, Area.SERVER),
    ANSWER_MALFORMED(Severity.ERROR, Area.SERVER),
    ANSWER_TOO_LARGE(Severity.ERROR, Area.SERVER),
    REQUEST_FORBIDDEN(Severity.ERROR, Area.USAGE),
    // sync
    SYNC_ALREADY_RUNNING(Severity.NOTICE, Area.USAGE),
    RECORD_UNREADABLE(Severity.WARNING, Area.PARTIAL),
    /** The server fails for one record and answers for others. */
    RECORD_FAILED(Severity.WARNING, Area.PARTIAL),
    RECORDS_NOT_SENT(Severity.WARNING, Area.PARTIAL),
    INVOICES_NOT_VERIFIED(Severity.WARNING, Area.PARTIAL),
    NO_LONGER_INVOICE(Severity.NOTICE, Area.PARTIAL),
    /** Most items of payments and other entries are gone at once, from what is the same database by its invoices. */
    ITEMS_GONE(Severity.WARNING, Area.PARTIAL),
    ORIGINAL_NONE(Severity.NOTICE, Area.SERVER),
    ORIGINAL_UNREADABLE(Severity.ERROR, Area.SERVER),
    PDF_UNREADABLE(Severity.ERROR, Area.USAGE),
    PDF_TOO_LONG(Severity.ERROR, Area.USAGE),
    AMOUNTS_HIDDEN(Severity.NOTICE, Area.USAGE),
    NO_PRINTER(Severity.ERROR, Area.USAGE),
    PRINT_FAILED(Severity.ERROR, Area.USAGE),
    PRINT_STOPPED(Severity.NOTICE, Area.PARTIAL),
    FIELD_DROPPED(Severity.NOTICE, Area.PARTIAL),
    FIELD_NEEDED(Severity.ERROR, Area.SERVER),
    SERVER_REPLACED(Severity.ERROR, Area.SERVER),
    BOOKS_DIFFER(Severity.ERROR, Area.SERVER),
    API_KEY_EXPIRING(Severity.NOTICE, Area.PARTIAL),
    API_KEY_EXPIRED(Severity.WARNING, Area.PARTIAL),
    // vault
    KEYRING_UNAVAILABLE(Severity.ERROR, Area.VAULT),
    KEYRING_LOCKED(Severity.ERROR, Area.VAULT),
    KEYRING_DENIED(Severity.ERROR, Area.VAULT),
    KEYRING_SLOW(Severity.ERROR, Area.VAULT),
    KEY_MISSING(Severity.ERROR, Area.VAULT),
    KEY_UNREADABLE(Severity.ERROR, Area.VAULT),
    KEY_FOREIGN(Severity.ERROR, Area.VAULT),
    PASSPHRASE_NEEDED(Severity.ERROR, Area.VAULT),
    /** A new vault without a keyring, and no passphrase was chosen. */
    PASSPHRASE_NOT_CHOSEN(Severity.ERROR, Area.VAULT),
    PASSPHRASE_CHOSEN(Severity.NOTICE, Area.VAULT),
    /** A new vault without a keyring: a passphrase will be chosen. */
    PASSPHRASE_AHEAD(Severity.NOTICE, Area.VAULT),
    PASSPHRASE_WRONG(Severity.ERROR, Area.VAULT),
    PASSPHRASE_WEAK(Severity.ERROR, Area.VAULT),
    PASSWORD_NOT_OF_THIS_ROW(Severity.ERROR, Area.VAULT),
    PASSWORD_TOO_LONG(Severity.ERROR, Area.USAGE),
    PASSWORD_EMPTY(Severity.ERROR, Area.USAGE),
    PASSWORD_BEGINS_WITH_SPACE(Severity.ERROR, Area.USAGE),
    PASSWORD_ENDS_WITH_SPACE(Severity.ERROR, Area.USAGE),
    REKEY_PENDING(Severity.NOTICE, Area.VAULT),
    /** The owner asked for another key, and the key holder took no part, or broke off between its two steps. */
    KEY_CHANGE_PENDING(Severity.NOTICE, Area.VAULT),
    /** A deletion or an old key waits, but that was asked for while the folder lay elsewhere: this one may be a copy. */
    KEY_CHANGE_ELSEWHERE(Severity.NOTICE, Area.VAULT),
    /** The vault file says that something is to be deleted, or a key retired, and no seal vouches for it: neither is done. */
    PENDING_UNSEALED(Severity.WARNING, Area.VAULT),
    UNSAFE_JVM_SWITCH(Severity.ERROR, Area.VAULT),
    // store and machine
    DELETION_UNFINISHED(Severity.WARNING, Area.PARTIAL),
    /** What the vault has of a connection is gone, and its files refused the rest: the next opening finishes it. */
    DELETION_INTERRUPTED(Severity.WARNING, Area.PARTIAL),
    /** A start deleted a connection of which nothing had been deleted before: its owner may have seen that it stays. */
    DELETION_FINISHED(Severity.NOTICE, Area.PARTIAL),
    ALREADY_OPEN(Severity.ERROR, Area.USAGE),
    DATA_FOLDER_UNUSABLE(Severity.ERROR, Area.USAGE),
    /** Whoever may do everything works in somebody else's folder: what is written there would be closed to its owner. */
    DATA_FOLDER_OF_OTHER(Severity.ERROR, Area.USAGE),
    /** The folder cannot be written to: what is there can be read, and nothing can be kept. */
    DATA_FOLDER_READ_ONLY(Severity.ERROR, Area.USAGE),
    /** The folder holds nothing of Loupe and cannot be written to, so nothing can be begun there. */
    DATA_FOLDER_TAKES_NOTHING(Severity.ERROR, Area.USAGE),
    /** A file in a folder that cannot be written to is damaged, or older than its ledger says; elsewhere it would be mended. */
    DAMAGED_READ_ONLY(Severity.ERROR, Area.USAGE),
    DISK_FULL(Severity.ERROR, Area.USAGE),
    /** The system no longer lets Loupe write where it could before; what is there can be read. */
    DATA_FOLDER_REFUSES(Severity.WARNING, Area.PARTIAL),
    EXPORT_EXISTS(Severity.ERROR, Area.USAGE),
    EXPORT_FOLDER_EXISTS(Severity.ERROR, Area.USAGE),
    EXPORT_FOLDER_MISSING(Severity.ERROR, Area.USAGE),
    /** What stands in the place of a folder is something else. */
    EXPORT_NO_FOLDER(Severity.ERROR, Area.USAGE),
    /** What stands in the place is a device, a pipe, or a link to something else than a file. */
    EXPORT_NO_FILE(Severity.ERROR, Area.USAGE),
    /** Some of what was chosen is not in what was written. */
    EXPORT_SHORT(Severity.WARNING, Area.PARTIAL),
    /** A sync changed the copy while files were made of it that belong together. */
    EXPORT_MIXED(Severity.WARNING, Area.PARTIAL),
    /** The place keeps no rights, so that others may read what was written there. */
    EXPORT_OPEN(Severity.NOTICE, Area.PARTIAL),
    EXPORT_STOPPED(Severity.NOTICE, Area.PARTIAL),
    /** A lock, or another language, came before the owner said where to save a file. */
    SAVE_TOO_LATE(Severity.NOTICE, Area.PARTIAL),
    EXPORT_UNWRITABLE(Severity.ERROR, Area.USAGE),
    /** Papers could not join a folder, and what they had replaced lies beside its place. */
    EXPORT_FORMER_ASIDE(Severity.ERROR, Area.USAGE),
    /** There is no transfer file, or it cannot be read. */
    TRANSFER_UNREADABLE(Severity.ERROR, Area.USAGE),
    /** A file is no transfer file. */
    TRANSFER_FOREIGN(Severity.ERROR, Area.USAGE),
    /** A later version of Loupe made it. */
    TRANSFER_NEWER(Severity.ERROR, Area.USAGE),
    TRANSFER_DAMAGED(Severity.ERROR, Area.USAGE),
    /** More is kept here than such a file takes. */
    TRANSFER_TOO_LARGE(Severity.ERROR, Area.USAGE),
    /** Its connections are here, and what is in the book may not be. */
    TRANSFER_HALF(Severity.ERROR, Area.PARTIAL),
    /** The passphrase that was made for a file, which is told once. */
    TRANSFER_PHRASE(Severity.NOTICE, Area.PARTIAL),
    TRANSFER_PHRASE_WRONG(Severity.ERROR, Area.VAULT),
    STORE_DAMAGED(Severity.WARNING, Area.PARTIAL),
    STORE_RESTORED(Severity.WARNING, Area.PARTIAL),
    STORE_SHORT(Severity.WARNING, Area.PARTIAL),
    COPY_UNFILLED(Severity.WARNING, Area.PARTIAL),
    BOOK_DAMAGED(Severity.ERROR, Area.USAGE),
    BOOK_RESTORED(Severity.WARNING, Area.PARTIAL),
    BOOK_LOST(Severity.WARNING, Area.PARTIAL),
    NOTE_TOO_LONG(Severity.ERROR, Area.USAGE),
    NOTES_NOT_KEPT(Severity.NOTICE, Area.USAGE),
    VAULT_DAMAGED(Severity.ERROR, Area.VAULT),
    VAULT_TOO_LARGE(Severity.ERROR, Area.VAULT),
    /** Files that only the vault of this folder opens are there, and the vault is not. */
    VAULT_MISSING(Severity.ERROR, Area.VAULT),
    /** The vault can be read, and its ledger tells of that of another installation. */
    VAULT_LEDGER_FOREIGN(Severity.ERROR, Area.VAULT),
    VAULT_MENDED(Severity.WARNING, Area.PARTIAL),
    PASSWORD_LOST(Severity.ERROR, Area.VAULT),
    ADDRESS_LOST(Severity.ERROR, Area.VAULT),
    STORE_TOO_NEW(Severity.ERROR, Area.USAGE),
    STORE_HOSTILE(Severity.ERROR, Area.VAULT),
    STORE_FAILED(Severity.ERROR, Area.USAGE),
    /** Java had no memory left while a file was read or written; the database may stay closed until the program ends. */
    MEMORY_EXHAUSTED(Severity.ERROR, Area.USAGE),
    CONNECTION_UNKNOWN(Severity.ERROR, Area.USAGE),
    CONNECTION_EXISTS(Severity.ERROR, Area.USAGE),
    NAME_TAKEN(Severity.ERROR, Area.USAGE),
    KEEPS_MORE(Severity.ERROR, Area.USAGE),
    NO_CONNECTION(Severity.ERROR, Area.USAGE),
    NO_DISPLAY(Severity.ERROR, Area.USAGE),
    SAMPLE_LEFT_OUT(Severity.NOTICE, Area.PARTIAL),
    /** No sync of a connection has come to its end yet: what is told of it may not be all. */
    NOT_SYNCED_YET(Severity.NOTICE, Area.PARTIAL),
    /** A copy begins on a day: what is older is not in what is told, which is not the same as nothing. */
    KEPT_FROM(Severity.NOTICE, Area.PARTIAL),
    AGED_UNCERTAIN(Severity.NOTICE, Area.PARTIAL),
    QUERY_UNREADABLE(Severity.ERROR, Area.USAGE),
    CANCELLED(Severity.NOTICE, Area.PARTIAL),
    FILES_CLOSED(Severity.NOTICE, Area.PARTIAL),
    UNEXPECTED(Severity.ERROR, Area.USAGE);

    /** Where the problem lies; decides the exit code of the command line. */
    public enum Area {
        /** The work was done in part: exit 1. */
        PARTIAL,
        /** The request or this computer: exit 2. */
        USAGE,
        /** The server or the way to it: exit 3. */
        SERVER,
        /** Keyring, passphrase or key: exit 4. */
        VAULT
    }

    private final Severity severity;
    private final Area area;

    ProblemCode(Severity severity, Area area) {
        this.severity = severity;
        this.area = area;
    }

    /** How much it stops. */
    public Severity severity() {
        return severity;
    }

    /**
     * Whether it is no failure, but work that was ended early: by whoever asked for it, or because the files that it
     * needs were closed.
     */
    public boolean isEnd() {
        return this == CANCELLED || this == FILES_CLOSED;
    }

    /** Where the problem lies. */
    public Area area() {
        return area;
    }

    /** The code in bundle keys and logs: {@code sign-in-refused}. */
    public String key() {
        return EnumKey.of(this);
    }
}
