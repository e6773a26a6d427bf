package app.loupe.export;

import app.loupe.domain.Quarter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** Reads {@code 2026-03} or {@code 2026-Q1}, also with the letter of another language; empty when it is neither. */
    static Optional<PackPeriod> read(String typed) {
        OptionalInt quarter = typed.matches("\\d{4}-.*")
                ? Quarter.number(typed.substring(typed.indexOf('-') + 1))
                : OptionalInt.empty();
        if (quarter.isPresent()) {
            return Optional.of(new WholeQuarter(
                    new Quarter(Integer.parseInt(typed.substring(0, typed.indexOf('-'))), quarter.getAsInt())));
        }
        try {
            return Optional.of(new WholeMonth(YearMonth.parse(typed)));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    /** "pack" of a month, "pack.quarter" of a quarter: the end of a text's key. */
    default String key() {
        return switch (this) {
            case WholeMonth month -> "pack";
            case WholeQuarter quarter -> "pack.quarter";
        };
    }
}
