package app.loupe.review;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the words that say that what follows is not so: {@code not overdue}, {@code nicht überfällig}, {@code pas échues},
 * {@code no vencidas}, {@code niet vervallen}, {@code without reminder}. Those of all languages are known at once.
 */
final class Negation {
    private static final int LONGEST = 2;
    private static final Set<String> ENGLISH = Set.of("not", "not-yet", "and-not", "but-not", "no", "non", "neither",
            "nor",
            "without", "except");
    /** Some of them leave out what follows, whatever else there is; the others say that something is in another state. */
    private static final Set<String> EXCLUDING = Set.of("without", "except");
    /** Short for "number" as well: {@code invoice no 2026}, {@code no >5000}, {@code no Q1}. */
    private static final String NONE = "no";
    private static final Pattern FIGURE = Pattern.compile("[<>=q]{0,2}\\d.*");

    private Negation() {}

    /** How many words at the beginning of these folded ones say so; 0 if none do, or nothing follows. */
    static int words(List<String> folded) {
        for (int count = Math.min(LONGEST, folded.size()); count > 0; count--) {
            String name = String.join("-", folded.subList(0, count));
            boolean number = NONE.equals(name) && folded.size() > count
                    && FIGURE.matcher(folded.get(count)).matches();
            if (!number && (ENGLISH.contains(name) || SearchWords.isNot(name))) {
                return count;
            }
        }
        return 0;
    }

    /**
     * Whether so many of these folded words at the beginning, which are ones of negation, leave out what follows and nothing
     * more: {@code without}, {@code ohne}, {@code sauf}, and what says that there be none, such as {@code keine}. What is
     * {@code not overdue} is open, and what is {@code without overdue} is anything else.
     *
     * @param filter how many of the words behind them name the filter: {@code no} is "none" before English ones alone, and "not" in
     *     Spanish
     */
    static boolean excludes(List<String> folded, int words, int filter) {
        String name = String.join("-", folded.subList(0, words));
        if (NONE.equals(name)) {
            String behind = String.join("-", folded.subList(words, words + filter));
            return SearchWords.english(behind).equals(behind);
        }
        return EXCLUDING.contains(name) || SearchWords.excludes(name);
    }
}
