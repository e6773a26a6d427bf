package app.loupe.domain;

import java.time.LocalDate;

/** Counts how late something is: the one rule of lists, ages, statements, payments and the search. */
public final class DaysLate {
    private DaysLate() {}

    /** Whole days from the day on which it was due to a day; 0 as long as it is not late, on the due day itself, too. */
    public static long on(LocalDate day, LocalDate due) {
        return on(day.toEpochDay(), due.toEpochDay());
    }

    /** The same of days since 1970. */
    public static long on(long day, long due) {
        return Math.max(0, day - due);
    }
}
