package app.loupe.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as they are written: {@code 2026}, {@code 2026-11}, {@code 11/2026}, {@code november}, {@code Nov. 2026},
 * {@code 24 Nov 2026}, {@code November 24, 2026}, {@code 24. November}, {@code 24 de noviembre de 2026},
 * {@code 2026-11-24}, {@code 24.11.2026}, {@code 24/11/26}, {@code 24.11.}. Where day and month can be exchanged, as in {@code 03/04/2026}, both are meant.
 * Quarters: {@link QuarterWords}. Two of these with a year, or one, around two dots are a range: {@link #range}.
 */
final class DateWords {
    private static final int LONGEST = 5;
    private static final int CENTURY = 2000;
    private static final int MOST_BEFORE_MONTH = 3;
    /** Of what invoices there may be in an Odoo, by far. */
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2049;
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d),?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|e|o|\\.|,)?");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Set<String> BETWEEN = Set.of("de", "del", "of", "van", "du", "des");
    private static final Pattern SEPARATOR = Pattern.compile("[-/.]");
    private static final Pattern DOTS = Pattern.compile("\\.\\.");
    private static final Pattern DOTTED_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.");
    private static final Pattern DOTTED_MONTH = Pattern
            .compile("\\d{1,2}\\.(?:19|20)\\d\\d(?:\\.\\..*)?|.*\\.\\.\\d{1,2}\\.(?:19|20)\\d\\d");

    private DateWords() {}

    /**
     * A date that was found.
     *
     * @param periods the readings it has
     * @param words how many words it takes
     */
    record Found(List<InvoicePeriod> periods, int words) {}

    /** The longest date that begins with the first of these folded words. */
    static Optional<Found> first(List<String> folded) {
        Optional<Found> many = YearOfMany.first(folded);
        return many.isPresent() ? many : one(folded);
    }

    private static Optional<Found> one(List<String> folded) {
        for (int words = Math.min(LONGEST, folded.size()); words > 1; words--) {
            List<String> taken = folded.subList(0, words);
            // "2025 november 2026" is a year, and a month of the next
            boolean ofNext = words < folded.size() && year(taken.getFirst()).isPresent()
                    && year(folded.get(words)).isPresent();
            boolean ends = !BETWEEN.contains(taken.getFirst()) && !BETWEEN.contains(taken.getLast()) && !ofNext;
            List<InvoicePeriod> periods = ends ? written(taken) : List.of();
            if (ends && periods.isEmpty()) {
                periods = QuarterWords.find(withoutBetween(taken)).map(List::of).orElse(List.of());
            }
            if (!periods.isEmpty()) {
                return Optional.of(new Found(periods, words));
            }
        }
        List<InvoicePeriod> periods = folded.isEmpty() ? List.of() : single(folded.getFirst());
        return periods.isEmpty() ? Optional.empty() : Optional.of(new Found(periods, 1));
    }

    /** What one folded word means behind the field of dates, where a letter and a digit are a quarter: {@code q4}. */
    static List<InvoicePeriod> value(String word, DayOrder order) {
        return range(word, order).or(() -> QuarterWords.alone(word)).map(List::of).orElseGet(() -> single(word));
    }

    /** What one folded word means as a date; several readings when day and month can be exchanged. */
    static List<InvoicePeriod> single(String word) {
        OptionalInt year = year(word);
        if (year.isPresent()) {
            return List.of(new InvoicePeriod.OfYear(year.getAsInt()));
        }
        Optional<Month> month = MonthNames.find(word);
        if (month.isPresent()) {
            return List.of(new InvoicePeriod.OfMonthName(month.get()));
        }
        Matcher dotted = DOTTED_DAY.matcher(word);
        if (dotted.matches()) {
            return monthDay(Integer.parseInt(dotted.group(2)), Integer.parseInt(dotted.group(1)));
        }
        List<String> parts = Arrays.asList(SEPARATOR.split(word, -1));
        // "Q4/25" is a quarter, "T4-25" is what somebody makes
        Optional<InvoicePeriod> quarter = TWO_DIGITS.matcher(parts.getLast()).matches() && !word.contains("/")
                ? Optional.empty()
                : QuarterWords.find(withoutBetween(parts.stream().filter(part -> !part.isEmpty()).toList()));
        if (quarter.isPresent()) {
            return List.of(quarter.get());
        }
        return parts.stream().anyMatch(part -> MonthNames.find(part).isPresent())
                ? written(parts)
                : numbers(parts, word.contains("."));
    }

    /**
     * What one folded word means as days from one to another: {@code 2026-09-01..2026-10-15}, {@code 2026-09..}, both ends in
     * it; an end that is open has a year at the other one. Nothing when the last comes before the first. Two whole years are a range
     * here, too: whoever reads a search takes {@code 2025..2026} for amounts, but behind {@code date:}.
     */
    static Optional<InvoicePeriod> range(String word, DayOrder order) {
        Matcher dots = DOTS.matcher(word);
        for (int at = 0; dots.find(at); at = dots.start() + 1) {
            Optional<InvoicePeriod> range = range(word.substring(0, dots.start()), word.substring(dots.end()), order);
            if (range.isPresent()) {
                return range;
            }
        }
        return Optional.empty();
    }

    private static Optional<InvoicePeriod> range(String first, String last, DayOrder order) {
        if (!first.isEmpty() && !last.isEmpty()) {
            return DateEnds.between(List.of(first), List.of(last), order);
        }
        String end = first + last;
        List<InvoicePeriod> readings = order.preferred(end, single(end));
        return readings.size() == 1
                ? days(readings.getFirst()).map(days -> last.isEmpty()
                        ? new InvoicePeriod.OfDays(days.first(), null)
                        : new InvoicePeriod.OfDays(null, days.last()))
                : Optional.empty();
    }

    /**
     * Whether an end of such a word is a month and its year with a dot between, as in {@code 09.2026..12.2026}: nobody writes
     * an amount with four decimals, though it could be read as one.
     */
    static boolean hasDottedMonth(String word) {
        return DOTTED_MONTH.matcher(word).matches();
    }

    /** From the first to the last day of a period that has a year. */
    static Optional<InvoicePeriod.OfDays> days(InvoicePeriod period) {
        return switch (period) {
            // from whatever day they are seen
            case InvoicePeriod.OfDay _,InvoicePeriod.OfMonth _,InvoicePeriod.OfQuarter _,InvoicePeriod.OfYear _ ->
                Optional.of(PeriodDays.of(period, LocalDate.EPOCH));
            case InvoicePeriod.Relative _,InvoicePeriod.OfQuarterNumber _,InvoicePeriod.OfMonthName _,InvoicePeriod.OfMonthDay _,InvoicePeriod.OfDays _,InvoicePeriod.Near _,InvoicePeriod.Ago _,InvoicePeriod.OfMonthDays _,InvoicePeriod.Coming _,InvoicePeriod.OnSide _ ->
                Optional.empty();
        };
    }

    private static List<String> withoutBetween(List<String> words) {
        return words.stream().filter(word -> !BETWEEN.contains(word)).toList();
    }

    /** A month by its name, with a day or a year or both. */
    private static List<InvoicePeriod> written(List<String> words) {
        List<String> parts = withoutBetween(words);
        for (int at = 0; at < parts.size() && at < MOST_BEFORE_MONTH; at++) {
            Optional<Month> month = MonthNames.find(parts.get(at));
            if (month.isPresent()) {
                var others = new ArrayList<>(parts);
                others.remove(at);
                return at < 2 || year(parts.getFirst()).isPresent() ? others(month.get(), others) : List.of();
            }
        }
        return List.of();
    }

    /** Year and day of a month; the year may stand first, as it does in {@code 2026 Nov 24}. */
    private static List<InvoicePeriod> others(Month month, List<String> others) {
        if (others.isEmpty()) {
            return List.of(new InvoicePeriod.OfMonthName(month));
        }
        OptionalInt day = day(others.getFirst());
        OptionalInt year = year(others.getLast());
        if (others.size() == 1) {
            if (year.isPresent()) {
                return List.of(new InvoicePeriod.OfMonth(YearMonth.of(year.getAsInt(), month)));
            }
            return day.isPresent() ? monthDay(month.getValue(), day.getAsInt()) : List.of();
        }
        if (year(others.getFirst()).isPresent()) {
            year = year(others.getFirst());
            day = day(others.getLast());
        }
        return others.size() == 2 && day.isPresent() && year.isPresent()
                ? day(year.getAsInt(), month.getValue(), day.getAsInt())
                : List.of();
    }

    /**
     * A date or month in numbers alone.
     *
     * @param dotted whether dots stand between them: nobody writes a month before its day in that way
     */
    private static List<InvoicePeriod> numbers(List<String> parts, boolean dotted) {
        boolean yearFirst = year(parts.getFirst()).isPresent();
        OptionalInt year = yearFirst
                ? year(parts.getFirst())
                : parts.size() > 2 ? yearOfDay(parts.getLast()) : year(parts.getLast());
        List<String> rest = yearFirst ? parts.subList(1, parts.size()) : parts.subList(0, parts.size() - 1);
        if (year.isEmpty() || rest.isEmpty() || rest.size() > 2
                || !rest.stream().allMatch(part -> NUMBER.matcher(part).matches())) {
            return List.of();
        }
        int first = Integer.parseInt(rest.getFirst());
        int second = Integer.parseInt(rest.getLast());
        if (rest.size() == 1) {
            return first >= 1 && first <= 12
                    ? List.of(new InvoicePeriod.OfMonth(YearMonth.of(year.getAsInt(), first)))
                    : List.of();
        }
        if (yearFirst) {
            return day(year.getAsInt(), first, second);
        }
        var both = new ArrayList<>(day(year.getAsInt(), second, first));
        if (first != second && !(dotted && !both.isEmpty())) {
            both.addAll(day(year.getAsInt(), first, second));
        }
        return List.copyOf(both);
    }

    /** That of a day in figures, which may be of two: {@code 24.11.26}, as the fields for dates take it. */
    private static OptionalInt yearOfDay(String word) {
        return TWO_DIGITS.matcher(word).matches() ? OptionalInt.of(CENTURY + Integer.parseInt(word)) : year(word);
    }

    /** A day of any year; none where there is no such day. */
    static List<InvoicePeriod> monthDay(int month, int day) {
        return month >= 1 && month <= Month.DECEMBER.getValue() && day >= 1 && day <= Month.of(month).maxLength()
                ? List.of(new InvoicePeriod.OfMonthDay(MonthDay.of(month, day)))
                : List.of();
    }

    private static List<InvoicePeriod> day(int year, int month, int day) {
        try {
            return List.of(new InvoicePeriod.OfDay(LocalDate.of(year, month, day)));
        } catch (DateTimeException impossible) {
            return List.of();
        }
    }

    /** Whether a folded word stands between a month or quarter and its year. */
    static boolean isBetween(String word) {
        return BETWEEN.contains(word);
    }

    /** Whether a number alone is this year rather than that of an account, an article or a street. */
    static boolean isLikely(InvoicePeriod period) {
        return !(period instanceof InvoicePeriod.OfYear(int year)) || (year >= FIRST_YEAR && year <= LAST_YEAR);
    }

    /** The year that a word is, of four digits. */
    static OptionalInt year(String word) {
        return number(YEAR.matcher(word));
    }

    private static OptionalInt day(String word) {
        return number(DAY.matcher(word));
    }

    private static OptionalInt number(Matcher matcher) {
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
