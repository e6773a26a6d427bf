package app.loupe.domain;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an owner searched last, of which company, and in which connections; it belongs to exactly these together. The text may
 * name customers, so it is kept sealed or not at all.
 *
 * @param connections the ones that were chosen
 * @param text as it was typed
 * @param company the name of the company that was chosen; empty for all
 */
public record KeptSearch(Set<ConnectionId> connections, String text, String company) {
    /** The most characters that a search is read to; a longer one is not kept, because a part of it would find other invoices. */
    public static final int LONGEST = 500;

    private static final int LONGEST_COMPANY = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** Copies the set. */
    public KeptSearch {
        connections = Set.copyOf(connections);
    }

    /** Whether there is anything to keep, and not too much. */
    public boolean isToKeep() {
        return !connections.isEmpty() && !(text.isBlank() && company.isEmpty()) && text.length() <= LONGEST
                && company.length() <= LONGEST_COMPANY && !CONTROL.matcher(company).find();
    }
}
