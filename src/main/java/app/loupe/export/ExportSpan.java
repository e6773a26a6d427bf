package app.loupe.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Days one after the other, both ends included. */
public record ExportSpan(LocalDate from, LocalDate to) implements Predicate<@Nullable LocalDate> {
    /** Refuses ends that are the wrong way round. */
    public ExportSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** All days of a month. */
    public static ExportSpan of(YearMonth month) {
        return new ExportSpan(month.atDay(1), month.atEndOfMonth());
    }

    /** These days up to this one: what is dated later is not booked yet. The same where they end before, or begin after it. */
    ExportSpan until(LocalDate today) {
        return to.isAfter(today) && !from.isAfter(today) ? new ExportSpan(from, today) : this;
    }

    /** Whether a day is one of them; none is not. */
    @Override
    public boolean test(@Nullable LocalDate day) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
