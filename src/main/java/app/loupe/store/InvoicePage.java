package app.loupe.store;

import app.loupe.domain.Applied;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Saves a page of invoices with their lines in one transaction. Unchanged invoices are not written again. An invoice that
 * was marked as gone comes back and counts as changed. The note for which version payments were found is
 * kept where the write date is new, and dropped where the content differs under the same date.
 */
final class InvoicePage {
    private final StatelessSession session;
    private final String connection;
    private final LedgeredSession.Delta delta;
    private final CopyTransaction copy;
    private final StoredChanges changes;

    InvoicePage(StatelessSession session, String connection, LedgeredSession.Delta delta, StoredChanges changes) {
        this.session = session;
        this.connection = connection;
        this.delta = delta;
        this.copy = new CopyTransaction(session, connection, delta);
        this.changes = changes;
    }

    /** What the copy has of an invoice, and for which version its payments were found; null, or NO_NEWS, when they were not. */
    private record Stored(CopyTransaction.Known content, @Nullable Instant paymentsAt) {}

    Applied save(List<Invoice> page) {
        var invoices = new LinkedHashMap<Long, Invoice>();
        page.forEach(invoice -> invoices.put(invoice.id(), invoice));
        Map<Long, Stored> stored = stored(invoices.keySet());
        boolean first = new FirstFilling(session, connection).isUnderWay()
                && copy.isClear(CountedRows.PAYMENTS, CopyTransaction.By.INVOICE, invoices.keySet());
        var diff = new PageDiff<InvoiceEntity>(stored.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().content())));
        var lines = new LinkedHashMap<Long, LineEntity>();
        var written = new ArrayList<Invoice>();
        var hashing = new ContentHashing();
        for (Invoice invoice : invoices.values()) {
            List<ContentHash> ofLines = invoice.lines().stream().map(hashing::of).toList();
            ContentHash hash = hashing.of(hashing.of(invoice.withLines(List.of())), ofLines);
            if (diff.take(invoice.id(), invoice.writeDate(), hash,
                    () -> row(invoice, hash, stored.get(invoice.id()), first))) {
                written.add(invoice);
                addLines(invoice, ofLines, lines);
            }
        }
        changes.invoices(diff.written().stream().map(row -> row.id).map(invoices::get).toList());
        boolean nothingThere = replace(diff.written(), lines, stored.keySet());
        if (first && nothingThere) {
            new FirstColumns(session, connection, delta).keepInvoices(diff.written(), lines.values());
        }
        int renamed = new ShownNames(session, connection).note(copy, written);
        copy.touch(CountedRows.INVOICES, diff.touched());
        return diff.applied().withRenamed(renamed);
    }

    private InvoiceEntity row(Invoice invoice, ContentHash hash, @Nullable Stored before, boolean first) {
        InvoiceEntity row = InvoiceMapper.row(connection, invoice, hash);
        if (before == null) {
            row.paymentsAt = first ? invoice.writeDate() : changes.isNews(invoice) ? null : StoredChanges.NO_NEWS;
        } else {
            // what is different under the same write date may be settled by others, which the date would hide; so it is where
            // the date was taken from it to have it read again
            Instant written = before.content().writeDate();
            boolean sameDate = written.equals(invoice.writeDate()) || written.equals(Stamp.NEVER);
            row.paymentsAt = sameDate && !StoredChanges.NO_NEWS.equals(before.paymentsAt())
                    ? null
                    : before.paymentsAt();
        }
        return row;
    }

    private void addLines(Invoice invoice, List<ContentHash> hashes, Map<Long, LineEntity> rows) {
        List<MoveLine> lines = invoice.lines();
        for (int i = 0; i < lines.size(); i++) {
            rows.put(lines.get(i).id(), LineMapper.row(connection, invoice.id(), lines.get(i), hashes.get(i)));
        }
    }

    /**
     * Replaces invoices and lines. Lines are removed even when no invoice is stored: after a loss they may be there alone.
     *
     * @return whether the tables had nothing of the page; segments may still have some of it after a loss that has
     *     not been noticed
     */
    private boolean replace(List<InvoiceEntity> rows, Map<Long, LineEntity> lines, Set<Long> stored) {
        List<Long> replaced = rows.stream().map(row -> row.id).toList();
        new MovedLines(session, connection, copy).toInvoices(lines.keySet(), replaced);
        List<Long> known = replaced.stream().filter(stored::contains).toList();
        List<Long> unknown = replaced.stream().filter(id -> !stored.contains(id)).toList();
        boolean nothingThere = stored.isEmpty();
        for (CountedRows kind : List.of(CountedRows.ITEMS, CountedRows.LINES)) {
            Set<Long> there = copy.unexpected(kind, CopyTransaction.By.INVOICE, unknown);
            nothingThere &= there.isEmpty();
            there.addAll(known);
            copy.remove(kind, CopyTransaction.By.INVOICE, there);
        }
        copy.remove(CountedRows.INVOICES, CopyTransaction.By.ID, known);
        copy.add(rows);
        copy.add(lines.values().stream().filter(LineMapper::isItem).toList());
        Map<Long, List<LineEntity>> packed = lines.values().stream().filter(line -> !LineMapper.isItem(line)).collect(
                Collectors.groupingBy(line -> Objects.requireNonNull(line.invoiceId), LinkedHashMap::new,
                        Collectors.toList()));
        copy.add(packed.entrySet().stream()
                .flatMap(one -> LineDocuments.rows(connection, one.getKey(), one.getValue()).stream()).toList());
        return nothingThere;
    }

    private Map<Long, Stored> stored(Collection<Long> ids) {
        var stored = new HashMap<Long, Stored>();
        if (copy.isClear(CountedRows.INVOICES, CopyTransaction.By.ID, ids)) {
            return stored;
        }
        for (List<Long> chunk : CopyTransaction.chunks(ids)) {
            session.createSelectionQuery("""
                    select i.id, i.rowHash, i.contentHash, i.writeDate, i.presence, i.paymentsAt
                    from InvoiceEntity i where i.connectionId = :c and i.id in (:ids)""", Object[].class)
                    .setParameter("c", connection).setParameter("ids", chunk).list()
                    .forEach(r -> stored.put((Long) r[0],
                            new Stored(new CopyTransaction.Known((Long) r[1], (Long) r[2], (Instant) r[3],
                                    Presence.PRESENT.name().equals(r[4])), (Instant) r[5])));
        }
        return stored;
    }
}
