package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.NameKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;

/** Puts the invoices of one connection together from their rows, packed lines and names, within one transaction. */
final class StoredInvoices {
    private static final Comparator<LineEntity> ODOOS_ORDER = Comparator.<LineEntity>comparingInt(line -> line.sequence)
            .thenComparingLong(line -> line.id);

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

    /** The rows with these ids, whatever became of them in Odoo. */
    List<InvoiceEntity> rows(Collection<Long> ids) {
        var rows = new ArrayList<InvoiceEntity>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            rows.addAll(session.createSelectionQuery(
                    "from InvoiceEntity i where i.connectionId = :c and i.id in (:ids)", InvoiceEntity.class)
                    .setParameter("c", connection).setParameter("ids", chunk).list());
        }
        return rows;
    }

    /** The invoices of these rows with their lines, in the same order. */
    List<Invoice> whole(List<InvoiceEntity> rows) {
        Map<Long, List<LineEntity>> lines = lines(rows.stream().map(row -> row.id).toList());
        // also within a write, where a value that makes no sense is damage as it is in a read
        return StoreSession.sensible(
                () -> rows.stream().map(row -> invoice(row, lines.getOrDefault(row.id, List.of()))).toList());
    }

    /** The invoices of these rows without their lines. */
    List<Invoice> bare(List<InvoiceEntity> rows) {
        return StoreSession.sensible(() -> rows.stream().map(row -> invoice(row, List.of())).toList());
    }

    private Invoice invoice(InvoiceEntity row, List<LineEntity> rows) {
        String company = names.name(NameKind.CURRENCY, row.companyCurrencyId);
        List<MoveLine> lines = rows.stream().map(line -> LineMapper.line(line, company, names, decimals)).toList();
        return InvoiceMapper.invoice(row, lines, names, decimals);
    }

    /** All lines of these invoices, packed ones and others, in Odoo's order. */
    private Map<Long, List<LineEntity>> lines(Collection<Long> invoices) {
        var lines = new HashMap<Long, List<LineEntity>>();
        new LineDocuments(session, connection).of(invoices)
                .forEach((invoice, packed) -> lines.put(invoice, new ArrayList<>(packed)));
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            session.createSelectionQuery("from LineEntity l where l.connectionId = :c and l.invoiceId in (:ids)",
                    LineEntity.class).setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(row -> lines.computeIfAbsent(row.invoiceId, any -> new ArrayList<>()).add(row));
        }
        lines.values().forEach(own -> own.sort(ODOOS_ORDER));
        return lines;
    }
}
