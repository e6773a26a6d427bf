package app.loupe.review;

import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads phrases of several words: {@code due next week}, {@code older than 60 days}, {@code last 30 days},
 * {@code between 100 and 500}, {@code from 1 Sep to 30 Sep}, and the same in the other languages ({@link SearchWords}).
 */
final class PhraseWords {
    /** In words. */
    static final int LONGEST = 13;

    private static final int MAX_WORDS_OF_A_NAME = 4;
    private static final int MOST_DIGITS = 4;
    private static final Map<String, String> ENGLISH = Map.ofEntries(Map.entry("due", "due"), Map.entry("in", "by"),
            Map.entry("on", "by"), Map.entry("older-than", "older"), Map.entry("last", "last"),
            Map.entry("past", "last"),
            Map.entry("day", "days"), Map.entry("days", "days"), Map.entry("week", "weeks"),
            Map.entry("weeks", "weeks"),
            Map.entry("month", "months"), Map.entry("months", "months"), Map.entry("between", "between"),
            Map.entry("from", "between"), Map.entry("and", "and"), Map.entry("to", "and"));
    private static final Map<String, ChronoUnit> UNITS = Map.of("days", ChronoUnit.DAYS, "weeks", ChronoUnit.WEEKS,
            "months", ChronoUnit.MONTHS);

    // "dû" is what is due, and "du" without its accent is "of the"
    private static final String FRENCH_DUE = "d\u00fb";

    private final List<String> words;

    private PhraseWords(List<String> words) {
        this.words = words;
    }

    /**
     * A phrase that was found.
     *
     * @param readings what it may mean
     * @param words how many words it takes
     */
    record Found(List<? extends Condition> readings, int words) {}

    /** The phrase that begins with the first of these folded words; empty when they are something else. */
    static Optional<Found> first(List<String> folded) {
        var words = new PhraseWords(folded.subList(0, Math.min(LONGEST, folded.size())));
        return words.due().or(words::age).or(words::between);
    }

    /** The unit that a folded word is; empty when it is none. */
    static Optional<ChronoUnit> unit(String word) {
        return Optional.ofNullable(UNITS.get(ENGLISH.getOrDefault(word, SearchWords.phrase(word))));
    }

    /** A word as phrases have it. */
    static String folded(QueryWords.Word word) {
        String composed = Normalizer.normalize(word.text(), Normalizer.Form.NFC);
        return FRENCH_DUE.equalsIgnoreCase(composed) ? "due" : word.folded();
    }

    /** How many words from a place on are a name of this meaning; 0 if none are. */
    private int name(int at, String meaning) {
        for (int count = Math.min(MAX_WORDS_OF_A_NAME, words.size() - at); count > 0; count--) {
            String name = String.join("-", words.subList(at, at + count));
            if (meaning.equals(SearchWords.phrase(name)) || meaning.equals(ENGLISH.get(name))) {
                return count;
            }
        }
        return 0;
    }

    private Optional<Found> due() {
        int due = name(0, "due");
        if (due > 0) {
            // "en" is "in" in two languages and "and" in a third
            int from = due + Math.max(name(due, "by"), name(due, "and"));
            return period(from).map(found -> due(found, from + found.words()));
        }
        // "diese Woche fällig"
        return period(0).filter(found -> name(found.words(), "due") > 0)
                .map(found -> due(found, found.words() + name(found.words(), "due")));
    }

    private static Found due(DateWords.Found found, int count) {
        return new Found(found.periods().stream().map(Condition.Due::new).toList(), count);
    }

    /** The longest period from a place on. */
    private Optional<DateWords.Found> period(int at) {
        List<String> rest = words.subList(Math.min(at, words.size()), words.size());
        for (int count = Math.min(MAX_WORDS_OF_A_NAME, rest.size()); count > 0; count--) {
            int taken = count;
            Optional<InvoicePeriod> named = Keywords.period(String.join("-", rest.subList(0, count)));
            if (named.isPresent()) {
                return named.map(period -> new DateWords.Found(List.of(period), taken));
            }
        }
        return DateWords.first(rest);
    }

    private Optional<Found> age() {
        int older = name(0, "older");
        if (older > 0) {
            return span(older, older + 1, true);
        }
        int last = name(0, "last");
        // "30 derniers jours"
        return last > 0
                ? span(last, last + 1, false)
                : words.size() > 1 && name(1, "last") > 0 ? span(0, 1 + name(1, "last"), false) : Optional.empty();
    }

    private Optional<Found> span(int number, int unit, boolean older) {
        if (number >= words.size() || !words.get(number).matches("\\d{1," + MOST_DIGITS + "}")) {
            return Optional.empty();
        }
        int count = Integer.parseInt(words.get(number));
        return UNITS.entrySet().stream().filter(one -> name(unit, one.getKey()) > 0)
                .map(one -> new Found(List.of(new Condition.Dated(new InvoicePeriod.Ago(count, one.getValue(), older))),
                        unit + name(unit, one.getKey())))
                .findFirst();
    }

    private Optional<Found> between() {
        int begin = name(0, "between");
        for (int and = begin + 1; begin > 0 && and < words.size() - 1; and++) {
            int ends = and + name(and, "and");
            if (ends > and) {
                List<String> first = words.subList(begin, and);
                for (int to = words.size(); to > ends; to--) {
                    Optional<Condition> found = DateEnds.between(first, words.subList(ends, to))
                            .<Condition>map(Condition.Dated::new);
                    if (found.isPresent()) {
                        return Optional.of(new Found(List.of(found.get()), to));
                    }
                }
                for (int to = words.size(); to > ends; to--) {
                    Optional<AmountRange> range = amounts(first, words.subList(ends, to));
                    if (range.isPresent() && isInOneCurrency(first, to)) {
                        return Optional.of(new Found(List.of(new Condition.Total(range.get())), to));
                    }
                }
            }
        }
        return Optional.empty();
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
