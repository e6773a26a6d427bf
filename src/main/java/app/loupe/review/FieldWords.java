package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.LineTerm;
import app.loupe.review.QueryWords.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what stands behind the name of a field: {@code status:paid}, {@code customer:deco}. */
final class FieldWords {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private FieldWords() {}

    /** What a word with a field asks for; nothing when the field does not take it. */
    static List<Condition> read(Word word, DayOrder order) {
        String value = word.folded().replace(' ', '-');
        return switch (word.field()) {
            case "status" -> one(Keywords.find(value).filter(Keywords::isOfStatus));
            case "late" -> one(LateWords.value(word.folded()).map(Condition.Late::new));
            case "type" -> one(Keywords.find(value).filter(Keywords::isOfTypes));
            case "date" -> periods(word, order).<Condition>map(Condition.Dated::new).toList();
            case "due" -> periods(word, order).<Condition>map(Condition.Due::in).toList();
            case "mark" -> one(Keywords.mark(value));
            case "note" -> word.text().isEmpty()
                    ? List.of()
                    : List.of(new Condition.Note(Folding.forms(word.text())));
            case "currency" -> one(CurrencyWords.code(value));
            case "amount" ->
                AmountRange.parse(word.folded())
                        .map(range -> List.<Condition>of(Condition.Total.of(range, word.folded())))
                        .orElseGet(() -> amounts(TypedNumber.read(word.folded())));
            case "text" -> word.text().isEmpty() ? List.of() : List.of(Condition.Text.of(word.text(), false));
            default -> word.text().isEmpty()
                    ? List.of()
                    : List.of(new Condition.In(RowField.valueOf(word.field().toUpperCase(Locale.ROOT)),
                            Condition.Text.of(word.text(), false)));
        };
    }

    /** What several bare words are behind a field that takes a time or an amount; nothing unless all of them are one. */
    static List<Condition> several(Word word, DayOrder order) {
        List<String> words = BLANKS.splitAsStream(word.folded()).toList();
        return switch (word.field()) {
            case "date" -> times(words, order).<Condition>map(Condition.Dated::new).toList();
            case "due" -> times(words, order).<Condition>map(Condition.Due::in).toList();
            case "amount" -> SpacedAmounts.number(words) == words.size()
                    ? amounts(TypedNumber.read(String.join(" ", words)))
                    : SpacedAmounts.first(words).filter(found -> found.words() == words.size())
                            .<Condition>map(SpacedAmounts.Found::total).stream().toList();
            default -> List.of();
        };
    }

    /** The readings of a number as an amount. */
    static List<Condition> amounts(List<BigDecimal> values) {
        return values.stream().map(LineTerm.Amount::new).<Condition>map(Condition.Amount::new).toList();
    }

    private static Stream<InvoicePeriod> periods(Word word, DayOrder order) {
        String value = word.folded().replace(' ', '-');
        Optional<InvoicePeriod> named = Keywords.period(value);
        if (named.isPresent()) {
            return named.stream();
        }
        List<InvoicePeriod> readings = DateWords.value(value, order);
        return readings.isEmpty()
                ? between(BLANKS.splitAsStream(word.folded()).toList(), order)
                : readings.stream();
    }

    /** Of words that no hyphen joins: two numbers beside each other are no month. */
    private static Stream<InvoicePeriod> times(List<String> words, DayOrder order) {
        Optional<InvoicePeriod> named = Keywords.period(String.join("-", words));
        if (named.isPresent()) {
            return named.stream();
        }
        List<InvoicePeriod> readings = DateWords.first(words).filter(found -> found.words() == words.size())
                .map(DateWords.Found::periods).orElse(List.of());
        return readings.isEmpty() ? between(words, order) : readings.stream();
    }

    private static Stream<InvoicePeriod> between(List<String> words, DayOrder order) {
        return new PhraseText(words, order).between(0).filter(ends -> ends.words() == words.size())
                .map(PhraseText.Ends::period).stream();
    }

    private static List<Condition> one(Optional<? extends Condition> condition) {
        return condition.stream().<Condition>map(one -> one).toList();
    }
}
