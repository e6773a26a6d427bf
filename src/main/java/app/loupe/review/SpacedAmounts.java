package app.loupe.review;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts amounts together whose thousands have blanks between them, as many countries write them and Loupe shows them there:
 * {@code >1 500}, {@code > 12 000,50}, {@code 1 000..2 000}, {@code > € 500}. Any blank does, also one that breaks no line.
 */
final class SpacedAmounts {
    private static final int LONGEST = 12;
    private static final String CURRENCY = "[€$£¥]";
    private static final String GROUPED = "\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,6})?";
    private static final String NUMBER = CURRENCY + "?(?:" + GROUPED + "|\\d+(?:[.,'\u2019]\\d+)*)" + CURRENCY + "?";
    private static final Pattern THOUSANDS = Pattern.compile(GROUPED);
    private static final Pattern COMPARED = Pattern
            .compile("(>=|<=|[<>=]) ?((?:" + CURRENCY + "|[a-z]{3})(?= ))? ?(" + NUMBER + ")");
    private static final Pattern RANGE = Pattern
            .compile("(?=.*\\d \\d)(" + NUMBER + ")? ?\\.\\. ?(" + NUMBER + ")?");

    private SpacedAmounts() {}

    /**
     * A range of amounts that was found.
     *
     * @param typed what it is of, as one word
     * @param words how many words it takes, more than one
     */
    record Found(AmountRange range, String typed, int words) {
        Condition.Total total() {
            return Condition.Total.of(range, typed);
        }
    }

    /** The longest range at the beginning of these folded words; empty where there is none of several words. */
    static Optional<Found> first(List<String> folded) {
        for (int count = Math.min(LONGEST, folded.size()); count > 1; count--) {
            String whole = joined(String.join(" ", folded.subList(0, count)));
            Optional<AmountRange> range = AmountRange.parse(whole);
            if (range.isPresent()) {
                return Optional.of(new Found(range.get(), whole, count));
            }
        }
        return Optional.empty();
    }

    /** How many words at the beginning are a number with blanks between its thousands; 0 if none are. */
    static int number(List<String> folded) {
        for (int count = Math.min(LONGEST, folded.size()); count > 1; count--) {
            if (THOUSANDS.matcher(String.join(" ", folded.subList(0, count))).matches()) {
                return count;
            }
        }
        return 0;
    }

    private static String joined(String spaced) {
        Matcher compared = COMPARED.matcher(spaced);
        if (compared.matches()) {
            return compared.group(1) + given(compared.group(2)) + compared.group(3);
        }
        Matcher range = RANGE.matcher(spaced);
        return range.matches() ? given(range.group(1)) + ".." + given(range.group(2)) : "";
    }

    private static String given(String part) {
        return Stream.ofNullable(part).findFirst().orElse("");
    }
}
