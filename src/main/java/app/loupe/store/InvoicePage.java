package app.loupe.store;

import app.loupe.domain.Applied;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Saves a page of invoices with their lines in one transaction. Unchanged invoices are not written again; an invoice
 * that had been marked as gone comes back and counts as changed; for which version payments were read is kept.
 */
final class InvoicePage {
    private final StatelessSession session;
    private final String connection;
    private final CopyTransaction copy;

    InvoicePage(StatelessSession session, String connection, LedgeredSession.Delta delta) {
        this.session = session;
        this.connection = connection;
        this.copy = new CopyTransaction(session, connection, delta);
    }

    private record Known(CopyTransaction.Known content, boolean present, @Nullable Instant paymentsAt) {}

    Applied save(List<Invoice> page) {
        var invoices = new LinkedHashMap<Long, Invoice>();
        page.forEach(invoice -> invoices.put(invoice.id(), invoice));
        Map<Long, Known> known = known(invoices.keySet());
        var rows = new ArrayList<InvoiceEntity>();
        var lines = new LinkedHashMap<Long, LineEntity>();
        var touched = new HashMap<Long, Instant>();
        int added = 0;
        int unchanged = 0;
        for (Invoice invoice : invoices.values()) {
            var hashes = new ArrayList<ContentHash>();
            invoice.lines().forEach(line -> hashes.add(ContentHash.of(line)));
            ContentHash hash = ContentHash.of(ContentHash.of(invoice.withLines(List.of())), hashes);
            Known before = known.get(invoice.id());
            if (before != null && before.present && before.content.says(hash)) {
                unchanged++;
                if (!before.content.writeDate().equals(invoice.writeDate())) {
                    touched.put(invoice.id(), invoice.writeDate());
                }
                continue;
            }
            added += before == null ? 1 : 0;
            InvoiceEntity row = InvoiceMapper.row(connection, invoice, hash);
            row.paymentsAt = before == null ? null : before.paymentsAt;
            rows.add(row);
            List<MoveLine> own = invoice.lines();
            for (int i = 0; i < own.size(); i++) {
                lines.put(own.get(i).id(), LineMapper.row(connection, invoice.id(), own.get(i), hashes.get(i)));
            }
        }
        write(rows, lines, known.keySet());
        copy.touch("InvoiceEntity", touched);
        return new Applied(added, rows.size() - added, unchanged);
    }

    /** A line may have moved here from another entry: its old row goes wherever it was. */
    private void write(List<InvoiceEntity> rows, Map<Long, LineEntity> lines, Set<Long> known) {
        List<Long> replaced = rows.stream().map(row -> row.id).filter(known::contains).toList();
        copy.remove("LineEntity", "invoiceId", replaced);
        copy.remove("LineEntity", "id", lines.keySet());
        copy.remove("InvoiceEntity", "id", replaced);
        copy.add(rows);
        copy.add(List.copyOf(lines.values()));
    }

    private Map<Long, Known> known(Collection<Long> ids) {
        var known = new HashMap<Long, Known>();
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            session.createSelectionQuery("""
                    select i.id, i.rowHash, i.contentHash, i.writeDate, i.presence, i.paymentsAt
                    from InvoiceEntity i where i.connectionId = :c and i.id in (:ids)""", Object[].class)
                    .setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(r -> known.put((Long) r[0],
                            new Known(new CopyTransaction.Known((Long) r[1], (Long) r[2], (Instant) r[3]),
                                    Presence.PRESENT.name().equals(r[4]), (Instant) r[5])));
        }
        return known;
    }
}
