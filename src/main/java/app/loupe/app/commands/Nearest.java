package app.loupe.app.commands;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Decides which of some words a mistyped one was to be: letters were left out, added, changed or in each other's place. */
final class Nearest {
    private static final int MOST = 3;
    private static final int LETTERS_A_SLIP = 3;

    private Nearest() {}

    /**
     * Those with the fewest slips between, at most one in three letters, those that begin with all that was typed, and
     * options of whose name it is a part; none where nothing is near.
     */
    static List<String> of(String typed, Collection<String> words) {
        String wrong = typed.toLowerCase(Locale.ROOT);
        int fewest = words.stream().mapToInt(word -> slips(wrong, word)).min().orElse(Integer.MAX_VALUE);
        int most = Math.max(1, bare(wrong).length() / LETTERS_A_SLIP);
        return words.stream()
                .filter(word -> isBeginning(wrong, word) || isPart(wrong, word)
                        || (fewest <= most && slips(wrong, word) == fewest))
                .sorted(Comparator.comparingInt((String word) -> slips(wrong, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST).toList();
    }

    /** Those from which one slip makes this; none for a word that is so short that it would be near to many. */
    static List<String> ofOneSlip(String typed, Collection<String> words) {
        return bare(typed).length() <= LETTERS_A_SLIP
                ? List.of()
                : words.stream().filter(word -> slips(typed, word) == 1).sorted().limit(MOST).toList();
    }

    private static boolean isBeginning(String typed, String word) {
        return bare(typed).length() > 1 && word.startsWith(typed);
    }

    /** Whether an option has all that was typed as whole words of its name: {@code --fingerprint}, {@code --trust-fingerprint}. */
    private static boolean isPart(String typed, String word) {
        return typed.startsWith("--") && bare(typed).length() > LETTERS_A_SLIP
                && ("-" + bare(word) + "-").contains("-" + bare(typed) + "-");
    }

    private static String bare(String word) {
        return word.replaceFirst("^-+", "");
    }

    /** How many letters have to be put in, taken away, changed, or exchanged with the next one. */
    private static int slips(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                least[i][j] = Math.min(least[i - 1][j - 1] + same,
                        Math.min(least[i - 1][j], least[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[one.length()][other.length()];
    }
}
