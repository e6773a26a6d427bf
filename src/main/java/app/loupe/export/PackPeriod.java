package app.loupe.export;

import app.loupe.domain.Quarter;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.TypedTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What a pack is of: a calendar month, or a quarter. */
public sealed interface PackPeriod {
    /** Its days. */
    ExportSpan span();

    /** A month; written {@code 2026-03}, in every language. */
    record WholeMonth(YearMonth month) implements PackPeriod {
        @Override
        public ExportSpan span() {
            return ExportSpan.of(month);
        }

        @Override
        public String toString() {
            return month.toString();
        }
    }

    /** A quarter; written {@code 2026-Q1}, in every language. */
    record WholeQuarter(Quarter quarter) implements PackPeriod {
        @Override
        public ExportSpan span() {
            return new ExportSpan(quarter.firstDay(), quarter.lastDay());
        }

        @Override
        public String toString() {
            return quarter.toString();
        }
    }

    /**
     * Reads a month or quarter as the search does ({@link TypedTime}): {@code 2026-03}, {@code 2026-Q1}, {@code 3/2026},
     * {@code last month}. Of one without a year it is the latest that has begun. Empty when it is neither.
     */
    static Optional<PackPeriod> read(String typed, LocalDate today) {
        return TypedTime.period(typed).flatMap(period -> Optional.ofNullable(switch (period) {
            case InvoicePeriod.OfMonth one -> new WholeMonth(one.month());
            case InvoicePeriod.OfMonthName one -> new WholeMonth(one.seenFrom(today));
            case InvoicePeriod.Relative.THIS_MONTH -> new WholeMonth(YearMonth.from(today));
            case InvoicePeriod.Relative.LAST_MONTH -> new WholeMonth(YearMonth.from(today).minusMonths(1));
            case InvoicePeriod.OfQuarter one -> new WholeQuarter(one.quarter());
            case InvoicePeriod.OfQuarterNumber one -> new WholeQuarter(one.seenFrom(today));
            case InvoicePeriod.Relative.THIS_QUARTER -> new WholeQuarter(Quarter.of(today));
            case InvoicePeriod.Relative.LAST_QUARTER -> new WholeQuarter(Quarter.of(today).before());
            default -> null;
        }));
    }

    /** "pack" of a month, "pack.quarter" of a quarter: the end of a text's key. */
    default String key() {
        return switch (this) {
            case WholeMonth month -> "pack";
            case WholeQuarter quarter -> "pack.quarter";
        };
    }
}
