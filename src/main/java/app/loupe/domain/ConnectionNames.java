package app.loupe.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which names a connection may have: none that an owner could mistake for that of another. Letter case, blanks,
 * invisible characters and the different Unicode spellings of a letter make no difference. The rule applies when a name
 * is given; equal names from before it stay.
 */
public final class ConnectionNames {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf}\\p{Cc}]+");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}]+");
    private static final int FIRST_NUMBER = 2;
    private static final int LONGEST_MOVED = 100;

    private ConnectionNames() {}

    /** Whether an owner would mistake one for the other. */
    public static boolean areSame(String one, String other) {
        return key(one).equals(key(other));
    }

    /**
     * Refuses a name that another connection has.
     *
     * @param own the connection that gets the name, which may keep its own; null for a new one
     * @throws ProblemException {@link ProblemCode#NAME_TAKEN} with the other's name and one that is free
     */
    public static void demandFree(List<ConnectionProfile> all, @Nullable ConnectionId own, String wished)
            throws ProblemException {
        List<String> taken = all.stream().filter(profile -> !profile.id().equals(own)).map(ConnectionProfile::name)
                .toList();
        boolean stays = all.stream()
                .anyMatch(profile -> profile.id().equals(own) && profile.name().equals(wished.strip()));
        for (String other : stays ? List.<String>of() : taken) {
            if (areSame(other, wished)) {
                throw ProblemException.of(ProblemCode.NAME_TAKEN, other, free(wished, taken));
            }
        }
    }

    /** The name itself, or the name followed by the first number that makes it differ from all of these. */
    public static String free(String wished, List<String> taken) {
        String plain = wished.strip();
        String name = plain;
        for (int number = FIRST_NUMBER; isTaken(name, taken); number++) {
            name = plain + " " + number;
        }
        return name;
    }

    /**
     * A name from elsewhere as one line without anything that steers how it is shown, and not longer than a line; another
     * where nothing is left of it.
     */
    public static String moved(String name, String otherwise) {
        String line = INVISIBLE.matcher(BREAKS.matcher(name).replaceAll(" ")).replaceAll("").strip();
        String cut = line.codePointCount(0, line.length()) <= LONGEST_MOVED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_MOVED)).strip();
        return cut.isEmpty() ? otherwise : cut;
    }

    private static boolean isTaken(String name, List<String> taken) {
        return taken.stream().anyMatch(other -> areSame(other, name));
    }

    private static String key(String name) {
        String visible = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        // both ways: a sharp s and a final sigma become other letters in the other case
        String folded = visible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
