package app.loupe.app;

import app.loupe.app.commands.RowSelection;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.LineHits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Gives the command line the window's search: its words, and the lines that hold them. */
final class QuerySelection implements RowSelection {
    private final InvoiceReader reader;
    private final Clock clock;

    QuerySelection(InvoiceReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Predicate<InvoiceRow> select(Set<ConnectionId> connections, String query) throws ProblemException {
        InvoiceQuery parsed = InvoiceQuery.parse(query);
        Map<String, Set<InvoiceKey>> byText = new HashMap<>();
        for (String text : parsed.textTerms()) {
            byText.put(text, reader.withLineText(connections, text));
        }
        var filter = InvoiceFilter.of(parsed);
        var hits = new LineHits(byText);
        LocalDate today = LocalDate.now(clock);
        return row -> filter.test(row, today, hits);
    }
}
