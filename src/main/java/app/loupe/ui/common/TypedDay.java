package app.loupe.ui.common;

import app.loupe.review.DayOrder;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Writes dates as the rest of the window does, and reads them in that form, as 2024-12-31, with the name of the month in
 * full, and in figures: day and month in the order of the region, with dots the day first as in a search, the year with two
 * digits of this century or all four. What cannot be read leaves the date as it was, and is told.
 */
public final class TypedDay extends StringConverter<LocalDate> {
    private static final int LAST_OF_YEAR = 31;

    private final DateTimeFormatter shown;
    private final List<DateTimeFormatter> read;
    private final Supplier<@Nullable LocalDate> current;
    private final BooleanProperty unreadable;
    private final boolean mayBeEmpty;

    /** Reads; {@code current} is what stands there until then, {@code unreadable} whether what was typed last is no day. */
    public TypedDay(Wording wording, Supplier<@Nullable LocalDate> current, BooleanProperty unreadable,
            boolean mayBeEmpty) {
        this.shown = wording.dates().dayFormat();
        Locale locale = wording.texts().locale();
        this.read = forms(wording.texts().language(), locale);
        this.current = current;
        this.unreadable = unreadable;
        this.mayBeEmpty = mayBeEmpty;
    }

    /** A day as the window writes it, to show how one may be typed. */
    public static String example(Wording wording) {
        return wording.dates().day(LocalDate.of(wording.today().getYear(), Month.DECEMBER, LAST_OF_YEAR));
    }

    /** A day in the short form of a region, the year with four digits, as it may be typed there. */
    public static String shortly(LocalDate day, Locale region) {
        return shortForm("uuuu", region).format(day);
    }

    /** All that a day may be typed as, the form of the region before those that people bring from elsewhere. */
    private List<DateTimeFormatter> forms(Locale language, Locale region) {
        String order = DayOrder.of(region) == DayOrder.MONTH_FIRST ? "M/d/" : "d/M/";
        Stream<DateTimeFormatter> figures = Stream.of("uuuu", "uu").flatMap(year -> Stream.concat(
                Stream.of(shortForm(year, region)),
                Stream.of(order + year, order.replace('/', '-') + year, "d.M." + year)
                        .map(pattern -> form(pattern, region))));
        Stream<DateTimeFormatter> yearFirst = Stream.of("uuuu-M-d", "uuuu/M/d", "uuuu.M.d")
                .map(pattern -> form(pattern, region));
        Stream<DateTimeFormatter> named = Stream.of("d MMMM uuuu", "d. MMMM uuuu", "d MMM uuuu", "MMMM d, uuuu",
                "MMM d, uuuu").map(pattern -> form(pattern, language));
        return Stream.of(Stream.of(shown.withResolverStyle(ResolverStyle.STRICT), DateTimeFormatter.ISO_LOCAL_DATE),
                figures, yearFirst, named).flatMap(forms -> forms).toList();
    }

    private static DateTimeFormatter form(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The short forms of languages ask for one length of the year: "26" would be a year of antiquity, or 2026 refused. */
    private static DateTimeFormatter shortForm(String year, Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale);
        return DateTimeFormatter
                .ofPattern(pattern.replaceAll("[yu]+", year).replace("dd", "d").replace("MM", "M"), locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public String toString(@Nullable LocalDate value) {
        return value == null ? "" : shown.format(value);
    }

    @Override
    public @Nullable LocalDate fromString(String text) {
        if (mayBeEmpty && text.isBlank()) {
            unreadable.set(false);
            return null;
        }
        Optional<LocalDate> day = read.stream().flatMap(format -> day(text, format).stream()).findFirst();
        unreadable.set(day.isEmpty());
        return day.orElseGet(current);
    }

    private static Optional<LocalDate> day(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), format));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
