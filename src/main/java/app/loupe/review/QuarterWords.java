package app.loupe.review;

import app.loupe.domain.Quarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads quarters as they are written: {@code Q1 2026}, {@code 2026-Q1}, {@code T1 2026}, {@code 1T 2026}, {@code K1},
 * {@code 1. Quartal 2026}, {@code 1er trimestre 2026}, {@code trimestre 1}, {@code first quarter}. Without a year it is that of
 * the present one: nobody asks for the first quarter of every year.
 */
final class QuarterWords {
    // Q in English and German, T in French and Spanish, K in Dutch; "1k" is a thousand
    private static final Pattern SHORT = Pattern.compile("[qtk]([1-4])|([1-4])[qt]");
    private static final Pattern SHORT_WITH_YEAR = Pattern.compile("((?:19|20)\\d\\d)([qtk][1-4]|[1-4][qt])");
    private static final Pattern YEAR_BEHIND = Pattern.compile("([qtk][1-4]|[1-4][qt])((?:19|20)\\d\\d)");
    private static final Pattern ORDINAL = Pattern.compile("([1-4])\\.?(?:st|nd|rd|th|er|re|e|eme|de|ste|do|to|ro|o)?");
    private static final Map<String, String> ENGLISH = Map.of("quarter", "noun", "first", "1", "second", "2", "third",
            "3", "fourth", "4");

    private QuarterWords() {}

    /** The quarter that these folded words are, without those between them; empty when they are none. */
    static Optional<InvoicePeriod> find(List<String> words) {
        var rest = new ArrayList<>(words);
        OptionalInt year = OptionalInt.empty();
        if (rest.size() == 1) {
            Matcher before = SHORT_WITH_YEAR.matcher(rest.getFirst());
            Matcher behind = YEAR_BEHIND.matcher(rest.getFirst());
            if (before.matches()) {
                return find(List.of(before.group(1), before.group(2)));
            }
            if (behind.matches()) {
                return find(List.of(behind.group(2), behind.group(1)));
            }
        } else if (rest.size() > 1) {
            year = DateWords.year(rest.getLast());
            if (year.isPresent()) {
                rest.removeLast();
            } else {
                year = DateWords.year(rest.getFirst());
                year.ifPresent(taken -> rest.removeFirst());
            }
        }
        OptionalInt number = number(rest);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(year.isPresent()
                ? new InvoicePeriod.OfQuarter(new Quarter(year.getAsInt(), number.getAsInt()))
                : new InvoicePeriod.OfQuarterNumber(number.getAsInt()));
    }

    private static OptionalInt number(List<String> words) {
        return switch (words.size()) {
            case 1 -> {
                Matcher written = SHORT.matcher(words.getFirst());
                yield written.matches()
                        ? OptionalInt.of(Integer.parseInt(written.group(1) == null
                                ? written.group(2)
                                : written.group(1)))
                        : OptionalInt.empty();
            }
            case 2 -> isNoun(words.getLast())
                    ? ordinal(words.getFirst())
                    : isNoun(words.getFirst()) ? ordinal(words.getLast()) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private static boolean isNoun(String word) {
        return "noun".equals(meaning(word));
    }

    private static OptionalInt ordinal(String word) {
        Matcher digit = ORDINAL.matcher(word);
        String number = digit.matches() ? digit.group(1) : meaning(word);
        return number.isEmpty() || "noun".equals(number)
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(number));
    }

    private static String meaning(String word) {
        return ENGLISH.getOrDefault(word, SearchWords.quarter(word));
    }
}
