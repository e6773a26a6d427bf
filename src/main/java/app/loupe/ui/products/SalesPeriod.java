package app.loupe.ui.products;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Quarter;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Decides which days are counted, seen from today. */
enum SalesPeriod {
    THIS_YEAR,
    LAST_YEAR,
    LAST_12_MONTHS,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_MONTH,
    LAST_MONTH,
    DAYS;

    private static final int YEAR_MONTHS = 12;

    /** Days one after the other, both included. */
    record Span(LocalDate from, LocalDate to) {
        /** Whether a day is one of them. */
        boolean takes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * The days of this period.
     *
     * @param chosen those that the owner typed, for {@link #DAYS}
     */
    Span span(LocalDate today, Span chosen) {
        LocalDate month = today.withDayOfMonth(1);
        return switch (this) {
            case THIS_YEAR -> year(today.getYear());
            case LAST_YEAR -> year(today.getYear() - 1);
            // the month that runs counts as one of the twelve; to today, as on the overview
            case LAST_12_MONTHS -> new Span(month.minusMonths(YEAR_MONTHS - 1), today);
            case THIS_QUARTER -> new Span(Quarter.of(today).firstDay(), Quarter.of(today).lastDay());
            case LAST_QUARTER -> new Span(Quarter.of(today).before().firstDay(), Quarter.of(today).before().lastDay());
            case LAST_MONTH -> new Span(month.minusMonths(1), month.minusDays(1));
            case THIS_MONTH -> new Span(month, month.plusMonths(1).minusDays(1));
            case DAYS -> chosen;
        };
    }

    /**
     * In which period a day is seen: in the present one when that takes it in, else in the first that does, else in the
     * days of its calendar year.
     */
    static SalesPeriod with(LocalDate day, LocalDate today, SalesPeriod present, Span chosen) {
        return Stream.concat(Stream.of(present), Stream.of(THIS_YEAR, LAST_YEAR, LAST_12_MONTHS))
                .filter(period -> period.span(today, chosen).takes(day)).findFirst().orElse(DAYS);
    }

    /** The calendar year of a day. */
    static Span yearOf(LocalDate day) {
        return year(day.getYear());
    }

    private static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, YEAR_MONTHS, 31));
    }

    /** In keys of texts and ids of nodes. */
    String key() {
        return EnumKey.of(this);
    }
}
