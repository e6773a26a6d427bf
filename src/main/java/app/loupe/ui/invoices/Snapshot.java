package app.loupe.ui.invoices;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.review.Books;
import app.loupe.review.Contents;
import app.loupe.review.Found;
import app.loupe.review.Grouped;
import app.loupe.review.Grouping;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.Marks;
import app.loupe.review.Rankings;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.review.SetAside;
import app.loupe.review.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The books of the selected connections as they were at one moment, with what the screen says about all of them; immutable,
 * asked on any thread.
 *
 * @param of the connections
 * @param widest what the widest cells hold
 */
record Snapshot(Books books, List<ConnectionProfile> of, Map<ConnectionId, String> connectionNames, Contents contents,
        ColumnContents widest, Rankings rankings) {
    static final Snapshot EMPTY = of(Books.EMPTY, List.of(), Locale.ROOT);

    static Snapshot of(Books books, List<ConnectionProfile> connections, Locale locale) {
        Map<ConnectionId, String> names = new Chosen(connections).names();
        Contents contents = Contents.of(books);
        return new Snapshot(books, List.copyOf(connections), names, contents, ColumnContents.of(books, contents),
                new Rankings(books, locale, id -> names.getOrDefault(id, "")));
    }

    /**
     * What was asked for.
     *
     * @param of the connections
     * @param chosen in search field and chips
     * @param aside which of the chips the search sets aside
     * @param by what puts the rows together
     */
    record Asked(List<ConnectionProfile> of, FilterChoice.State chosen, SetAside aside, Optional<Grouping> by) {}

    /**
     * What the table shows.
     *
     * @param asked what it answers; empty before anything was read
     * @param groups which follow each other in the rows; none when nothing puts them together
     */
    record Result(Optional<Asked> asked, RowList rows, Totals totals, List<Grouped.Group> groups) {
        static final Result EMPTY = new Result(Optional.empty(), Books.EMPTY.list(), Totals.NONE, List.of());

        /** {@inheritDoc} Asked by the window's thread with every answer: no row is made for it. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Result that && rows.isOf(that.rows) && totals.equals(that.totals)
                    && groups.equals(that.groups);
        }

        @Override
        public int hashCode() {
            return totals.hashCode();
        }
    }

    /** The row of this invoice; empty when it is not in the copy. */
    Optional<ReviewRow> row(InvoiceKey key) {
        OptionalInt row = books.rowOf(key);
        return row.isPresent() ? Optional.of(books.row(row.getAsInt())) : Optional.empty();
    }

    /** Filters, orders, puts together and adds up. */
    Result ask(FilterChoice.State chosen, InvoiceFilter filter, InvoiceOrder order, Optional<Grouping> by,
            LocalDate today, Marks marks) {
        Found found = books.find(filter, today, marks);
        Grouped grouped = by.map(one -> rankings.grouped(found, order, one))
                .orElseGet(() -> new Grouped(books.list(rankings.sorted(found, order)), List.of()));
        return new Result(Optional.of(new Asked(of, chosen, new SetAside(filter), by)), grouped.rows(), found.totals(),
                grouped.groups());
    }
}
