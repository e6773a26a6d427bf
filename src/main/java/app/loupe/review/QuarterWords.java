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
 * {@code 1. Quartal 2026}, {@code Q4 25}, {@code 1er trimestre 2026}, {@code trimestre 1}, {@code first quarter}. Without a year
 * it is the latest of that number that has begun: nobody asks for the first quarter of every year. Without a year a letter and
 * a digit are too often something else, an Audi Q3 or a lamp T5, and mean a quarter behind the field alone.
 */
final class QuarterWords {
    private static final Pattern SHORT_WITH_YEAR = Pattern.compile("((?:19|20)\\d\\d)([qtk][1-4]|[1-4][qt])");
    private static final Pattern YEAR_BEHIND = Pattern.compile("([qtk][1-4]|[1-4][qt])((?:19|20)\\d\\d)");
    private static final Pattern SHORT_YEAR = Pattern.compile("['\u2019]?(\\d\\d)");
    private static final int CENTURY = 2000;
    private static final Pattern ORDINAL = Pattern.compile("([1-4])\\.?(?:st|nd|rd|th|er|re|e|eme|de|ste|do|to|ro|o)?");
    private static final Map<String, String> ENGLISH = Map.of("quarter", "noun", "first", "1", "second", "2", "third",
            "3", "fourth", "4");

    private QuarterWords() {}

    /** The quarter that this one word is behind the field of dates, also a letter and a digit alone; empty when it is none. */
    static Optional<InvoicePeriod> alone(String word) {
        return letter(word).<InvoicePeriod>map(InvoicePeriod.OfQuarterNumber::new);
    }

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
            year = yearBehind(rest);
            if (year.isPresent()) {
                rest.removeLast();
            } else {
                year = DateWords.year(rest.getFirst());
                year.ifPresent(taken -> rest.removeFirst());
            }
        }
        if (year.isEmpty()) {
            return named(rest).map(InvoicePeriod.OfQuarterNumber::new);
        }
        int of = year.getAsInt();
        return (rest.size() == 1 ? letter(rest.getFirst()) : named(rest))
                .map(number -> new InvoicePeriod.OfQuarter(new Quarter(of, number)));
    }

    /** The year at the end; of two digits where a quarter stands before it. */
    private static OptionalInt yearBehind(List<String> words) {
        OptionalInt year = DateWords.year(words.getLast());
        List<String> before = words.subList(0, words.size() - 1);
        Matcher digits = SHORT_YEAR.matcher(words.getLast());
        return year.isEmpty() && digits.matches()
                && (before.size() == 1 ? letter(before.getFirst()) : named(before)).isPresent()
                        ? OptionalInt.of(CENTURY + Integer.parseInt(digits.group(1)))
                        : year;
    }

    /** The number of a quarter by a letter and a digit. */
    private static Optional<Integer> letter(String word) {
        OptionalInt number = Quarter.number(word);
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** The number of a quarter that is called one. */
    private static Optional<Integer> named(List<String> words) {
        if (words.size() != 2) {
            return Optional.empty();
        }
        return isNoun(words.getLast())
                ? ordinal(words.getFirst())
                : isNoun(words.getFirst()) ? ordinal(words.getLast()) : Optional.empty();
    }

    private static boolean isNoun(String word) {
        return "noun".equals(meaning(word));
    }

    private static Optional<Integer> ordinal(String word) {
        Matcher digit = ORDINAL.matcher(word);
        String number = digit.matches() ? digit.group(1) : meaning(word);
        return number.isEmpty() || "noun".equals(number)
                ? Optional.empty()
                : Optional.of(Integer.valueOf(number));
    }

    private static String meaning(String word) {
        return ENGLISH.getOrDefault(word, SearchWords.quarter(word));
    }
}
