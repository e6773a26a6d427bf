package app.loupe.store;

import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.HashSet;
import java.util.Map;
import org.hibernate.StatelessSession;

/**
 * Adds and removes rows of one connection within one transaction, and counts them. Rows are replaced, never updated in
 * place: statements by id alone would not name the user.
 */
final class CopyTransaction {
    /** Ids in one {@code IN} list: H2 walks the list for each row that it finds, and more of them cost more than statements. */
    static final int CHUNK = 100;
    /** Ids in one list when no row is expected: then there is nothing to walk it for. */
    private static final int MANY = 1_000;

    /** By which of their ids rows are named. */
    enum By {
        /** Their own. */
        ID("id"),
        /** That of the invoice they belong to. */
        INVOICE("invoiceId");

        private final String field;

        By(String field) {
            this.field = field;
        }
    }

    private final StatelessSession session;
    private final String connection;
    private final LedgeredSession.Delta delta;

    CopyTransaction(StatelessSession session, String connection, LedgeredSession.Delta delta) {
        this.session = session;
        this.connection = connection;
        this.delta = delta;
    }

    /**
     * What the copy knows of a stored record.
     *
     * @param present false for an invoice that had been marked as gone: whatever the server says of it is news
     */
    record Known(long rowHash, long contentHash, Instant writeDate, boolean present) {
        boolean says(ContentHash hash) {
            return present && rowHash == hash.summand() && contentHash == hash.second();
        }
    }

    static <T> List<List<T>> chunks(Collection<T> all) {
        return chunks(all, CHUNK);
    }

