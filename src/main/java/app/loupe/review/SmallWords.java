package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.LineTerm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leaves small words out of a search that stand in no name beside what they were typed with: {@code invoices from Acme} looks
 * for Acme, and {@code Smith and Sons} finds {@code Smith & Sons}, unless there is a Smith and Sons. A hint says which were left
 * out, because that widens a search. What is quoted, excluded or behind the name of a field stays, and so does a search of
 * nothing else.
 */
final class SmallWords {
    private static final Set<String> ENGLISH = Set.of("from", "of", "by", "to", "for", "and", "with", "the", "a", "an",
            "in", "at", "on", "&");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final InvoiceQuery query;
    private final Books books;
    private final List<InvoiceQuery.Term> terms;

    private SmallWords(InvoiceQuery query, Books books) {
        this.query = query;
        this.books = books;
        terms = query.terms();
    }

    /** The search over these books; the same where nothing is left out. */
    static InvoiceQuery leftOut(InvoiceQuery query, Books books) {
        return new SmallWords(query, books).fitted();
    }

    private InvoiceQuery fitted() {
        var out = new ArrayList<InvoiceQuery.Term>();
        for (int from = 0; from < terms.size(); from++) {
            int to = from;
            while (to < terms.size() && isSmall(terms.get(to))) {
                to++;
            }
            if (to > from && !stands(from, to)) {
                out.addAll(terms.subList(from, to));
            }
            from = Math.max(from, to);
        }
        if (out.isEmpty() || out.size() == terms.size()) {
            return query;
        }
        var hints = new ArrayList<>(query.hints());
        hints.add(new SearchHint(SearchHint.Kind.SMALL_WORD,
                out.stream().map(term -> term.token().text()).distinct().collect(Collectors.joining(", "))));
        return new InvoiceQuery(query.typed(), terms.stream().filter(term -> !out.contains(term)).toList(),
                query.unreadable(), hints);
    }

    private boolean isSmall(InvoiceQuery.Term term) {
        String folded = Folding.fold(term.token().text());
        return term.token().kind() == Token.Kind.TEXT && isPlain(term)
                && (ENGLISH.contains(folded) || SearchWords.isSmall(folded));
    }

    private boolean isPlain(InvoiceQuery.Term term) {
        return term.token().isPlain(query.typed());
    }

    /** Whether these words stand somewhere beside the text in front of them and what is behind them. */
    private boolean stands(int from, int to) {
        boolean before = from > 0 && isPlain(terms.get(from - 1)) && isText(terms.get(from - 1));
        boolean behind = to < terms.size() && isPlain(terms.get(to));
        if (!before && !behind) {
            return false;
        }
        Token first = terms.get(before ? from - 1 : from).token();
        Token last = terms.get(behind ? to : to - 1).token();
        String typed = BLANKS.matcher(query.typed().substring(first.start(), last.end())).replaceAll(" ");
        // "from Acme" stands in many a line that has nothing to do with a name
        boolean inLines = before && behind && isText(terms.get(to));
        List<String> forms = Folding.forms(typed).stream().map(RowTexts::encoded).toList();
        RowTests.Test lines = RowTests.inLines(new LineTerm.Text(typed, false));
        return books.pages().stream().anyMatch(page -> {
            var all = new BitSet(Sheet.MOST);
            all.set(0, page.sheet().count);
            return !page.sheet().search.holding(forms, false, all).isEmpty()
                    || (inLines && !lines.rows(page, all).isEmpty());
        });
    }

    private static boolean isText(InvoiceQuery.Term term) {
        return term.token().kind() == Token.Kind.TEXT || term.token().kind() == Token.Kind.NUMBER;
    }
}
