package app.loupe.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a search that found nothing which of its texts stand in no invoice at all, and who is called nearly so. Of texts that
 * stand somewhere, and only not together, nothing is said.
 */
final class Nowhere {
    private final Books books;
    private final LocalDate today;

    private Nowhere(Books books, LocalDate today) {
        this.books = books;
        this.today = today;
    }

    /** The search with what has to be said; the same where its lines would have to be looked through and are not here. */
    static InvoiceQuery told(InvoiceQuery query, Books books, LocalDate today) {
        if (query.asksLines() && !books.hasLines()) {
            return query;
        }
        List<SearchHint> found = new Nowhere(books, today).in(query);
        if (found.isEmpty()) {
            return query;
        }
        var hints = new ArrayList<>(query.hints());
        hints.addAll(found);
        return new InvoiceQuery(query.typed(), query.terms(), query.unreadable(), hints);
    }

    private List<SearchHint> in(InvoiceQuery query) {
        return query.terms().stream().filter(term -> !term.excluded() && isText(term) && !stands(term))
                .map(term -> hint(term.token().text()))
                // of words that another hint is about it is said already why nothing was found
                .filter(hint -> query.hints().stream().noneMatch(other -> other.word().contains(hint.word())))
                .distinct().toList();
    }

    private static boolean isText(InvoiceQuery.Term term) {
        return term.readings().stream().allMatch(reading -> reading instanceof Condition.Text
                || reading instanceof Condition.Amount || reading instanceof Condition.In);
    }

    private boolean stands(InvoiceQuery.Term term) {
        // of a field of the row: the text may stand elsewhere, and the name would be one that was typed
        List<Condition> texts = term.readings().stream()
                .map(reading -> reading instanceof Condition.In in ? in.text() : reading).toList();
        var anywhere = new InvoiceQuery.Term(term.token(), texts);
        var alone = new InvoiceQuery(term.token().text(), List.of(anywhere), List.of(), List.of());
        return !books.findAlsoRemoved(InvoiceFilter.of(alone), today).rows().isEmpty();
    }

    private SearchHint hint(String word) {
        var names = new NearNames(books.parties().all().stream().map(Party::name).toList());
        return names.to(word).map(name -> new SearchHint(SearchHint.Kind.NEARLY, word, name))
                .orElseGet(() -> new SearchHint(SearchHint.Kind.NOWHERE, word));
    }
}
