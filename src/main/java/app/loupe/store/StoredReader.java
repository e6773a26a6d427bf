package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemException;
import app.loupe.store.StoredInvoices.Lines;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The local copy as screens and exports read it. */
final class StoredReader implements InvoiceReader {
    /**
     * Invoices read at once with their lines. This many are freed soon; more would outlive a garbage collection and fill
     * the memory for long.
     */
    private static final int STREAM_INVOICES = 100;
    /** Looking up one invoice costs as much as reading this many consecutive ones. */
    private static final long LOOKED_FOR = 5;

    private final LedgeredSession session;

    StoredReader(LedgeredSession session) {
        this.session = session;
    }

    @Override
    public void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) throws ProblemException {
        if (!connections.isEmpty()) {
            session.give(consumer,
                    (s, taker) -> connections.forEach(one -> new RowProjection(s, one.value()).each(taker)));
        }
    }

    @Override
    public List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) throws ProblemException {
        return session.read(s -> new RowProjection(s, connection.value()).rows(ids));
    }

    @Override
    public List<InvoiceRow> reversals(InvoiceKey key) throws ProblemException {
        String connection = key.connection().value();
        return session.read(s -> {
            List<Long> ids = s.createSelectionQuery(
                    "select i.id from InvoiceEntity i where i.connectionId = :c and i.reversedEntry.id = :entry",
                    Long.class).setParameter("c", connection).setParameter("entry", key.id()).list();
            return ids.isEmpty() ? List.of() : new RowProjection(s, connection).rows(Set.copyOf(ids));
        });
    }

    @Override
    public void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) throws ProblemException {
        if (!connections.isEmpty()) {
            session.give(consumer,
                    (s, taker) -> connections.forEach(one -> new LineProjection(s, one.value()).each(taker)));
        }
    }

    @Override
    public void printedLines(ConnectionId connection, Set<Long> invoices, Consumer<PrintedLine> consumer)
            throws ProblemException {
        session.give(consumer, (s, taker) -> new LineProjection(s, connection.value()).each(invoices, taker));
    }

    @Override
    public Optional<Invoice> invoice(InvoiceKey key) throws ProblemException {
        String connection = key.connection().value();
        return session
                .read(s -> invoices(s, connection, key.id() - 1, key.id(), Names.few(s, connection), Lines.ALL).stream()
                        .findFirst());
    }

    /** {@inheritDoc} Each part of them is read in a transaction of its own. */
    @Override
    public Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) throws ProblemException {
        var payments = new HashMap<Long, List<Payment>>();
        // in the order of the ids, as the rows lie
        for (List<Long> part : CopyTransaction.chunks(invoices.stream().sorted().toList())) {
            payments.putAll(session.read(s -> new PaymentRows(s, connection.value()).of(part)));
        }
        return payments;
    }

    @Override
    public Optional<Partner> partner(ConnectionId connection, long id) throws ProblemException {
        return partner(connection, "id", id);
    }

    @Override
    public Optional<Partner> companyContact(ConnectionId connection, long company) throws ProblemException {
        return partner(connection, "ownCompanyId", company);
    }

    /** The first one, should the server have made one company of two. */
    private Optional<Partner> partner(ConnectionId connection, String field, long value) throws ProblemException {
        return session.read(s -> s
                .createSelectionQuery("from PartnerEntity p where p.connectionId = :c and p." + field
                        + " = :value order by p.id", PartnerEntity.class)
                .setParameter("c", connection.value()).setParameter("value", value).setMaxResults(1)
                .uniqueResultOptional()
                .map(row -> MasterMapper.partner(row, Names.few(s, connection.value()))));
    }

    /** By a query of its own: to make each invoice for it costs more than a whole list of them. */
    @Override
    public Map<Long, LocalDate> accountingDates(ConnectionId connection) throws ProblemException {
        return session.read(s -> {
            var days = new HashMap<LocalDate, LocalDate>();
            var dates = new HashMap<Long, LocalDate>();
            s.createSelectionQuery("select i.id, i.accountingDate from InvoiceEntity i where i.connectionId = :c "
                    + "and i.accountingDate is not null", Object[].class).setParameter("c", connection.value()).stream()
                    // many invoices share a day
                    .forEach(row -> dates.put((Long) row[0],
                            days.computeIfAbsent((LocalDate) row[1], same -> same)));
            return dates;
        });
    }

    @Override
    public void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) throws ProblemException {
        each(connection, withLines ? Lines.ALL : Lines.NONE, consumer);
    }

    @Override
    public void each(ConnectionId connection, Set<Long> invoices, boolean withLines, Consumer<Invoice> consumer)
            throws ProblemException {
        each(connection, invoices, withLines ? Lines.ALL : Lines.NONE, consumer);
    }

    @Override
    public void eachShown(ConnectionId connection, Set<Long> invoices, Consumer<Invoice> consumer)
            throws ProblemException {
        each(connection, invoices, Lines.SHOWN, consumer);
    }

    /** Each part is read in a transaction of its own, and none is open while the consumer works. */
    private void each(ConnectionId connection, Lines lines, Consumer<Invoice> consumer) throws ProblemException {
        // all at once: one by one they cost more than the invoices
        Names names = session.read(s -> Names.all(s, connection.value()));
        long after = Long.MIN_VALUE;
        List<Invoice> part;
        do {
            long from = after;
            part = session.read(s -> invoices(s, connection.value(), from, null, names.in(s), lines));
            part.forEach(consumer);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == STREAM_INVOICES);
    }

    /**
     * Reads these invoices. Unless they are a small part of all, all are read and the others left out, which costs less
     * than looking up each.
     */
    private void each(ConnectionId connection, Set<Long> invoices, Lines lines, Consumer<Invoice> consumer)
            throws ProblemException {
        if (invoices.size() * LOOKED_FOR > session.read(s -> Holdings.of(s, connection.value()).tally().invoices())) {
            each(connection, lines, invoice -> {
                if (invoices.contains(invoice.id())) {
                    consumer.accept(invoice);
                }
            });
            return;
        }
        Names names = session.read(s -> Names.all(s, connection.value()));
        List<Long> ids = invoices.stream().sorted().toList();
        for (int from = 0; from < ids.size(); from += STREAM_INVOICES) {
            List<Long> part = ids.subList(from, Math.min(ids.size(), from + STREAM_INVOICES));
            session.read(s -> some(s, connection.value(), part, names.in(s), lines)).forEach(consumer);
        }
    }

    private static List<Invoice> some(StatelessSession s, String connection, List<Long> ids, Names names,
            Lines lines) {
        var invoices = new StoredInvoices(s, connection, names);
        return invoices.of(invoices.rows(ids).stream().sorted(Comparator.comparingLong(row -> row.id)).toList(), lines);
    }

    private static List<Invoice> invoices(StatelessSession s, String connection, long after, @Nullable Long last,
            Names names, Lines lines) {
        List<InvoiceEntity> rows = s.createSelectionQuery("""
                from InvoiceEntity i where i.connectionId = :c and i.id > :after and i.id <= :last order by i.id""",
                InvoiceEntity.class).setParameter("c", connection).setParameter("after", after)
                .setParameter("last", last == null ? Long.MAX_VALUE : last).setMaxResults(STREAM_INVOICES).list();
        return new StoredInvoices(s, connection, names).ofRange(rows, lines);
    }

    @Override
    public void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) throws ProblemException {
        session.give(consumer, (s, taker) -> new OwedRows(s, connection.value()).each(taker));
    }

    @Override
    public void owedItems(ConnectionId connection, Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer)
            throws ProblemException {
        session.give(consumer, (s, taker) -> new OwedRows(s, connection.value()).each(invoices, ids, taker));
    }

    @Override
    public Counts counts(ConnectionId connection) throws ProblemException {
        return session.read(s -> Holdings.of(s, connection.value()).counts());
    }

    @Override
    public String state(ConnectionId connection) throws ProblemException {
        return session.read(s -> Holdings.of(s, connection.value()).toString());
    }
}
