package app.loupe.review;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts the two ends of a period together that stand apart: {@code 1 Sep} and {@code 30 Sep 2026}. What the first lacks, its
 * month or year, it has from the last; the last has its year from a first one with month and year. Where neither has a year, the
 * latest time that has begun is meant, as of a month alone. Two whole years are days here; around two dots they are amounts.
 * Where day and month can be exchanged, both ends have the order of the region, or else both the other one.
 */
final class DateEnds {
    private static final int LEAP_YEAR = 2000;
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.?");
    // what has a dot at its end needs no year to be a date
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})");
    private static final Pattern BEHIND_DAY = Pattern.compile("\\d{1,2}([-/.]\\d{1,2}(?:[-/.](?:\\d{4}|\\d{2})?)?)");

    private DateEnds() {}

    /** The period from the first to the last of these folded words; empty where one of them is no date. */
    static Optional<InvoicePeriod> between(List<String> first, List<String> last, DayOrder region) {
        if (isAmount(first) && isAmount(last)) {
            return Optional.empty();
        }
        for (DayOrder order : region.andOther()) {
            List<InvoicePeriod> firsts = whole(first, order);
            if (firsts.isEmpty()) {
                firsts = lent(first, last, order);
            }
            Optional<InvoicePeriod> both = both(firsts, whole(last, order));
            if (both.isPresent()) {
                return both;
            }
        }
        // each is possible in an order of its own alone
        List<InvoicePeriod> firsts = whole(first);
        List<InvoicePeriod> lasts = whole(last);
        return firsts.size() == 1 && lasts.size() == 1 ? both(firsts, lasts) : Optional.empty();
    }

    /** Whether a word is a day and a month of two figures, without a year: {@code 1/9}. */
    static boolean isShort(String word) {
        return SHORT.matcher(word).matches();
    }

    /** "between 1.9 and 30.9" */
    private static boolean isAmount(List<String> end) {
        return end.size() == 1 && (DAY.matcher(end.getFirst()).matches()
                || (isShort(end.getFirst()) && end.getFirst().indexOf('.') > 0));
    }

    private static Optional<InvoicePeriod> both(List<InvoicePeriod> firsts, List<InvoicePeriod> lasts) {
        return firsts.stream().flatMap(from -> lasts.stream().flatMap(to -> ends(from, to).stream())).findFirst();
    }

    /** A first end that is nothing but the number of a day: "from 1 to 30 September", "1. bis 30.9.2026". */
    private static List<InvoicePeriod> lent(List<String> first, List<String> last, DayOrder order) {
        Matcher day = DAY.matcher(first.getFirst());
        if (first.size() > 1) {
            return List.of();
        }
        if (last.size() > 1) {
            return whole(Stream.concat(first.stream(), last.stream().skip(1)).toList());
        }
        Matcher behind = BEHIND_DAY.matcher(last.getFirst());
        return order == DayOrder.DAY_FIRST && day.matches() && behind.matches()
                ? whole(List.of(day.group(1) + behind.group(1)), order)
                : List.of();
    }

    /** What all of these words are together in one order of day and month. */
    private static List<InvoicePeriod> whole(List<String> words, DayOrder order) {
        if (words.size() > 1) {
            return whole(words);
        }
        Matcher figures = SHORT.matcher(words.getFirst());
        if (!figures.matches()) {
            return order.of(words.getFirst(), whole(words));
        }
        int one = Integer.parseInt(figures.group(1));
        int other = Integer.parseInt(figures.group(3));
        return order == DayOrder.DAY_FIRST || ".".equals(figures.group(2))
                ? DateWords.monthDay(other, one)
                : DateWords.monthDay(one, other);
    }

    private static List<InvoicePeriod> whole(List<String> words) {
        return DateWords.first(words).filter(found -> found.words() == words.size()).map(DateWords.Found::periods)
                .orElse(List.of());
    }

    private static Optional<InvoicePeriod> ends(InvoicePeriod from, InvoicePeriod to) {
        Optional<InvoicePeriod.OfDays> last = DateWords.days(to);
        if (last.isPresent()) {
            LocalDate end = last.get().last();
            return end == null ? Optional.empty() : upTo(end, from);
        }
        Optional<InvoicePeriod.OfMonthDays> end = monthDays(to);
        return switch (from) {
            case InvoicePeriod.OfDay(LocalDate first) -> end.map(days -> from(first, days.last()));
            case InvoicePeriod.OfMonth(YearMonth month) -> end.map(days -> from(month.atDay(1), days.last()));
            default -> monthDays(from).flatMap(
                    first -> end.map(days -> new InvoicePeriod.OfMonthDays(first.first(), days.last())));
        };
    }

    /** From a day to the first such day that does not come before it. */
    private static InvoicePeriod from(LocalDate first, MonthDay last) {
        return new InvoicePeriod.OfDays(first, YearlyDays.nextEnd(last, first));
    }

    private static Optional<InvoicePeriod> upTo(LocalDate end, InvoicePeriod from) {
        return DateWords.days(from).map(InvoicePeriod.OfDays::first)
                .or(() -> monthDays(from).map(days -> YearlyDays.latestBegin(days.first(), end)))
                .filter(day -> !day.isAfter(end)).map(day -> new InvoicePeriod.OfDays(day, end));
    }

    /** The first and the last day of what has no year. */
    private static Optional<InvoicePeriod.OfMonthDays> monthDays(InvoicePeriod period) {
        return switch (period) {
            case InvoicePeriod.OfMonthDay day -> Optional.of(new InvoicePeriod.OfMonthDays(day.day(), day.day()));
            case InvoicePeriod.OfMonthName of -> Optional.of(month(of.month()));
            default -> Optional.empty();
        };
    }

    private static InvoicePeriod.OfMonthDays month(Month month) {
        return new InvoicePeriod.OfMonthDays(MonthDay.of(month, 1),
                MonthDay.from(YearMonth.of(LEAP_YEAR, month).atEndOfMonth()));
    }
}
