package app.loupe.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads amounts that words compare: {@code over 5000}, {@code more than 5,000}, {@code at least 100}, {@code under 100 EUR},
 * {@code amount over 5 000}, and the same in the other languages. Totals are meant, as by a sign. A number that begins a time is
 * none ({@code up to 30 November}), nor is what looks like a year behind words that are said of a time as well ({@code up to},
 * {@code bis}, {@code ab}), unless the amount is named.
 */
final class AmountPhrases {
    private static final List<Comparison> COMPARISONS = List.of(new Comparison("more", ">", false),
            new Comparison("least", ">=", false), new Comparison("less", "<", false),
            new Comparison("most", "<=", false), new Comparison("from", ">=", true),
            new Comparison("upto", "<=", true));

    private final PhraseText text;

    private AmountPhrases(PhraseText text) {
        this.text = text;
    }

    /** What words of a meaning compare with, and whether they are said of a time as well. */
    private record Comparison(String meaning, String sign, boolean ofTimeToo) {}

    /** A number, with the currency in front of it, if any, and how many words it takes. */
    private record Money(String number, Set<String> currencies, int words) {}

    /** The phrase at the beginning; empty when there is none. */
    static Optional<PhraseWords.Found> first(PhraseText text) {
        var phrases = new AmountPhrases(text);
        int noun = text.amount(0, "noun");
        Optional<PhraseWords.Found> compared = COMPARISONS.stream()
                .filter(one -> text.amount(noun, one.meaning()) > 0)
                .sorted(Comparator.comparingInt((Comparison one) -> text.amount(noun, one.meaning())).reversed())
                .flatMap(one -> phrases.compared(one, noun).stream()).findFirst();
        if (compared.isPresent() || noun == 0) {
            return compared;
        }
        return phrases.exactly(noun);
    }

    private Optional<PhraseWords.Found> compared(Comparison by, int noun) {
        int at = noun + text.amount(noun, by.meaning());
        return money(at).filter(money -> noun > 0 || !by.ofTimeToo() || isNoYear(money, at))
                .flatMap(money -> AmountRange.parse(by.sign() + money.number())
                        .map(range -> new PhraseWords.Found(List.of(new Condition.Total(range, money.currencies())),
                                at + money.words())));
    }

    /** "amount 500", "amount >500". */
    private Optional<PhraseWords.Found> exactly(int at) {
        if (at >= text.words().size()) {
            return Optional.empty();
        }
        Optional<SpacedAmounts.Found> spaced = SpacedAmounts.first(text.words().subList(at, text.words().size()));
        if (spaced.isPresent()) {
            return spaced.map(found -> new PhraseWords.Found(List.of(found.total()), at + found.words()));
        }
        String word = text.words().get(at);
        Optional<AmountRange> range = AmountRange.parse(word);
        if (range.isPresent()) {
            return Optional.of(new PhraseWords.Found(List.of(Condition.Total.of(range.get(), word)), at + 1));
        }
        return money(at).map(money -> new PhraseWords.Found(
                FieldWords.amounts(TypedNumber.read(CurrencyWords.withoutSign(money.number()))), at + money.words()));
    }

    private boolean isNoYear(Money money, int at) {
        int behind = at + money.words();
        return DateWords.year(money.number()).isEmpty() || !money.currencies().isEmpty()
                || (behind < text.words().size() && CurrencyWords.isOne(text.words().get(behind)));
    }

    private Optional<Money> money(int at) {
        return written(at).filter(money -> !text.isTime(at, money.words()));
    }

    private Optional<Money> written(int at) {
        List<String> words = text.words();
        if (at + 1 < words.size() && CurrencyWords.isOne(words.get(at))) {
            Set<String> codes = CurrencyWords.code(words.get(at)).map(Condition.Currencies::codes).orElse(Set.of());
            return number(at + 1).map(found -> new Money(found.number(), codes, found.words() + 1));
        }
        return number(at);
    }

    private Optional<Money> number(int at) {
        List<String> words = text.words();
        int spaced = SpacedAmounts.number(words.subList(Math.min(at, words.size()), words.size()));
        if (spaced > 0) {
            return Optional.of(new Money(String.join(" ", words.subList(at, at + spaced)), Set.of(), spaced));
        }
        return at < words.size() && !TypedNumber.read(CurrencyWords.withoutSign(words.get(at))).isEmpty()
                ? Optional.of(new Money(words.get(at), CurrencyWords.signs(words.get(at)), 1))
                : Optional.empty();
    }
}
