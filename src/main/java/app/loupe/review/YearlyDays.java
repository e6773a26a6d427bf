package app.loupe.review;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Which day a day without a year is. 29 February is one of leap years alone as a day; as the first or the last of several it is
 * the end of February, so that days which were asked for never become years.
 */
final class YearlyDays {
    private YearlyDays() {}

    /** The last such day up to another. */
    static LocalDate latest(MonthDay day, LocalDate end) {
        int year = end.getYear();
        while (!day.isValidYear(year) || day.atYear(year).isAfter(end)) {
            year--;
        }
        return day.atYear(year);
    }

    /** The last such first day of several up to another. */
    static LocalDate latestBegin(MonthDay first, LocalDate end) {
        LocalDate ofYear = first.atYear(end.getYear());
        return ofYear.isAfter(end) ? first.atYear(end.getYear() - 1) : ofYear;
    }

    /** The first such day from another on. */
    static LocalDate next(MonthDay day, LocalDate begin) {
        int year = begin.getYear();
        while (!day.isValidYear(year) || day.atYear(year).isBefore(begin)) {
            year++;
        }
        return day.atYear(year);
    }

    /** The first such end of several days from a day on. */
    static LocalDate nextEnd(MonthDay last, LocalDate begin) {
        LocalDate ofYear = last.atYear(begin.getYear());
        return ofYear.isBefore(begin) ? last.atYear(begin.getYear() + 1) : ofYear;
    }
}
