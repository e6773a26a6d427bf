package app.loupe.domain;

import java.util.Set;

/**
 * What an owner searched last, and in which connections; it belongs to exactly these together. The text may name
 * customers, so it is kept sealed or not at all.
 *
 * @param connections the ones that were chosen
 * @param text as it was typed
 */
public record KeptSearch(Set<ConnectionId> connections, String text) {
    /** The most characters that a search is read to; a longer one is not kept, because a part of it would find other invoices. */
    public static final int LONGEST = 500;

    /** Copies the set. */
    public KeptSearch {
        connections = Set.copyOf(connections);
    }

    /** Whether there is anything to keep, and not too much. */
    public boolean isToKeep() {
        return !connections.isEmpty() && !text.isBlank() && text.length() <= LONGEST;
    }
}
