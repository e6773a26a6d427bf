package app.loupe.app.commands;

import app.loupe.text.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decides which days a command takes: those with years of four digits; Java would read others, and Odoo would not. */
final class DayRange {
    private static final int FIRST_YEAR = 1_000;
    private static final int LAST_YEAR = 9_999;
    private static final String AS_OF = "--as-of";

    /** The text of days the wrong way round; {0} is the option of the later one. */
    private static final String TO_BEFORE_FROM = "cli.misuse.to-before-from";

    private DayRange() {}

    /**
     * Days one after the other, both included.
     *
     * @param isAll whether neither end was named
     */
    record Span(LocalDate from, LocalDate to, boolean isAll) {
        /** Whether a day is one of them; none is where no end was named. */
        boolean takes(@Nullable LocalDate day) {
            return day == null ? isAll : !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The days between two that may be named; refused where they are none, or the wrong way round. */
    static Span span(@Nullable LocalDate from, @Nullable LocalDate to, Texts texts) {
        LocalDate first = from == null
                ? LocalDate.of(FIRST_YEAR, 1, 1)
                : demand(from, "--from", texts);
        LocalDate last = to == null ? LocalDate.of(LAST_YEAR, 12, 31) : demand(to, "--to", texts);
        if (last.isBefore(first)) {
            throw new UsageException(texts.get(TO_BEFORE_FROM, "--to"));
        }
        return new Span(first, last, from == null && to == null);
    }

    /** Refuses a first day, if one is named, that comes after the day of another option. */
    static void demandOrder(@Nullable LocalDate from, LocalDate to, String option, Texts texts) {
        if (from != null && demand(from, "--from", texts).isAfter(to)) {
            throw new UsageException(texts.get(TO_BEFORE_FROM, option));
        }
    }

    /** The day as of which something is asked: today when none is named. */
    static LocalDate asOf(@Nullable LocalDate day, LocalDate today, Texts texts) {
        return day == null ? today : demand(day, AS_OF, texts);
    }

    /** The same of what can be said of today and of the past alone. */
    static LocalDate asOfPast(@Nullable LocalDate day, LocalDate today, Texts texts) {
        LocalDate asked = asOf(day, today, texts);
        if (asked.isAfter(today)) {
            throw new UsageException(texts.get("cli.misuse.future", AS_OF));
        }
        return asked;
    }

    /** Returns the day; refuses one whose year does not have four digits. */
    static LocalDate demand(LocalDate day, String option, Texts texts) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new UsageException(texts.get("cli.misuse.day", option));
        }
        return day;
    }
}
