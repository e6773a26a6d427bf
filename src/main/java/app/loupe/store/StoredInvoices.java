package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.NameKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Puts the invoices of one connection together from their rows, packed lines and names, within one transaction. */
final class StoredInvoices {
    private static final Comparator<LineEntity> ODOOS_ORDER = Comparator.<LineEntity>comparingInt(line -> line.sequence)
            .thenComparingLong(line -> line.id);

    /** Which lines are read with an invoice. */
    enum Lines {
        NONE,
        /** Those of the document ({@link MoveLine#isShown}): they are packed, and most cost no row of their own. */
        SHOWN,
        ALL
    }

    private final StatelessSession session;
    private final String connection;
    private final Names names;
    private final Decimals decimals = new Decimals();

    StoredInvoices(StatelessSession session, String connection) {
        this(session, connection, Names.few(session, connection));
    }

    StoredInvoices(StatelessSession session, String connection, Names names) {
        this.session = session;
        this.connection = connection;
        this.names = names;
    }

    /** The rows with these ids, also of invoices that are gone in Odoo. */
    List<InvoiceEntity> rows(Collection<Long> ids) {
        var rows = new ArrayList<InvoiceEntity>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            rows.addAll(session.createSelectionQuery(
                    "from InvoiceEntity i where i.connectionId = :c and i.id in (:ids)", InvoiceEntity.class)
                    .setParameter("c", connection).setParameter("ids", chunk).list());
        }
        return rows;
    }

    /** How each of these invoices is in the copy; those that are not there are left out. */
    Map<Long, Presence> presences(Collection<Long> ids) {
        var presences = new HashMap<Long, Presence>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            session.createSelectionQuery("select i.id, i.presence from InvoiceEntity i where i.connectionId = :c "
                    + "and i.id in (:ids)", Object[].class).setParameter("c", connection).setParameter("ids", chunk)
                    .list().forEach(row -> presences.put((Long) row[0], Presence.valueOf((String) row[1])));
        }
        return presences;
    }

    /** The invoices of these rows with their lines, in the same order. */
    List<Invoice> whole(List<InvoiceEntity> rows) {
        return of(rows, Lines.ALL);
    }

    /** The invoices of these rows with these of their lines, in the same order. */
    List<Invoice> of(List<InvoiceEntity> rows, Lines lines) {
        return with(rows, lines(rows.stream().map(row -> row.id).toList(), lines));
    }

    /** The same for rows that are consecutive by id, so that their lines are read in one range. */
    List<Invoice> ofRange(List<InvoiceEntity> rows, Lines lines) {
        return rows.isEmpty() ? List.of() : with(rows, lines(rows.getFirst().id, rows.getLast().id, lines));
    }

    private List<Invoice> with(List<InvoiceEntity> rows, Map<Long, List<LineEntity>> lines) {
        Map<Long, String> reversed = numbers(rows.stream().map(row -> row.reversedEntry).filter(Objects::nonNull)
                .map(RefValue::id).distinct().toList());
        // also within a write, where a value that makes no sense is damage as it is in a read
        return StoreSession.sensible(
                () -> rows.stream().map(row -> invoice(row, lines.getOrDefault(row.id, List.of()), reversed)).toList());
    }

    private Invoice invoice(InvoiceEntity row, List<LineEntity> rows, Map<Long, String> reversed) {
        String company = names.name(NameKind.CURRENCY, row.companyCurrencyId);
        List<MoveLine> lines = rows.stream().map(line -> LineMapper.line(line, company, names, decimals)).toList();
        return InvoiceMapper.invoice(row, lines, names, decimals, reversed);
    }

    /** The numbers that these documents have by now, of those that are here and have one. */
    private Map<Long, String> numbers(Collection<Long> ids) {
        var numbers = new HashMap<Long, String>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            session.createSelectionQuery(
                    "select i.id, i.name from InvoiceEntity i where i.connectionId = :c and i.id in (:ids)",
                    Object[].class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> numbers.put((Long) row[0], Invoice.numberOf((String) row[1])));
        }
        numbers.values().removeIf(String::isEmpty);
        return numbers;
    }

    /** These lines of the invoices, packed ones and others, in Odoo's order. */
    private Map<Long, List<LineEntity>> lines(Collection<Long> invoices, Lines wanted) {
        var lines = new HashMap<Long, List<LineEntity>>();
        if (wanted == Lines.NONE) {
            return lines;
        }
        new LineDocuments(session, connection).of(invoices)
                .forEach((invoice, packed) -> lines.put(invoice, chosen(packed, wanted)));
        for (List<Long> chunk : wanted == Lines.ALL
                ? CopyTransaction.chunks(invoices)
                : List.<List<Long>>of()) {
            session.createSelectionQuery("from LineEntity l where l.connectionId = :c and l.invoiceId in (:ids)",
                    LineEntity.class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> lines.computeIfAbsent(row.invoiceId, any -> new ArrayList<>()).add(row));
        }
        return inOrder(lines);
    }

    /** The same of the invoices from one id to another. */
    private Map<Long, List<LineEntity>> lines(long first, long last, Lines wanted) {
        var lines = new HashMap<Long, List<LineEntity>>();
        if (wanted == Lines.NONE) {
            return lines;
        }
        new LineDocuments(session, connection).between(first, last,
                (invoice, packed) -> lines.put(invoice, chosen(packed, wanted)));
        if (wanted == Lines.ALL) {
            session.createSelectionQuery("from LineEntity l where l.connectionId = :c and l.invoiceId >= :first "
                    + "and l.invoiceId <= :last", LineEntity.class).setParameter("c", connection)
                    .setParameter("first", first).setParameter("last", last).list()
                    .forEach(row -> lines.computeIfAbsent(row.invoiceId, any -> new ArrayList<>()).add(row));
        }
        return inOrder(lines);
    }

    private static List<LineEntity> chosen(List<LineEntity> packed, Lines wanted) {
        return wanted == Lines.ALL
                ? new ArrayList<>(packed)
                : StoreSession
                        .sensible(() -> packed.stream().filter(line -> MoveLine.mayBeShown(LineKind.valueOf(line.kind)))
                                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static Map<Long, List<LineEntity>> inOrder(Map<Long, List<LineEntity>> lines) {
        lines.values().forEach(own -> own.sort(ODOOS_ORDER));
        return lines;
    }
}
