package app.loupe.review;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Reads since when, or until when, what is overdue was due: {@code overdue since 1 Sep}, {@code overdue until 31 Oct},
 * {@code overdue between 1 Sep and 30 Sep}, and the same in front of the word, as in {@code seit 1. September überfällig}.
 */
final class OverduePhrases {
    private static final int MAX_WORDS_OF_A_NAME = 4;

    private final PhraseText text;
    private final List<String> words;

    private OverduePhrases(PhraseText text) {
        this.text = text;
        words = text.words();
    }

    /** The days that were found, any of them, and how many words say them. */
    private record Days(List<InvoicePeriod> periods, int words) {
        PhraseWords.Found with(int others) {
            return new PhraseWords.Found(
                    periods.stream().map(period -> new Condition.Due(new InvoicePeriod.Overdue(period))).toList(),
                    words + others);
        }
    }

    /** The phrase at the beginning; empty when there is none. */
    static Optional<PhraseWords.Found> first(PhraseText text) {
        var phrases = new OverduePhrases(text);
        int overdue = phrases.name(0);
        if (overdue > 0) {
            return phrases.days(overdue).map(days -> days.with(overdue));
        }
        ToIntFunction<Days> behind = days -> phrases.isOfDaysLate(days.words()) ? 0 : phrases.name(days.words());
        return phrases.days(0).filter(days -> behind.applyAsInt(days) > 0)
                .map(days -> days.with(behind.applyAsInt(days)));
    }

    /** How many words from a place on are a word for overdue; 0 if none are. */
    private int name(int at) {
        int most = Math.min(MAX_WORDS_OF_A_NAME, words.size() - at);
        return IntStream.rangeClosed(1, Math.max(0, most)).map(i -> most + 1 - i)
                .filter(count -> Keywords.isOverdue(String.join("-", words.subList(at, at + count)))).findFirst()
                .orElse(0);
    }

    /** Whether the word for overdue belongs to what stands behind it, as in {@code since 1 Sep overdue >60}. */
    private boolean isOfDaysLate(int at) {
        int most = Math.min(LateWords.LONGEST, words.size() - at);
        return IntStream.rangeClosed(name(at) + 1, most)
                .anyMatch(count -> LateWords.read(words.subList(at, at + count)).isPresent());
    }

    private Optional<Days> days(int at) {
        return text.between(at).map(ends -> new Days(List.of(ends.period()), ends.words()))
                .or(() -> text.besideInvoices(at).map(found -> new Days(found.periods().stream()
                        .<InvoicePeriod>map(period -> new InvoicePeriod.OnSide(period, found.side())).toList(),
                        found.words())));
    }
}
