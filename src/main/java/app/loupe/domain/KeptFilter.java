package app.loupe.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A named choice of the owner: how the invoices are filtered, searched, ordered and grouped. Name and search may name
 * customers, and a choice the owner's companies, so all of it is kept sealed or not at all. Belongs to the window and to no connection.
 *
 * @param name unique among all, whatever its case
 * @param search as it was typed
 * @param choice the other choices, by the names that the window has for them: fixed words, and the name of a company of the
 *     books, never text that the owner typed
 */
public record KeptFilter(String name, String search, Map<String, String> choice) {
    /** Characters of a name. */
    public static final int LONGEST_NAME = 60;
    /** How many are kept, so that all of them fit where they are kept. */
    public static final int MOST = 30;

    private static final int LONGEST_CHOICE = 600;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** Copies the choice. */
    public KeptFilter {
        choice = Map.copyOf(choice);
    }

    /**
     * Whether it can be kept: the name has the right length, the search is not too long, and there is nothing that no
     * text field accepts.
     */
    public boolean isToKeep() {
        int chosen = choice.entrySet().stream().mapToInt(one -> one.getKey().length() + one.getValue().length()).sum();
        return isName(name) && isShort(search) && chosen <= LONGEST_CHOICE
                && choice.entrySet().stream().noneMatch(one -> CONTROL.matcher(one.getKey() + one.getValue()).find()
                        || one.getKey().contains("="));
    }

    /** Whether a filter can be called that. */
    public static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && !CONTROL.matcher(name).find();
    }

    /** Whether a search is short enough to be kept as a whole; a part of it would find other invoices. */
    public static boolean isShort(String search) {
        return search.length() <= KeptSearch.LONGEST && !CONTROL.matcher(search).find();
    }

    /** Whether one of these has that name, whatever the case. */
    public static boolean isTaken(String name, List<KeptFilter> filters) {
        return filters.stream().anyMatch(one -> folded(one.name).equals(folded(name)));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
