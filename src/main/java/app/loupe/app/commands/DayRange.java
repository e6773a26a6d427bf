package app.loupe.app.commands;

import app.loupe.text.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decides which days a command takes: those with years of four digits; Java would read others, and Odoo would not. */
final class DayRange {
    private static final int FIRST_YEAR = 1_000;
    private static final int LAST_YEAR = 9_999;

    private DayRange() {}

    /**
     * Days one after the other, both included.
     *
     * @param isAll whether neither end was named
     */
    record Span(LocalDate from, LocalDate to, boolean isAll) {}

    /** The days between two that may be named; refused where they are none, or the wrong way round. */
    static Span span(@Nullable LocalDate from, @Nullable LocalDate to, Texts texts) {
        LocalDate first = from == null
                ? LocalDate.of(FIRST_YEAR, 1, 1)
                : demand(from, "--from", texts);
        LocalDate last = to == null ? LocalDate.of(LAST_YEAR, 12, 31) : demand(to, "--to", texts);
        if (last.isBefore(first)) {
            throw new UsageException(texts.get("cli.misuse.to-before-from"));
        }
        return new Span(first, last, from == null && to == null);
    }

    /** The same day; any other than that of a year of four digits is refused as one that no option takes. */
    static LocalDate demand(LocalDate day, String option, Texts texts) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new UsageException(texts.get("cli.misuse.day", option));
        }
        return day;
    }
}
