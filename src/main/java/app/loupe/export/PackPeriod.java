package app.loupe.export;

import app.loupe.domain.Quarter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pack is of: a calendar month, or a quarter. */
public sealed interface PackPeriod {
    /** Its days. */
    ExportSpan span();

    /** A month; written {@code 2026-03}, in every language. */
    record OfMonth(YearMonth month) implements PackPeriod {
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
    record OfQuarter(Quarter quarter) implements PackPeriod {
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
        Matcher quarter = Pattern.compile("(\\d{4})-[QTKqtk]([1-4])").matcher(typed);
        if (quarter.matches()) {
            return Optional.of(new OfQuarter(
                    new Quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)))));
        }
        try {
            return Optional.of(new OfMonth(YearMonth.parse(typed)));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    /** "pack" of a month, "pack.quarter" of a quarter: the end of a text's key. */
    default String key() {
        return switch (this) {
            case OfMonth month -> "pack";
            case OfQuarter quarter -> "pack.quarter";
        };
    }
}
