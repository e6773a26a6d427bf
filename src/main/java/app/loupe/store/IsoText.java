package app.loupe.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Reads the days and moments of packed lines, two in each line, and writes moments. The usual form is read in a tenth of
 * the time of Java's parsers and formatters, which handle all other forms.
 */
final class IsoText {
    private static final int DAY = "2026-01-01".length();
    private static final int MOMENT = "2026-01-01T08:00:00Z".length();

    /** Those with four digits and no sign. */
    private static final int LEAST_YEAR = 1000;
    private static final int MOST_YEAR = 9999;

    private IsoText() {}

    /**
     * A day.
     *
     * @throws DateTimeException when it is none
     */
    static LocalDate day(String text) {
        return text.length() == DAY && beginsWithDay(text) ? firstDay(text) : LocalDate.parse(text);
    }

    /**
     * A moment in UTC.
     *
     * @throws DateTimeException when it is none
     */
    static Instant moment(String text) {
        if (text.length() != MOMENT || !beginsWithDay(text) || !isNumber(text, 11, 'T', 2)
                || !isNumber(text, 14, ':', 2) || !isNumber(text, 17, ':', 2) || text.charAt(19) != 'Z') {
            return Instant.parse(text);
        }
        return firstDay(text).atTime(LocalTime.of(number(text, 11, 2), number(text, 14, 2), number(text, 17, 2)))
                .toInstant(ZoneOffset.UTC);
    }

    /** A moment, as {@link Instant#toString} writes it. */
    static String of(Instant moment) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
        if (moment.getNano() != 0 || time.getYear() < LEAST_YEAR || time.getYear() > MOST_YEAR) {
            return moment.toString();
        }
        var text = new StringBuilder(MOMENT).append(time.getYear());
        add(text, '-', time.getMonthValue());
        add(text, '-', time.getDayOfMonth());
        add(text, 'T', time.getHour());
        add(text, ':', time.getMinute());
        add(text, ':', time.getSecond());
        return text.append('Z').toString();
    }

    private static void add(StringBuilder text, char before, int number) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static boolean beginsWithDay(String text) {
        return isNumber(text, 0, 4) && isNumber(text, 5, '-', 2) && isNumber(text, 8, '-', 2);
    }

    private static LocalDate firstDay(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    }

    private static boolean isNumber(String text, int from, char before, int digits) {
        return text.charAt(from - 1) == before && isNumber(text, from, digits);
    }

    private static boolean isNumber(String text, int from, int digits) {
        for (int i = from; i < from + digits; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
