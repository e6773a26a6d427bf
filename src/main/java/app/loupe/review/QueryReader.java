package app.loupe.review;

import app.loupe.domain.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts what an owner typed into words and phrases and gives each its meaning; see {@link InvoiceQuery}. */
final class QueryReader {
    // nobody types more; a pasted page must not make a thousand searches
    private static final int MAX_TERMS = 24;
    private static final int MAX_CHARACTERS = 400;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final List<InvoiceQuery.Term> terms = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    QueryReader(String typed) {
        text = typed.length() > MAX_CHARACTERS ? typed.substring(0, MAX_CHARACTERS) : typed;
    }

    private record Word(String text, boolean quoted, boolean excluded) {
        boolean isBare() {
            return !quoted;
        }
    }

    InvoiceQuery read() {
        cut();
        int next = 0;
        while (next < words.size() && terms.size() < MAX_TERMS) {
            next += take(next);
        }
        return new InvoiceQuery(text, terms, unreadable);
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean excluded = text.charAt(at) == '-';
            int start = excluded ? at + 1 : at;
            at = start < text.length() && text.charAt(start) == '"' ? phrase(start, excluded) : word(start, excluded);
        }
    }

    private int phrase(int quote, boolean excluded) {
        int close = text.indexOf('"', quote + 1);
        int end = close < 0 ? text.length() : close;
        String inside = text.substring(quote + 1, end).strip();
        if (close < 0) {
            unreadable.add(text.substring(quote));
        }
        if (!inside.isEmpty()) {
            words.add(new Word(inside, true, excluded));
        }
        return close < 0 ? end : close + 1;
    }

    private int word(int start, boolean excluded) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (end == start) {
            unreadable.add("-");
        } else {
            words.add(new Word(text.substring(start, end), false, excluded));
        }
        return end;
    }

    /** Gives the word at a place its meaning, together with the next one when both make one name. */
    private int take(int at) {
        Word word = words.get(at);
        if (word.isBare() && at + 1 < words.size() && words.get(at + 1).isBare() && !words.get(at + 1).excluded()) {
            Optional<Condition> pair = Keywords
                    .find(Folding.fold(word.text()) + "-" + Folding.fold(words.get(at + 1).text()));
            if (pair.isPresent() && !isMonth(pair.get())) {
                add(pair.get(), word);
                return 2;
            }
        }
        add(meaning(word), word);
        return 1;
    }

    /** "2026 03" is a year and a text, not a month. */
    private static boolean isMonth(Condition condition) {
        return condition instanceof Condition.Dated dated && dated.period() instanceof InvoicePeriod.OfMonth;
    }

    private Condition meaning(Word word) {
        String folded = Folding.fold(word.text());
        var asText = new Condition.Text(word.text(), folded);
        if (word.quoted()) {
            return folded.contains(" ") ? Keywords.find(folded.replace(' ', '-')).orElse(asText) : asText;
        }
        Optional<Condition> known = AmountRange.parse(folded).<Condition>map(Condition.Amount::new)
                .or(() -> Keywords.find(folded));
        if (known.isEmpty() && (AmountRange.isMeant(folded) || Keywords.isMonthMeant(folded))) {
            unreadable.add(word.text());
        }
        return known.orElse(asText);
    }

    private void add(Condition condition, Word word) {
        terms.add(new InvoiceQuery.Term(condition, word.excluded()));
    }
}
