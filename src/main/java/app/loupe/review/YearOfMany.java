package app.loupe.review;

import app.loupe.domain.Quarter;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads several months or quarters that share a year, and one that several years share: {@code november and december 2025},
 * {@code Q1, Q2 2025}, {@code 2025 november and december}, {@code november 2024 and 2025}. Each by itself the first would be of
 * another year, and the second year a whole one.
 */
final class YearOfMany {
    private static final Set<String> ENGLISH = Set.of("and", "or", "&", "+");

    private final List<String> words;
    private final List<InvoicePeriod> parts = new ArrayList<>();
    private final List<Integer> years = new ArrayList<>();
    private int at;

    private YearOfMany(List<String> words) {
        this.words = words;
    }

    /** What begins with the first of these folded words; empty unless there are several months, quarters or years. */
    static Optional<DateWords.Found> first(List<String> folded) {
        var many = new YearOfMany(folded);
        many.read();
        return many.years.isEmpty() || many.parts.isEmpty() || many.parts.size() + many.years.size() < 3
                ? Optional.empty()
                : Optional.of(new DateWords.Found(many.periods(), many.at));
    }

    private void read() {
        if (year(at).isPresent()) {
            years.add(year(at).getAsInt());
            at = behindOf(at + 1);
        }
        boolean yearFirst = at > 0;
        for (int next = at; part(next).isPresent(); next = behindJoin(at)) {
            parts.add(part(next).get());
            at = next + length(next);
        }
        int behind = behindOf(at);
        if (!yearFirst) {
            moreYears(behind);
        } else if (year(behind).isPresent()) {
            // "2025 november and december 2026": whose year the first one is, nobody can tell
            years.clear();
        }
    }

    private void moreYears(int from) {
        int next = from;
        while (year(next).isPresent() && (years.isEmpty() || part(next + 1).isEmpty())) {
            years.add(year(next).getAsInt());
            at = next + 1;
            boolean joined = behindJoin(at) > at || words.get(next).endsWith(",");
            next = joined ? behindJoin(at) : words.size();
        }
    }

    private List<InvoicePeriod> periods() {
        return years.stream().flatMap(year -> parts.stream().map(part -> of(part, year))).toList();
    }

    private static InvoicePeriod of(InvoicePeriod part, int year) {
        return switch (part) {
            case InvoicePeriod.OfMonthName(Month month) -> new InvoicePeriod.OfMonth(YearMonth.of(year, month));
            case InvoicePeriod.OfQuarterNumber(int number) -> new InvoicePeriod.OfQuarter(new Quarter(year, number));
            default -> part;
        };
    }

    private OptionalInt year(int place) {
        return place < words.size() ? DateWords.year(words.get(place)) : OptionalInt.empty();
    }

    /** The month or quarter at a place. */
    private Optional<InvoicePeriod> part(int place) {
        if (place >= words.size()) {
            return Optional.empty();
        }
        String word = words.get(place);
        return MonthNames.find(word).<InvoicePeriod>map(InvoicePeriod.OfMonthName::new)
                .or(() -> QuarterWords.alone(word.endsWith(",") ? word.substring(0, word.length() - 1) : word))
                .or(() -> place + 1 < words.size()
                        ? QuarterWords.find(words.subList(place, place + 2))
                                .filter(InvoicePeriod.OfQuarterNumber.class::isInstance)
                        : Optional.empty());
    }

    private int length(int place) {
        return part(place).filter(InvoicePeriod.OfQuarterNumber.class::isInstance).isPresent()
                && QuarterWords.alone(words.get(place).replace(",", "")).isEmpty() ? 2 : 1;
    }

    private int behindJoin(int place) {
        return place < words.size() && (ENGLISH.contains(words.get(place)) || SearchWords.isJoin(words.get(place)))
                ? place + 1
                : place;
    }

    private int behindOf(int place) {
        return place < words.size() && DateWords.isBetween(words.get(place)) ? place + 1 : place;
    }
}
