package app.loupe.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a successful test of a connection found.
 *
 * @param server the facts of the server
 * @param transport "JSON-2" or "JSON-RPC"
 * @param apiKeyAdvised whether a plain password was used where an API key is better
 * @param unreadable what this user may not read, in the order of the kinds; empty when all is well
 */
public record SignInFacts(ServerFacts server, String transport, boolean apiKeyAdvised, Set<RecordKind> unreadable) {
    /** Copies the set. */
    public SignInFacts {
        unreadable = inOrder(unreadable);
    }

    private static Set<RecordKind> inOrder(Collection<RecordKind> kinds) {
        var copy = EnumSet.noneOf(RecordKind.class);
        copy.addAll(kinds);
        return Collections.unmodifiableSet(copy);
    }

    /**
     * Whether such a connection may be stored: invoices and their lines can be read. Without contacts or products there
     * is still something to show.
     */
    public boolean mayBeStored() {
        return !unreadable.contains(RecordKind.INVOICE) && !unreadable.contains(RecordKind.JOURNAL_ITEM);
    }
}
