package app.loupe.review;

import app.loupe.domain.Folding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds who is called nearly as somebody typed: {@code openwod} for {@code Openwood Ltd}. A letter may be missing, too much, another
 * or at its neighbour's place, in longer words two; what is short is too near to everything.
 */
final class NearNames {
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final List<String> names;

    /** @param names among which there may be a near one */
    NearNames(List<String> names) {
        this.names = names;
    }

    /** The name that is nearest, whole or by one of its words; of several that are as near the first of the alphabet. */
    Optional<String> to(String typed) {
        String folded = Folding.fold(typed);
        int most = folded.length() < SHORTEST ? 0 : folded.length() < LONG ? 1 : 2;
        record Near(String name, int far) {}
        return most == 0
                ? Optional.empty()
                : names.stream().distinct().map(name -> new Near(name, far(folded, Folding.fold(name), most)))
                        .filter(near -> near.far() <= most)
                        .min(Comparator.comparingInt(Near::far).thenComparing(Near::name)).map(Near::name);
    }

    private static int far(String typed, String name, int most) {
        return Stream.concat(Stream.of(name), PARTS.splitAsStream(name))
                .mapToInt(part -> letters(typed, part, most)).min().orElseThrow();
    }

    /** How many letters differ, as far as that matters: one more than the most where it does not. */
    private static int letters(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        return last[other.length()];
    }
}