    /** Cuts a list into parts of at most this size. */
    static <T> List<List<T>> chunks(Collection<T> all, int size) {
        var list = List.copyOf(all);
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += size) {
            chunks.add(list.subList(from, Math.min(from + size, list.size())));
        }
        return chunks;
    }

    /** The stored records among these ids. */
    Map<Long, Known> known(CountedRows kind, String condition, Collection<Long> ids) {
        var known = new HashMap<Long, Known>();
        for (List<Long> chunk : chunks(ids)) {
            session.createSelectionQuery(
                    "select e.id, e.rowHash, e.contentHash, e.writeDate from " + kind.query()
                            + " e where e.connectionId = :c and e.id in (:ids)" + condition,
                    Object[].class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(r -> known.put((Long) r[0], new Known((Long) r[1], (Long) r[2], (Instant) r[3], true)));
        }
        return known;
    }

    /**
     * Whether no row has an id in the range of these. For a page that comes for the first time one look tells
     * this, while a list of ids is looked up one by one.
     */
    boolean isClear(CountedRows kind, By by, Collection<Long> ids) {
        return ids.isEmpty() || session.createSelectionQuery("select e." + by.field + " from " + kind.query()
                + " e where e.connectionId = :c and e." + by.field + " >= :least and e." + by.field + " <= :greatest",
                Long.class)
                .setParameter("c", connection).setParameter("least", Collections.min(ids))
                .setParameter("greatest", Collections.max(ids)).setMaxResults(1).list().isEmpty();
    }

    /**
     * The ids among these that rows have; for ids of which most likely none is there. Asks for many ids in one
     * statement, which would be expensive if they were there.
     */
    Set<Long> unexpected(CountedRows kind, By by, Collection<Long> ids) {
        var found = new HashSet<Long>();
        if (isClear(kind, by, ids)) {
            return found;
        }
        for (List<Long> chunk : chunks(ids, MANY)) {
            found.addAll(session.createSelectionQuery("select distinct e." + by.field + " from " + kind.query()
                    + " e where e.connectionId = :c and e." + by.field + " in (:ids)", Long.class)
                    .setParameter("c", connection).setParameter("ids", chunk).list());
        }
        return found;
    }

    /** Removes the rows that have one of these ids. */
    int remove(CountedRows kind, By by, Collection<Long> ids) {
        int removed = 0;
        changes(kind, by, ids);
        for (List<Long> chunk : chunks(ids)) {
            String where = " from " + kind.query() + " e where e.connectionId = :c and e." + by.field + " in (:ids)";
            Object[] sums = session.createSelectionQuery("select " + kind.sums() + where, Object[].class)
                    .setParameter("c", connection).setParameter("ids", chunk).getSingleResult();
            Holding found = kind.holding(sums, 0);
            if (found.tally().rows() > 0) {
                session.createMutationQuery("delete" + where).setParameter("c", connection)
                        .setParameter("ids", chunk).executeUpdate();
                delta.remove(found);
                removed += (int) found.tally().rows();
            }
        }
        return removed;
    }

    /** Notes that the columns of these rows are out of date. */
    private void changes(CountedRows kind, By by, Collection<Long> ids) {
        switch (kind) {
            case INVOICES, LINES -> delta.invoices(ids);
            case ITEMS -> {
                switch (by) {
                    case INVOICE -> delta.invoices(ids);
                    case ID -> {
                        delta.entries(ids);
                        delta.invoices(owners(ids));
                    }
                }
            }
            case PAYMENTS, PARTNERS, PRODUCTS -> {
                // in no column
            }
        }
    }

    private Set<Long> owners(Collection<Long> items) {
        var owners = new HashSet<Long>();
        for (List<Long> chunk : chunks(items)) {
            owners.addAll(session.createSelectionQuery("select l.invoiceId from LineEntity l where l.connectionId = :c "
                    + "and l.id in (:ids) and l.invoiceId is not null", Long.class).setParameter("c", connection)
                    .setParameter("ids", chunk).list());
        }
        return owners;
    }

    /** Adds rows of one entity. */
    void add(List<? extends CountedEntity> rows) {
        if (!rows.isEmpty()) {
            RowInserts.insert(session, rows);
            delta.add(CountedRows.sum(rows));
            rows.forEach(this::comes);
        }
    }

    private void comes(CountedEntity row) {
        switch (row) {
            case InvoiceEntity invoice -> delta.invoices(List.of(invoice.id));
            case InvoiceLinesEntity lines -> delta.invoices(List.of(lines.invoiceId));
            case LineEntity item when item.invoiceId != null -> delta.invoices(List.of(item.invoiceId));
            case LineEntity item -> delta.entries(List.of(item.id));
            case PaymentEntity payment -> {
                // in no column
            }
            case PartnerEntity partner -> {
                // as above
            }
            case ProductEntity product -> {
                // as above
            }
        }
    }

    /** Marks invoices as never read, so that the next sync brings them again. */
    void readAgain(Collection<Long> invoices) {
        delta.invoices(invoices);
        for (List<Long> chunk : chunks(invoices)) {
            session.createMutationQuery("update InvoiceEntity i set i.contentHash = 0, i.writeDate = :never "
                    + "where i.connectionId = :c and i.id in (:ids)").setParameter("never", Stamp.NEVER)
                    .setParameter("c", connection).setParameter("ids", chunk).executeUpdate();
        }
    }

    /** Notes that the payments of these invoices are not found; of those that are no news that is noted already. */
    int doubtPayments(Collection<Long> invoices) {
        int doubted = 0;
        delta.invoices(invoices);
        for (List<Long> chunk : chunks(invoices)) {
            doubted += session.createMutationQuery("update InvoiceEntity i set i.paymentsAt = null "
                    + "where i.connectionId = :c and i.id in (:ids) and (i.paymentsAt is null or i.paymentsAt <> :quiet)")
                    .setParameter("c", connection).setParameter("quiet", StoredChanges.NO_NEWS)
                    .setParameter("ids", chunk).executeUpdate();
        }
        return doubted;
    }

    /** Notes that the payments of these invoices are found for the version that is here. */
    void foundPayments(Collection<Long> invoices) {
        for (List<Long> chunk : chunks(invoices)) {
            List<Long> news = session.createSelectionQuery("select i.id from InvoiceEntity i where i.connectionId = :c "
                    + "and i.id in (:ids) and (i.paymentsAt is null or i.paymentsAt <> i.writeDate)", Long.class)
                    .setParameter("c", connection).setParameter("ids", chunk).list();
            if (!news.isEmpty()) {
                delta.invoices(news);
                session.createMutationQuery("update InvoiceEntity i set i.paymentsAt = i.writeDate "
                        + "where i.connectionId = :c and i.id in (:ids)").setParameter("c", connection)
                        .setParameter("ids", news).executeUpdate();
            }
        }
    }

    /** Marks those of these invoices that are in another state of presence, and returns how many those were. */
    int mark(Collection<Long> ids, Presence presence, Instant when) {
        int marked = 0;
        delta.invoices(ids);
        for (List<Long> chunk : chunks(ids)) {
            delta.gone(session.createSelectionQuery("select coalesce(sum(case when i.presence = 'PRESENT' then 1L "
                    + "else 0L end), 0L) from InvoiceEntity i where i.connectionId = :c and i.id in (:ids)",
                    Long.class).setParameter("c", connection).setParameter("ids", chunk).getSingleResult());
            marked += session.createMutationQuery("update InvoiceEntity i set i.presence = :presence, "
                    + "i.missingSince = :when where i.connectionId = :c and i.id in (:ids) "
                    + "and i.presence <> :presence").setParameter("presence", presence.name())
                    .setParameter("when", when).setParameter("c", connection).setParameter("ids", chunk)
                    .executeUpdate();
        }
        return marked;
    }

    /** Sets the write date of records whose content did not change. */
    void touch(CountedRows kind, Map<Long, Instant> writeDates) {
        switch (kind) {
            case INVOICES -> delta.invoices(writeDates.keySet());
            case ITEMS -> delta.entries(writeDates.keySet());
            case LINES, PAYMENTS, PARTNERS, PRODUCTS -> {
                // in no column, or without a date
            }
        }
        writeDates.forEach((id, date) -> session
                .createMutationQuery(
                        "update " + kind.query()
                                + " e set e.writeDate = :date where e.connectionId = :c and e.id = :id")
                .setParameter("date", date).setParameter("c", connection).setParameter("id", id).executeUpdate());
    }
}
