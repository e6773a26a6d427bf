package app.loupe.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one connection that its {@link ColumnSegments} keep from the tables. */
final class ColumnSource {
    private final RowProjection invoices;
    private final ItemRows items;
    private final LineProjection printed;
    private final StateRows states;

    ColumnSource(StatelessSession session, String connection) {
        invoices = new RowProjection(session, connection);
        items = new ItemRows(session, connection);
        printed = new LineProjection(session, connection);
        states = new StateRows(session, connection);
    }

    /** The rows of a kind for the invoices from one id to another; for a kind that does not belong to invoices, all rows. */
    List<@Nullable Object[]> between(ColumnKind kind, long first, long last) {
        var rows = new ArrayList<@Nullable Object[]>();
        switch (kind) {
            case INVOICES -> invoices.between(first, last, rows::add);
            case INVOICE_ITEMS -> items.between(first, last, rows::add);
            case PRINTED -> printed.between(first, last, rows::add);
            case STATES -> states.between(first, last, rows::add);
            case ENTRIES -> items.entries(rows::add);
            case ITEMS -> states.items(rows::add);
        }
        return rows;
    }

    /** The rows of a kind with these ids. */
    List<@Nullable Object[]> some(ColumnKind kind, Collection<Long> ids) {
        var rows = new ArrayList<@Nullable Object[]>();
        switch (kind) {
            case INVOICES -> invoices.some(ids, rows::add);
            case INVOICE_ITEMS -> items.ofInvoices(ids, rows::add);
            case PRINTED -> printed.some(ids, rows::add);
            case ENTRIES -> items.entries(ids, rows::add);
            case STATES, ITEMS -> states.some(kind, ids, rows::add);
        }
        return rows;
    }
}
