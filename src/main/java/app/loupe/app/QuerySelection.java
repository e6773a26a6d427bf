package app.loupe.app;

import app.loupe.app.commands.RowSelection;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.ProblemException;
import app.loupe.review.Books;
import app.loupe.review.Contents;
import app.loupe.review.DayOrder;
import app.loupe.review.Found;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Marks;
import app.loupe.review.RowList;
import app.loupe.review.Shelf;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** Gives the command line the window's search over the same books; lines are read only for words that may stand there. */
final class QuerySelection implements RowSelection {
    private final Shelf shelf;
    private final OwnerNotes notes;
    private final Clock clock;

    QuerySelection(Shelf shelf, OwnerNotes notes, Clock clock) {
        this.shelf = shelf;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public Selected find(Set<ConnectionId> connections, String query, DayOrder order, boolean removedToo)
            throws ProblemException {
        // what cannot be read is told before the copy is
        InvoiceQuery.parse(query, Set.of(), order);
        Books books = shelf.books(connections);
        InvoiceQuery parsed = InvoiceQuery.parse(query, Set.copyOf(Contents.of(books).currencies()), order);
        if (parsed.asksLines()) {
            books = shelf.withLines(connections);
        }
        InvoiceQuery fitted = books.fitted(parsed);
        InvoiceFilter filter = InvoiceFilter.of(fitted);
        LocalDate today = LocalDate.now(clock);
        Marks marks = parsed.asksMarks()
                ? new Marks(notes.marks(connections), notes.news(connections), clock.getZone())
                : Marks.NONE;
        Found found = removedToo
                ? books.findAlsoRemoved(filter, today, marks)
                : books.find(filter, today, marks);
        RowList rows = books.list(found.inOrder()).newestFirst();
        return new Selected(rows.isEmpty() ? books.toldOfNowhere(fitted, today) : fitted, rows);
    }
}
