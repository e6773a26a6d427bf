package app.loupe.review;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the two ends of a period together that stand apart: {@code 1 Sep} and {@code 30 Sep 2026}. What the first lacks, its
 * month or year, it has from the last; the last has its year from a first one with month and year. Where neither has a year, the
 * latest time that has begun is meant, as of a month alone. Two whole years are days here; around two dots they are amounts.
 * Where day and month can be exchanged, the shortest of the periods is meant.
 */
final class DateEnds {
    private static final int LEAP_YEAR = 2000;

    private DateEnds() {}

    /** The period from the first to the last of these folded words; empty where one of them is no date. */
    static Optional<InvoicePeriod> between(List<String> first, List<String> last) {
        List<InvoicePeriod> lasts = whole(last);
        List<InvoicePeriod> firsts = whole(first);
        if (firsts.isEmpty() && first.size() == 1 && last.size() > 1) {
            // "from 1 to 30 September"
            firsts = whole(Stream.concat(first.stream(), last.stream().skip(1)).toList());
        }
        var both = new ArrayList<InvoicePeriod>();
        for (InvoicePeriod from : firsts) {
            for (InvoicePeriod to : lasts) {
                ends(from, to).ifPresent(both::add);
            }
        }
        return both.stream().min(Comparator.comparingLong(DateEnds::length));
    }

    private static long length(InvoicePeriod period) {
        return period instanceof InvoicePeriod.OfDays(LocalDate first, LocalDate last) && first != null && last != null
                ? last.toEpochDay() - first.toEpochDay()
                : 0;
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
