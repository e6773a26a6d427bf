package app.loupe.domain;

import java.time.LocalDate;

/** Counts how late something is: the same rule for lists, ages, statements, payments and the search. */
public final class DaysLate {
    private DaysLate() {}

    /** Whole days from the due day to {@code day}; 0 while it is not late, also on the due day itself. */
    public static long on(LocalDate day, LocalDate due) {
        return on(day.toEpochDay(), due.toEpochDay());
    }

    /** The same for days counted since 1970. */
    public static long on(long day, long due) {
        return Math.max(0, day - due);
    }
}
