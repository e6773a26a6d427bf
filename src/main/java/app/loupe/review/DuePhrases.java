package app.loupe.review;

import app.loupe.review.InvoicePeriod.Beside;
import java.util.List;
import java.util.Optional;

/**
 * Reads when money is due: {@code due next week}, {@code due until 6 December}, {@code due before 2026-12-06},
 * {@code due within 7 days}, {@code due between 1 and 15 December}, and the same in front of the word for due, as in
 * {@code bis 6. Dezember fällig}. {@code to pay this week} is all that is open and due up to the end of it: what is overdue has
 * to be paid as well, and {@code due this week} is without it. Whoever names both ends, or what has passed, means it alone.
 * {@code not due} without a time is what is open and due from today on.
 */
final class DuePhrases {
    /** What is open and due from today on: whoever says of debts that they are not due, or not overdue, does not mean what is paid. */
    static final Condition.Due NOT_DUE = new Condition.Due(new Beside(InvoicePeriod.Relative.TODAY, DaySide.FROM));

    private final PhraseText text;

    private DuePhrases(PhraseText text) {
        this.text = text;
    }

    /**
     * When something is due, and how many words say it.
     *
     * @param begins whether its first day was typed
     */
    private record When(List<InvoicePeriod> periods, DaySide side, boolean begins, int words) {
        List<Condition.Due> due(boolean toPay) {
            DaySide meant = toPay && side == DaySide.WITHIN && !begins ? DaySide.TO_PAY : side;
            return periods.stream()
                    .map(period -> meant == DaySide.WITHIN
                            ? Condition.Due.in(period)
                            : new Condition.Due(new Beside(period, meant)))
                    .toList();
        }
    }

    /** The phrase at the beginning; empty when there is none. */
    static Optional<PhraseWords.Found> first(PhraseText text) {
        var phrases = new DuePhrases(text);
        for (String word : List.of("due", "pay")) {
            boolean toPay = "pay".equals(word);
            int due = text.name(0, word);
            if (due > 0) {
                Optional<When> when = phrases.when(due);
                if (when.isPresent()) {
                    return when.map(found -> new PhraseWords.Found(found.due(toPay), due + found.words()));
                }
            }
        }
        int notDue = text.name(0, "not-due");
        if (notDue > 0 && phrases.when(notDue).isEmpty()) {
            return Optional.of(new PhraseWords.Found(List.of(NOT_DUE), notDue));
        }
        // "diese Woche fällig", "bis 6. Dezember zu zahlen"
        return phrases.when(0).flatMap(found -> List.of("due", "pay").stream()
                .filter(word -> text.name(found.words(), word) > 0)
                .map(word -> new PhraseWords.Found(found.due("pay".equals(word)),
                        found.words() + text.name(found.words(), word)))
                .findFirst());
    }

    private Optional<When> when(int at) {
        return ahead(at).or(() -> between(at)).or(() -> beside(at)).or(() -> in(at));
    }

    /** "within 7 days", "in den nächsten 7 Tagen", "dans les 7 prochains jours". */
    private Optional<When> ahead(int at) {
        int number = at + text.side(at, "within");
        return number == at
                ? Optional.empty()
                : text.count(number).flatMap(count -> {
                    int unit = number + 1 + text.side(number + 1, "coming");
                    return text.unit(unit).map(found -> new When(
                            List.of(new InvoicePeriod.Ahead(count, found.unit())), DaySide.WITHIN, false,
                            unit + found.words() - at));
                });
    }

    private Optional<When> between(int at) {
        return text.between(at).map(ends -> new When(List.of(ends.period()), DaySide.WITHIN, true, ends.words()));
    }

    private Optional<When> beside(int at) {
        return text.beside(at).map(found -> new When(found.periods(), found.side(), false, found.words()));
    }

    private Optional<When> in(int at) {
        // "en" is "in" in two languages and "and" in a third
        int from = at + Math.max(text.name(at, "by"), text.name(at, "and"));
        return text.period(from)
                .map(found -> new When(found.periods(), DaySide.WITHIN, false, from + found.words() - at));
    }
}
