package app.loupe.app;

import app.loupe.app.commands.RowSelection;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.LineHits;
import app.loupe.review.ReviewRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gives the command line the window's search: its words, and the lines that hold them. */
final class QuerySelection implements RowSelection {
    private final InvoiceReader reader;
    private final Clock clock;

    QuerySelection(InvoiceReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public List<InvoiceRow> select(Set<ConnectionId> connections, String query, boolean removedToo)
            throws ProblemException {
        // what cannot be read is told before the copy is
        InvoiceQuery.parse(query, Set.of());
        List<InvoiceRow> rows = reader.rows(connections);
        Set<String> currencies = rows.stream().map(InvoiceRow::currency).collect(Collectors.toUnmodifiableSet());
        InvoiceQuery parsed = InvoiceQuery.parse(query, currencies);
        var hits = new LineHits(reader.withLines(connections, parsed.lineTerms()));
        var filter = InvoiceFilter.of(parsed);
        LocalDate today = LocalDate.now(clock);
        Predicate<ReviewRow> wanted = removedToo ? filter.on(today, hits) : filter.shownOn(today, hits);
        return rows.stream().filter(row -> wanted.test(ReviewRow.of(row))).toList();
    }
}
