package app.loupe.review;

import app.loupe.domain.Quarter;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a date lies in a period; the relative ones move with the day that is asked about. Of one without a
 * year, the latest is meant that has begun: a day, a month, a quarter, and from one day to another. {@link Beside} has another
 * rule, for days on which money is due.
 */
public sealed interface InvoicePeriod {
    /**
     * Whether the date lies in it, seen from a day. No date is in {@link Relative#ALL} only. Which days it has, {@link PeriodDays}
     * alone says: who asks about many dates asks that once.
     */
    default boolean contains(@Nullable LocalDate date, LocalDate today) {
        return this == Relative.ALL || (date != null && PeriodDays.of(this, today).holds(date));
    }

    /** Periods seen from today. */
    enum Relative implements InvoicePeriod {
        ALL,
        TODAY,
        THIS_MONTH,
        LAST_MONTH,
        THIS_QUARTER,
        LAST_QUARTER,
        THIS_YEAR,
        LAST_YEAR
    }

    /** Days and weeks around today, and what is still to come; weeks begin on Monday. */
    enum Near implements InvoicePeriod {
        YESTERDAY,
        TOMORROW,
        THIS_WEEK,
        LAST_WEEK,
        NEXT_WEEK,
        NEXT_MONTH,
        NEXT_QUARTER,
        NEXT_YEAR
    }

    /**
     * By the age that a date has today.
     *
     * @param older whether it lies before the day that is so long ago; else after it, up to today
     */
    record Ago(int count, ChronoUnit unit, boolean older) implements InvoicePeriod {}

    /** From one day to another, both of them in it, the latest time that has begun; over the turn of the year where the last comes first. */
    record OfMonthDays(MonthDay first, MonthDay last) implements InvoicePeriod {
        /** The days that they are, seen from one. */
        public OfDays seenFrom(LocalDate today) {
            LocalDate begin = YearlyDays.latestBegin(first, today);
            return new OfDays(begin, YearlyDays.nextEnd(last, begin));
        }
    }

    /**
     * Days on which money is due, seen from today: a date without a year is the next such day that is not long past
     * ({@link PeriodDays}).
     */
    sealed interface Coming extends InvoicePeriod {
        /** The days that they are. */
        OfDays days(LocalDate today);
    }

    /** From today up to so many days, weeks or months from now. */
    record Ahead(int count, ChronoUnit unit) implements Coming {
        @Override
        public OfDays days(LocalDate today) {
            return new OfDays(today, today.plus(count, unit));
        }
    }

    /** In another period, or on one side of it: up to its last day there is no first one, so what is overdue is within. */
    record Beside(InvoicePeriod of, DaySide side) implements Coming {
        @Override
        public OfDays days(LocalDate today) {
            return side.of(PeriodDays.coming(of, today), today);
        }
    }

    /**
     * Days of invoices on one side of a period. One without a year is the latest that has begun; as an end also one that comes
     * within three months, as who types "until 31 December" in November means that of this year.
     */
    record OnSide(InvoicePeriod of, DaySide side) implements InvoicePeriod {}

    /**
     * Days on which money was due that is overdue now: those of a period or of one side of it, as for invoices, up to yesterday.
     *
     * @param of those days, {@link OnSide} or from one to another
     */
    record Overdue(InvoicePeriod of) implements Coming {
        @Override
        public OfDays days(LocalDate today) {
            OfDays all = PeriodDays.of(of, today);
            LocalDate yesterday = today.minusDays(1);
            LocalDate last = all.last();
            return new OfDays(all.first(), last == null || last.isAfter(yesterday) ? yesterday : last);
        }
    }

    /** A calendar year. */
    record OfYear(int year) implements InvoicePeriod {}

    /** A calendar month. */
    record OfMonth(YearMonth month) implements InvoicePeriod {}

    /** A quarter of a calendar year. */
    record OfQuarter(Quarter quarter) implements InvoicePeriod {}

    /** The latest quarter of this number that has begun: in January the fourth one is that of the year before. */
    record OfQuarterNumber(int number) implements InvoicePeriod {
        /** The quarter that it is, seen from a day. */
        public Quarter seenFrom(LocalDate today) {
            var ofThisYear = new Quarter(today.getYear(), number);
            return ofThisYear.firstDay().isAfter(today) ? new Quarter(today.getYear() - 1, number) : ofThisYear;
        }
    }

    /** One day. */
    record OfDay(LocalDate day) implements InvoicePeriod {}

    /** From one day to another, both of them in it; an end that is null is open. */
    record OfDays(@Nullable LocalDate first, @Nullable LocalDate last) implements InvoicePeriod {
        /** Whether a day is one of them. */
        boolean holds(LocalDate day) {
            return !(first != null && day.isBefore(first)) && !(last != null && day.isAfter(last));
        }
    }

    /** The latest month of this name that has begun. */
    record OfMonthName(Month month) implements InvoicePeriod {
        /** The month that it is, seen from a day. */
        public YearMonth seenFrom(LocalDate today) {
            return YearMonth.from(YearlyDays.latest(MonthDay.of(month, 1), today));
        }
    }

    /** The latest such day that has come. */
    record OfMonthDay(MonthDay day) implements InvoicePeriod {
        /** The day that it is, seen from another. */
        public LocalDate seenFrom(LocalDate today) {
            return YearlyDays.latest(day, today);
        }
    }
}
