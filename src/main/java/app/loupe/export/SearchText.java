package app.loupe.export;

import app.loupe.domain.EnumKey;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Meaning;
import app.loupe.review.PeriodDays;
import app.loupe.review.SearchHint;
import app.loupe.review.Token;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a search was understood as, part by part, and what may have been meant in another way: the window and the command
 * line say the same. Days are those seen from a day, in full: {@code Due: 23 Nov \u2013 29 Nov 2026}. Safe for several threads.
 *
 * @param texts in whose language it is said
 * @param dates how days are written
 * @param today from which {@code this week} is seen
 */
public record SearchText(Texts texts, DateText dates, LocalDate today) {
    private static final String KEY = "invoices.search.";
    private static final String BETWEEN = " \u00b7 ";
    private static final String RANGE = " \u2013 ";

    /** What one part was understood as. */
    public String part(Token token) {
        String plain = texts.get(KEY + "token." + EnumKey.of(token.kind()), value(token));
        return token.excluded() ? texts.get(KEY + "token.excluded", plain) : plain;
    }

    /** What was looked for, all parts in one sentence; empty where nothing was searched. */
    public String lookedFor(List<Token> tokens) {
        return tokens.isEmpty()
                ? ""
                : texts.get(KEY + "looked-for", tokens.stream().map(this::part).collect(Collectors.joining(BETWEEN)));
    }

    /**
     * What may have been meant in another way, a sentence for each. Several words that stand in no invoice get one together,
     * and where to look: they were hardly a search for a document.
     */
    public List<String> hints(List<SearchHint> hints) {
        String known = InvoiceQuery.fields(texts.language()).stream().map(field -> field + ":")
                .collect(Collectors.joining(" "));
        List<String> nowhere = hints.stream().filter(hint -> hint.kind() == SearchHint.Kind.NOWHERE)
                .map(SearchHint::word).toList();
        boolean several = nowhere.size() > 1;
        Stream<String> each = hints.stream().filter(hint -> !several || hint.kind() != SearchHint.Kind.NOWHERE)
                .map(hint -> texts.get(KEY + "hint." + EnumKey.of(hint.kind()), hint.word(), known, hint.instead()));
        Stream<String> together = several
                ? Stream.of(texts.get(KEY + "hint.nowhere.several", String.join(", ", nowhere)))
                : Stream.empty();
        return Stream.concat(each, together).toList();
    }

    private String value(Token token) {
        return switch (token.meaning()) {
            case Meaning.AsTyped _ -> token.value();
            case Meaning.Days days -> days.periods().stream().map(period -> days(token, period)).distinct()
                    .collect(Collectors.joining(texts.get(KEY + "days.or")));
            case Meaning.Amounts amounts -> amounts(amounts);
        };
    }

    private String days(Token token, InvoicePeriod period) {
        return switch (period) {
            case InvoicePeriod.OfYear of -> Integer.toString(of.year());
            case InvoicePeriod.OfMonth of -> dates.month(of.month());
            case InvoicePeriod.OfMonthName of -> dates.month(of.seenFrom(today));
            case InvoicePeriod.OfQuarter of -> dates.quarter(of.quarter());
            case InvoicePeriod.OfQuarterNumber of -> dates.quarter(of.seenFrom(today));
            case InvoicePeriod.Overdue overdue -> texts.get(KEY + "days.overdue",
                    days(token, PeriodDays.of(overdue.of(), today), false));
            default -> days(token, PeriodDays.of(period, today), token.kind() == Token.Kind.DUE);
        };
    }

    /** @param tells whether it says of money that is due what of it is overdue */
    private String days(Token token, InvoicePeriod.OfDays days, boolean tells) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        if (last == null) {
            return first == null ? token.value() : texts.get(KEY + "days.from", dates.day(first));
        }
        boolean due = tells && !last.isBefore(today);
        if (first == null) {
            return texts.get(KEY + (due ? "days.until-overdue" : "days.until"), dates.day(last));
        }
        String both = first.equals(last)
                ? dates.day(last)
                : (first.getYear() == last.getYear() ? dates.dayOfMonth(first) : dates.day(first)) + RANGE
                        + dates.day(last);
        return due && !first.isAfter(today) ? texts.get(KEY + "days.no-overdue", both) : both;
    }

    private String amounts(Meaning.Amounts amounts) {
        BigDecimal low = amounts.low();
        BigDecimal high = amounts.high();
        String said = low != null && high != null && low.compareTo(high) == 0
                ? number(low)
                : low == null
                        ? texts.get(KEY + (amounts.strict() ? "amount.under" : "amount.most"), number(high))
                        : high == null
                                ? texts.get(KEY + (amounts.strict() ? "amount.over" : "amount.least"), number(low))
                                : number(low) + RANGE + number(high);
        return amounts.currencies().isEmpty()
                ? said
                : said + " " + amounts.currencies().stream().sorted().collect(Collectors.joining("/"));
    }

    /** Nothing of the books: it is written also while amounts are hidden, as it stands in the search. */
    private String number(@Nullable BigDecimal value) {
        return value == null ? "" : new MoneyText(texts).quantity(value);
    }
}
