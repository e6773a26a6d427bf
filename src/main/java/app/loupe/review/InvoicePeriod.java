package app.loupe.review;

import app.loupe.domain.Quarter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a date lies in a period; the relative ones move with the day that is asked about. Of one without a
 * year, the latest is meant that has begun: a day, a month, a quarter, and from one day to another. {@link Beside} has another
 * rule, for days on which money is due.
 */
public sealed interface InvoicePeriod {
    /** Whether the date lies in it, seen from a day. No date is in {@link Relative#ALL} only. */
    boolean contains(@Nullable LocalDate date, LocalDate today);

    /** Periods seen from today. */
    enum Relative implements InvoicePeriod {
        ALL,
        TODAY,
        THIS_MONTH,
        LAST_MONTH,
        THIS_QUARTER,
        LAST_QUARTER,
        THIS_YEAR,
        LAST_YEAR;

        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            if (this == ALL) {
                return true;
            }
            if (date == null) {
                return false;
            }
            return switch (this) {
                case ALL -> true;
                case TODAY -> date.equals(today);
                case THIS_MONTH -> YearMonth.from(date).equals(YearMonth.from(today));
                case LAST_MONTH -> YearMonth.from(date).equals(YearMonth.from(today).minusMonths(1));
                case THIS_QUARTER -> Quarter.of(date).equals(Quarter.of(today));
                case LAST_QUARTER -> Quarter.of(date).equals(Quarter.of(today).before());
                case THIS_YEAR -> date.getYear() == today.getYear();
                case LAST_YEAR -> date.getYear() == today.getYear() - 1;
            };
        }
    }

    /** Days and weeks around today, and what is still to come; weeks begin on Monday. */
    enum Near implements InvoicePeriod {
        YESTERDAY,
        TOMORROW,
        THIS_WEEK,
        LAST_WEEK,
        NEXT_WEEK,
        NEXT_MONTH;

        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            if (date == null) {
                return false;
            }
            return switch (this) {
                case YESTERDAY -> date.equals(today.minusDays(1));
                case TOMORROW -> date.equals(today.plusDays(1));
                case THIS_WEEK -> monday(date).equals(monday(today));
                case LAST_WEEK -> monday(date).equals(monday(today).minusWeeks(1));
                case NEXT_WEEK -> monday(date).equals(monday(today).plusWeeks(1));
                case NEXT_MONTH -> YearMonth.from(date).equals(YearMonth.from(today).plusMonths(1));
            };
        }

        private static LocalDate monday(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }

    /**
     * By the age that a date has today.
     *
     * @param older whether it lies before the day that is so long ago; else after it, up to today
     */
    record Ago(int count, ChronoUnit unit, boolean older) implements InvoicePeriod {
        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            LocalDate day = today.minus(count, unit);
            return date != null && (older ? date.isBefore(day) : date.isAfter(day) && !date.isAfter(today));
        }
    }

    /** From one day to another, both of them in it, the latest time that has begun; over the turn of the year where the last comes first. */
    record OfMonthDays(MonthDay first, MonthDay last) implements InvoicePeriod {
        /** The days that they are, seen from one. */
        public OfDays seenFrom(LocalDate today) {
            LocalDate begin = YearlyDays.latest(first, today);
            return new OfDays(begin, YearlyDays.nextEnd(last, begin));
        }

        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return seenFrom(today).contains(date, today);
        }
    }

    /**
     * Days on which money is due, seen from today: a date without a year is the next such day that is not long past
     * ({@link PeriodDays}).
     */
    sealed interface Coming extends InvoicePeriod {
        /** The days that they are. */
        OfDays days(LocalDate today);

        @Override
        default boolean contains(@Nullable LocalDate date, LocalDate today) {
            return days(today).contains(date, today);
        }
    }

    /** From today up to so many days, weeks or months from now. */
    record Ahead(int count, ChronoUnit unit) implements Coming {
        @Override
        public OfDays days(LocalDate today) {
            return new OfDays(today, today.plus(count, unit));
        }
    }

    /** In another period, or on one side of it: up to its last day there is no first one, so what is overdue is within. */
    record Beside(InvoicePeriod of, Side side) implements Coming {
        /** Which days are meant. */
        public enum Side {
            /** Those of the period. */
            WITHIN,
            /** Up to its last day; of a period that has passed its days alone. */
            TO_PAY,
            /** Up to its last day. */
            UNTIL,
            /** Before its first day. */
            BEFORE,
            /** From its first day on. */
            FROM,
            /** After its last day. */
            AFTER
        }

        @Override
        public OfDays days(LocalDate today) {
            OfDays days = PeriodDays.coming(of, today);
            LocalDate first = days.first();
            LocalDate last = days.last();
            return switch (side) {
                case WITHIN -> days;
                case TO_PAY -> last != null && last.isBefore(today) ? days : new OfDays(null, last);
                case UNTIL -> new OfDays(null, last);
                case BEFORE -> new OfDays(null, first == null ? null : first.minusDays(1));
                case FROM -> new OfDays(first, null);
                case AFTER -> new OfDays(last == null ? null : last.plusDays(1), null);
            };
        }
    }

    /** A calendar year. */
    record OfYear(int year) implements InvoicePeriod {
        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return date != null && date.getYear() == year;
        }
    }

    /** A calendar month. */
    record OfMonth(YearMonth month) implements InvoicePeriod {
        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return date != null && YearMonth.from(date).equals(month);
        }
    }

    /** A quarter of a calendar year. */
    record OfQuarter(Quarter quarter) implements InvoicePeriod {
        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return date != null && Quarter.of(date).equals(quarter);
        }
    }

    /** The latest quarter of this number that has begun: in January the fourth one is that of the year before. */
    record OfQuarterNumber(int number) implements InvoicePeriod {
        /** The quarter that it is, seen from a day. */
        public Quarter seenFrom(LocalDate today) {
            var ofThisYear = new Quarter(today.getYear(), number);
            return ofThisYear.firstDay().isAfter(today) ? new Quarter(today.getYear() - 1, number) : ofThisYear;
        }

        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return date != null && Quarter.of(date).equals(seenFrom(today));
        }
    }

    /** One day. */
    record OfDay(LocalDate day) implements InvoicePeriod {
        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return day.equals(date);
        }
    }

    /** From one day to another, both of them in it; an end that is null is open. */
    record OfDays(@Nullable LocalDate first, @Nullable LocalDate last) implements InvoicePeriod {
        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return date != null && !(first != null && date.isBefore(first)) && !(last != null && date.isAfter(last));
        }
    }

    /** The latest month of this name that has begun. */
    record OfMonthName(Month month) implements InvoicePeriod {
        /** The month that it is, seen from a day. */
        public YearMonth seenFrom(LocalDate today) {
            return YearMonth.from(YearlyDays.latest(MonthDay.of(month, 1), today));
        }

        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return date != null && YearMonth.from(date).equals(seenFrom(today));
        }
    }

    /** The latest such day that has come. */
    record OfMonthDay(MonthDay day) implements InvoicePeriod {
        /** The day that it is, seen from another. */
        public LocalDate seenFrom(LocalDate today) {
            return YearlyDays.latest(day, today);
        }

        @Override
        public boolean contains(@Nullable LocalDate date, LocalDate today) {
            return seenFrom(today).equals(date);
        }
    }
}
