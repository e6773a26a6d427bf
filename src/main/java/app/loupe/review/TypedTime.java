package app.loupe.review;

import app.loupe.domain.Folding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a day or a period that somebody types outside the search, with the words of the search, in all its languages: who
 * finds {@code last month} there says it elsewhere, too. What has several meanings, as {@code 03/04/2026}, has none here.
 */
public final class TypedTime {
    private static final String NEXT = "next";
    /** Beyond it a year is not written with four digits. */
    private static final int LAST_YEAR = 9_999;

    private TypedTime() {}

    /** The period that these words name; empty where they name none, or more than one. */
    public static Optional<InvoicePeriod> period(String typed) {
        List<String> words = words(typed);
        Optional<InvoicePeriod> named = Keywords.period(String.join("-", words));
        if (named.isPresent()) {
            return named;
        }
        List<InvoicePeriod> readings = readings(words);
        return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
    }

    private static List<InvoicePeriod> readings(List<String> words) {
        return words.size() == 1
                ? DateWords.value(words.getFirst(), DayOrder.DAY_FIRST)
                : DateWords.first(words).filter(found -> found.words() == words.size())
                        .map(DateWords.Found::periods).orElse(List.of());
    }

    /** The days that can be meant by what {@link #day} refuses because it can be several; otherwise one or none. */
    public static List<LocalDate> days(String typed) {
        return readings(words(typed)).stream().filter(InvoicePeriod.OfDay.class::isInstance)
                .map(InvoicePeriod.OfDay.class::cast).map(InvoicePeriod.OfDay::day).distinct().toList();
    }

    /**
     * The day that these words name: {@code 2026-11-24}, {@code 24 Nov 2026}, {@code tomorrow}, {@code in 3 days},
     * {@code next monday}, which is the first one after today.
     */
    public static Optional<LocalDate> day(String typed, LocalDate today) {
        Optional<InvoicePeriod> period = period(typed);
        if (period.isPresent()) {
            return switch (period.get()) {
                case InvoicePeriod.OfDay one -> Optional.of(one.day());
                case InvoicePeriod.Relative.TODAY -> Optional.of(today);
                case InvoicePeriod.Near.YESTERDAY -> Optional.of(today.minusDays(1));
                case InvoicePeriod.Near.TOMORROW -> Optional.of(today.plusDays(1));
                default -> Optional.empty();
            };
        }
        List<String> words = words(typed);
        return ahead(words, today).filter(day -> day.getYear() <= LAST_YEAR).or(() -> weekday(words, today));
    }

    private static List<String> words(String typed) {
        return Stream.of(Folding.fold(typed.strip()).split("\\s+")).toList();
    }

    private static boolean means(List<String> words, String english) {
        String name = String.join("-", words);
        return name.equals(english) || SearchWords.day(name).equals(english);
    }

    private static Optional<LocalDate> ahead(List<String> words, LocalDate today) {
        var text = new PhraseText(words, DayOrder.DAY_FIRST);
        int number = text.side(0, "within");
        return number == 0
                ? Optional.empty()
                : text.count(number).flatMap(count -> text.unit(number + 1)
                        .filter(unit -> number + 1 + unit.words() == words.size())
                        .map(unit -> today.plus(count, unit.unit())));
    }

    /** "next monday", and "lundi prochain". */
    private static Optional<LocalDate> weekday(List<String> words, LocalDate today) {
        if (words.size() != 2) {
            return Optional.empty();
        }
        boolean before = means(words.subList(0, 1), NEXT);
        if (!before && !means(words.subList(1, 2), NEXT)) {
            return Optional.empty();
        }
        String name = before ? words.getLast() : words.getFirst();
        return Stream.of(DayOfWeek.values()).filter(day -> isCalled(day, name)).findFirst()
                .map(day -> today.with(TemporalAdjusters.next(day)));
    }

    private static boolean isCalled(DayOfWeek day, String folded) {
        return MonthNames.LANGUAGES.stream().anyMatch(language -> Folding
                .forms(day.getDisplayName(TextStyle.FULL_STANDALONE, language)).contains(folded));
    }
}
