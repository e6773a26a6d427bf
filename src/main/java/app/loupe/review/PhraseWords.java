package app.loupe.review;

import app.loupe.domain.Folding;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads phrases of several words: {@code due next week} ({@link DuePhrases}), {@code overdue since 1 Sep}
 * ({@link OverduePhrases}), {@code older than 60 days}, {@code last 30 days},
 * {@code between 100 and 500}, {@code 100 to 500}, {@code over 5000} ({@link AmountPhrases}), {@code from 1 Sep to 30 Sep}, {@code 01/09/2026 - 30/09/2026} ({@link DateSpans}), {@code since 1 Sep},
 * {@code up to March 2026}, and the same in the other languages ({@link SearchWords}). Without the word for due, days are those of
 * invoices. {@code from} is a side of a day alone: invoices {@code from September} are those of September.
 */
final class PhraseWords {
    /** In words. */
    static final int LONGEST = 13;

    // "dû" is what is due, and "du" without its accent is "of the"
    private static final String FRENCH_DUE = "d\u00fb";
    // "über" compares, and "Uber" is a name
    private static final String GERMAN_OVER = "\u00fcber";

    private static final Pattern FILLED_UP = Pattern.compile("0\\d.*");

    private final PhraseText text;
    private final List<String> words;

    private PhraseWords(PhraseText text) {
        this.text = text;
        words = text.words();
    }

    /**
     * A phrase that was found.
     *
     * @param readings what it may mean
     * @param words how many words it takes
     */
    record Found(List<? extends Condition> readings, int words) {}

    /** The phrase that begins with the first of these folded words; empty when they are something else. */
    static Optional<Found> first(List<String> folded, DayOrder order) {
        var words = new PhraseWords(new PhraseText(folded.subList(0, Math.min(LONGEST, folded.size())), order));
        return OverduePhrases.first(words.text).or(() -> DuePhrases.first(words.text)).or(words::age).or(words::days)
                .or(() -> words.between(0))
                .or(() -> AmountPhrases.first(words.text)).or(words::amountBetween)
                .or(words::amountTo).or(words::beside);
    }

    /** A word as phrases have it. */
    static String folded(QueryWords.Word word) {
        String composed = Normalizer.normalize(word.text(), Normalizer.Form.NFC);
        if (GERMAN_OVER.equalsIgnoreCase(composed)) {
            return Folding.spellOut(composed);
        }
        return FRENCH_DUE.equalsIgnoreCase(composed) ? "due" : word.folded();
    }

    private Optional<Found> age() {
        int older = text.name(0, "older");
        if (older > 0) {
            return span(older, older + 1, true);
        }
        int last = text.name(0, "last");
        // "30 derniers jours"
        return last > 0
                ? span(last, last + 1, false)
                : words.size() > 1 && text.name(1, "last") > 0
                        ? span(0, 1 + text.name(1, "last"), false)
                        : Optional.empty();
    }

    private Optional<Found> span(int number, int unit, boolean older) {
        return text.count(number).flatMap(count -> text.unit(unit).map(found -> new Found(
                List.of(new Condition.Dated(new InvoicePeriod.Ago(count, found.unit(), older))),
                unit + found.words())));
    }

    /** "amount between 100 and 200" */
    private Optional<Found> amountBetween() {
        int noun = text.amount(0, "noun");
        return noun == 0
                ? Optional.empty()
                : between(noun);
    }

    private Optional<Found> between(int at) {
        int begin = at + text.name(at, "between");
        for (int and = begin + 1; begin > at && and < words.size() - 1; and++) {
            int ends = and + text.name(and, "and");
            Optional<Found> found = ends > and ? amounts(begin, and, ends) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * "100 to 500", "100 - 500"; two years are a season, or days, unless a currency stands beside them. Numbers in a chain, and
     * those that begin with zeros, are no amounts.
     */
    private Optional<Found> amountTo() {
        var spans = new DateSpans(words, text.order());
        for (int to = 1; to < words.size() - 1; to++) {
            int ends = to + (spans.isDash(to) ? 1 : spans.to(to));
            if (ends > to) {
                List<String> first = words.subList(0, to);
                List<String> last = words.subList(ends, Math.min(ends + 1, words.size()));
                boolean years = isYear(first) && isYear(last)
                        && (ends + 1 >= words.size() || !CurrencyWords.isOne(words.get(ends + 1)));
                return years || isFilledUp(first) || isFilledUp(last)
                        ? Optional.empty()
                        : amounts(0, to, ends).filter(found -> found.words() == words.size()
                                || (!spans.isDash(found.words()) && spans.to(found.words()) == 0));
            }
        }
        return Optional.empty();
    }

    /** The most words that are two amounts, the first from one place to another, the last from a third on. */
    private Optional<Found> amounts(int begin, int and, int ends) {
        List<String> first = words.subList(begin, and);
        for (int to = words.size(); to > ends; to--) {
            Optional<AmountRange> range = amounts(first, words.subList(ends, to));
            if (range.isPresent() && !text.isTime(ends, to - ends) && isInOneCurrency(first, to)) {
                return Optional.of(new Found(List.of(Condition.Total.of(range.get(),
                        String.join(" ", words.subList(begin, to)))), to));
            }
        }
        return Optional.empty();
    }

    /** The days from the first to the last; two whole years are days unless a currency stands beside them. */
    private Optional<Found> days() {
        return text.between(0)
                .filter(ends -> !isYear(ends.first()) || !isYear(ends.last()) || ends.words() == words.size()
                        || !CurrencyWords.isOne(words.get(ends.words())))
                .map(ends -> new Found(List.of(new Condition.Dated(ends.period())), ends.words()));
    }

    /** "since 1 Sep", "up to March 2026", "before last month", "from September on". */
    private Optional<Found> beside() {
        return text.besideInvoices(0).map(found -> new Found(found.periods().stream()
                .map(period -> new Condition.Dated(new InvoicePeriod.OnSide(period, found.side()))).toList(),
                found.words()));
    }

    /** "0001" is a number of something. */
    private static boolean isFilledUp(List<String> end) {
        return !end.isEmpty() && FILLED_UP.matcher(end.getFirst()).matches();
    }

    private static boolean isYear(List<String> end) {
        return end.size() == 1 && DateWords.year(end.getFirst()).isPresent();
    }

    /** Whether no currency is said of the first end, or the same right behind the last: one that is dropped would find others. */
    private boolean isInOneCurrency(List<String> first, int behind) {
        return first.stream().filter(CurrencyWords::isOne)
                .allMatch(currency -> behind < words.size() && words.get(behind).equals(currency));
    }

    private static Optional<AmountRange> amounts(List<String> first, List<String> last) {
        return AmountRange
                .parse(String.join(" ", first.stream().filter(word -> !CurrencyWords.isOne(word)).toList()) + ".."
                        + String.join(" ", last))
                .filter(range -> range.low() != null && range.high() != null);
    }
}
