package app.loupe.review;

import app.loupe.domain.Quarter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * The first and the last day of a period, seen from today. For money that is due a date without a year is the next such day,
 * and one that passed up to three months ago is that one: in November {@code due until 6 January} is that of next year, and
 * {@code due until 30 September} the one before. A month or quarter without a year is taken by its last day.
 */
public final class PeriodDays {
    private static final int MONTHS_NOT_LONG_PAST = 3;
    private static final int MONTHS_OF_A_QUARTER = 3;
    /** An end of invoice dates that comes so soon is this one, and not that of a year ago. */
    private static final int MONTHS_SOON = 3;

    private PeriodDays() {}

    /** The days of a period of dates that are due; an end that is open is null. */
    static InvoicePeriod.OfDays coming(InvoicePeriod period, LocalDate today) {
        return switch (period) {
            case InvoicePeriod.OfMonthDay day -> day(YearlyDays.next(day.day(), notLongPast(today)));
            case InvoicePeriod.OfMonthName of -> month(next(of.month(), today));
            case InvoicePeriod.OfMonthDays days -> {
                LocalDate last = YearlyDays.nextEnd(days.last(), notLongPast(today));
                yield new InvoicePeriod.OfDays(YearlyDays.latestBegin(days.first(), last), last);
            }
            case InvoicePeriod.OfQuarterNumber of -> {
                YearMonth last = next(Month.of(of.number() * MONTHS_OF_A_QUARTER), today);
                yield quarter(Quarter.of(last.atDay(1)));
            }
            default -> of(period, today);
        };
    }

    /** Whether it is another one each year. */
    static boolean isWithoutYear(InvoicePeriod period) {
        return switch (period) {
            case InvoicePeriod.OfMonthDay _,InvoicePeriod.OfMonthName _,InvoicePeriod.OfMonthDays _,InvoicePeriod.OfQuarterNumber _ ->
                true;
            default -> false;
        };
    }

    /** The days of a period. */
    public static InvoicePeriod.OfDays of(InvoicePeriod period, LocalDate today) {
        return switch (period) {
            case InvoicePeriod.OfDays days -> days;
            case InvoicePeriod.OfMonthDays days -> days.seenFrom(today);
            case InvoicePeriod.OfMonthDay day -> day(day.seenFrom(today));
            case InvoicePeriod.OfMonthName of -> month(of.seenFrom(today));
            case InvoicePeriod.OfQuarterNumber of -> quarter(of.seenFrom(today));
            case InvoicePeriod.Coming coming -> coming.days(today);
            case InvoicePeriod.OnSide on -> on.side()
                    .of(of(on.of(),
                            on.side().isEnd() && isWithoutYear(on.of()) ? today.plusMonths(MONTHS_SOON) : today),
                            today);
            case InvoicePeriod.Relative relative -> relative(relative, today);
            case InvoicePeriod.Near near -> near(near, today);
            case InvoicePeriod.Ago ago -> {
                LocalDate day = today.minus(ago.count(), ago.unit());
                yield ago.older()
                        ? new InvoicePeriod.OfDays(null, day.minusDays(1))
                        : new InvoicePeriod.OfDays(day.plusDays(1), today);
            }
            case InvoicePeriod.OfDay one -> day(one.day());
            case InvoicePeriod.OfMonth of -> month(of.month());
            case InvoicePeriod.OfQuarter of -> quarter(of.quarter());
            case InvoicePeriod.OfYear of -> year(of.year());
        };
    }

    private static InvoicePeriod.OfDays day(LocalDate day) {
        return new InvoicePeriod.OfDays(day, day);
    }

    private static LocalDate notLongPast(LocalDate today) {
        return today.minusMonths(MONTHS_NOT_LONG_PAST);
    }

    private static YearMonth next(Month month, LocalDate today) {
        LocalDate from = notLongPast(today);
        YearMonth ofYear = YearMonth.of(from.getYear(), month);
        return ofYear.atEndOfMonth().isBefore(from) ? ofYear.plusYears(1) : ofYear;
    }

    private static InvoicePeriod.OfDays relative(InvoicePeriod.Relative relative, LocalDate today) {
        return switch (relative) {
            case ALL -> new InvoicePeriod.OfDays(null, null);
            case TODAY -> day(today);
            case THIS_MONTH -> month(YearMonth.from(today));
            case LAST_MONTH -> month(YearMonth.from(today).minusMonths(1));
            case THIS_QUARTER -> quarter(Quarter.of(today));
            case LAST_QUARTER -> quarter(Quarter.of(today).before());
            case THIS_YEAR -> year(today.getYear());
            case LAST_YEAR -> year(today.getYear() - 1);
        };
    }

    private static InvoicePeriod.OfDays near(InvoicePeriod.Near near, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (near) {
            case YESTERDAY -> day(today.minusDays(1));
            case TOMORROW -> day(today.plusDays(1));
            case THIS_WEEK -> week(monday);
            case LAST_WEEK -> week(monday.minusWeeks(1));
            case NEXT_WEEK -> week(monday.plusWeeks(1));
            case NEXT_MONTH -> month(YearMonth.from(today).plusMonths(1));
            case NEXT_QUARTER -> quarter(Quarter.of(today.plusMonths(MONTHS_OF_A_QUARTER)));
            case NEXT_YEAR -> year(today.getYear() + 1);
        };
    }

    private static InvoicePeriod.OfDays week(LocalDate monday) {
        return new InvoicePeriod.OfDays(monday, monday.plusDays(6));
    }

    private static InvoicePeriod.OfDays month(YearMonth month) {
        return new InvoicePeriod.OfDays(month.atDay(1), month.atEndOfMonth());
    }

    private static InvoicePeriod.OfDays quarter(Quarter quarter) {
        return new InvoicePeriod.OfDays(quarter.firstDay(), quarter.lastDay());
    }

    private static InvoicePeriod.OfDays year(int year) {
        return new InvoicePeriod.OfDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
