package app.loupe.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year.
 *
 * @param number from 1 to 4
 */
public record Quarter(int year, int number) {
    /** How many there are in a year. */
    public static final int IN_A_YEAR = 4;

    private static final int MONTHS = 3;
    // Q in English and German, T in French and Spanish, K in Dutch; "1k" is a thousand
    private static final Pattern SHORT = Pattern.compile("[qtk]([1-4])|([1-4])[qt]", Pattern.CASE_INSENSITIVE);

    /** Refuses a number that no quarter has. */
    public Quarter {
        if (number < 1 || number > IN_A_YEAR) {
            throw new IllegalArgumentException("no quarter: " + number);
        }
    }

    /** The one that a day is in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /**
     * The number of a quarter written as a letter and a digit, as in any language: {@code Q1}, {@code T1}, {@code 1T},
     * {@code K1}.
     */
    public static OptionalInt number(String written) {
        Matcher letter = SHORT.matcher(written);
        return letter.matches()
                ? OptionalInt.of(Integer.parseInt(letter.group(1) == null ? letter.group(2) : letter.group(1)))
                : OptionalInt.empty();
    }

    /** Its first month. */
    public YearMonth firstMonth() {
        return YearMonth.of(year, (number - 1) * MONTHS + 1);
    }

    /** Its last month. */
    public YearMonth lastMonth() {
        return firstMonth().plusMonths(MONTHS - 1L);
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return firstMonth().atDay(1);
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return lastMonth().atEndOfMonth();
    }

    /** The one before it. */
    public Quarter before() {
        return of(firstDay().minusDays(1));
    }

    /** "2026-Q1": for names of files and the command line, in every language. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
