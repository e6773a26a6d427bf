package app.loupe.review;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order people of a region write day and month in figures. It decides where both orders make a date and only one can be
 * meant, as at an end of several days: {@code 01/09/2026..05/09/2026}.
 */
public enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern EXCHANGEABLE = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](?:\\d{4}|\\d{2}),?");

    /** That of a region; where the year comes first, dates that end with it are written day first. */
    public static DayOrder of(Locale region) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, region);
        int month = pattern.indexOf('M');
        return month < pattern.indexOf('d') && month < pattern.indexOf('y') ? MONTH_FIRST : DAY_FIRST;
    }

    /** This one, and then the other: what is impossible in the order of a region may be meant in another. */
    List<DayOrder> andOther() {
        return this == DAY_FIRST ? List.of(DAY_FIRST, MONTH_FIRST) : List.of(MONTH_FIRST, DAY_FIRST);
    }

    /** Those readings of a word that are in this order, or in none: the name of a month and a year in front leave no choice. */
    List<InvoicePeriod> of(String word, List<InvoicePeriod> readings) {
        Matcher figures = EXCHANGEABLE.matcher(word);
        return word.indexOf('.') >= 0 || !figures.matches()
                ? readings
                : readings.stream().filter(reading -> reading instanceof InvoicePeriod.OfDay(LocalDate day)
                        && Integer.parseInt(figures.group(this == DAY_FIRST ? 1 : 2)) == day.getDayOfMonth()
                        && Integer.parseInt(figures.group(this == DAY_FIRST ? 2 : 1)) == day.getMonthValue()).toList();
    }

    /** The reading of a word in this order; all of them where it is possible in the other one alone. */
    List<InvoicePeriod> preferred(String word, List<InvoicePeriod> readings) {
        List<InvoicePeriod> ordered = of(word, readings);
        return ordered.isEmpty() ? readings : ordered;
    }
}
