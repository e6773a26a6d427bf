package app.loupe.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StatelessSession;

/**
 * Keeps a line from standing twice: one that moved here from another entry is removed there. Call before the rows are
 * written.
 */
final class MovedLines {
    private final StatelessSession session;
    private final String connection;
    private final CopyTransaction copy;

    MovedLines(StatelessSession session, String connection, CopyTransaction copy) {
        this.session = session;
        this.connection = connection;
        this.copy = copy;
    }

    /**
     * Removes these lines from where they are, because they now stand on invoices.
     *
     * @param replaced the invoices whose own lines are replaced anyway
     */
    void toInvoices(Collection<Long> lines, List<Long> replaced) {
        Set<Long> elsewhere = new LineIds(session, connection).add(lines);
        if (!elsewhere.isEmpty()) {
            elsewhere.removeAll(items(replaced));
            new LineDocuments(session, connection).of(replaced).values()
                    .forEach(own -> own.forEach(line -> elsewhere.remove(line.id)));
            unpack(elsewhere);
            leave(elsewhere);
            copy.remove(CountedRows.ITEMS, CopyTransaction.By.ID, elsewhere);
        }
    }

    /** The same for items of other entries; one that is a row is replaced by its new row. */
    void toEntries(Collection<Long> items) {
        Set<Long> elsewhere = new LineIds(session, connection).add(items);
        unpack(elsewhere);
        leave(elsewhere);
    }

    /** Marks the invoices of these rows to be read again: what is left of them differs from what was stored. */
    private void leave(Set<Long> rows) {
        var owners = new HashSet<Long>();
        for (List<Long> chunk : CopyTransaction.chunks(rows)) {
            owners.addAll(session.createSelectionQuery("select l.invoiceId from LineEntity l where l.connectionId = :c "
                    + "and l.id in (:ids) and l.invoiceId is not null", Long.class).setParameter("c", connection)
                    .setParameter("ids", chunk).list());
        }
        copy.readAgain(owners);
    }

    private void unpack(Set<Long> lines) {
        var packed = new HashSet<>(lines);
        packed.removeAll(copy.known(CountedRows.ITEMS, "", lines).keySet());
        if (!packed.isEmpty()) {
            new LineDocuments(session, connection).takeAway(packed, copy);
        }
    }

    private Set<Long> items(List<Long> invoices) {
        var items = new HashSet<Long>();
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            items.addAll(session.createSelectionQuery("select l.id from LineEntity l where l.connectionId = :c "
                    + "and l.invoiceId in (:ids)", Long.class).setParameter("c", connection)
                    .setParameter("ids", chunk).list());
        }
        return items;
    }
}
