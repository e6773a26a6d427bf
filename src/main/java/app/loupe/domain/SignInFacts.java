package app.loupe.domain;

import java.util.List;

/**
 * What a successful test of a connection found.
 *
 * @param server the facts of the server
 * @param transport "JSON-2" or "JSON-RPC"
 * @param apiKeyAdvised whether a plain password was used where an API key is better
 * @param unreadable models of ours that this user may not read; empty when all is well
 */
public record SignInFacts(ServerFacts server, String transport, boolean apiKeyAdvised, List<String> unreadable) {
    /** Copies the list. */
    public SignInFacts {
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Whether such a connection may be stored: invoices and their lines can be read. Without contacts or products there
     * is still something to show.
     */
    public boolean mayBeStored() {
        return !unreadable.contains(RecordKind.INVOICE.model())
                && !unreadable.contains(RecordKind.JOURNAL_ITEM.model());
    }
}
