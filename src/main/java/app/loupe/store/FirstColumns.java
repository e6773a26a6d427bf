package app.loupe.store;

import app.loupe.domain.MoveLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes the columns of a copy that is {@link FirstFilling filled for the first time}, page by page and in the
 * transaction of each page, while its rows are in memory; at the end they would have to be unsealed and unpacked again.
 * These segments may overlap until {@link SegmentWriter#arrange}. Rows that cannot be kept stay noted as changed.
 */
final class FirstColumns {
    /** In no column. */
    private static final ContentHash NO_HASH = new ContentHash(0, 0);

    private final StatelessSession session;
    private final String connection;
    private final LedgeredSession.Delta delta;
    private final ColumnSegments segments;

    /** @param delta what the transaction changed so far */
    FirstColumns(StatelessSession session, String connection, LedgeredSession.Delta delta) {
        this.session = session;
        this.connection = connection;
        this.delta = delta;
        segments = new ColumnSegments(session, connection);
    }

    /** Keeps invoices that were not there before, with all their lines, once their rows are written. */
    void keepInvoices(List<InvoiceEntity> invoices, Collection<LineEntity> lines) {
        Map<Long, List<LineEntity>> byInvoice = lines.stream()
                .collect(Collectors.groupingBy(line -> Objects.requireNonNull(line.invoiceId)));
        var rows = new Rows();
        for (InvoiceEntity invoice : invoices) {
            List<LineEntity> own = byInvoice.getOrDefault(invoice.id, List.of());
            rows.of(ColumnKind.INVOICES).add(RowProjection.values(invoice, own));
            rows.of(ColumnKind.STATES).add(StateRows.found(invoice));
            rows.of(ColumnKind.PRINTED).addAll(LineProjection.values(invoice.id, own));
            own.forEach(line -> ItemRow.values(line, invoice).ifPresent(rows.of(ColumnKind.INVOICE_ITEMS)::add));
        }
        Set<Long> ids = invoices.stream().map(row -> row.id).collect(Collectors.toSet());
        if (keep(ids, rows)) {
            delta.keptInvoices(ids);
        }
    }

    /** The same for items of other entries. */
    void keepEntries(List<MoveLine> items) {
        if (!new FirstFilling(session, connection).isUnderWay()) {
            return;
        }
        var rows = new Rows();
        for (MoveLine one : items) {
            LineEntity item = LineMapper.row(connection, null, one, NO_HASH);
            rows.of(ColumnKind.ITEMS).add(StateRows.item(item));
            ItemRow.values(item, null).ifPresent(rows.of(ColumnKind.ENTRIES)::add);
        }
        Set<Long> ids = items.stream().map(MoveLine::id).collect(Collectors.toSet());
        if (keep(ids, rows)) {
            delta.keptEntries(ids);
        }
    }

    /** The list of segments; a new one when the copy holds nothing yet, which is counted at the end of the transaction. */
    private @Nullable SegmentList begun() {
        return Holdings.of(session, connection).equals(Holding.NONE) ? new SegmentList() : null;
    }

    /** Rows by their kind. */
    private static final class Rows {
        private final Map<ColumnKind, List<@Nullable Object[]>> all = new EnumMap<>(ColumnKind.class);

        List<@Nullable Object[]> of(ColumnKind kind) {
            return all.computeIfAbsent(kind, any -> new ArrayList<>());
        }
    }

    private boolean keep(Set<Long> ids, Rows rows) {
        rows.all.values().removeIf(List::isEmpty);
        rows.all.forEach((kind, own) -> own.sort(kind.order()));
        SegmentList list = segments.list().orElseGet(this::begun);
        // one that was here before, and is gone from the tables, may still stand in a segment
        boolean keeps = list != null && rows.all.entrySet().stream()
                .allMatch(one -> Collections.disjoint(ids, list.changed(one.getKey()))
                        && !list.of(one.getKey()).containsKey(one.getKey().key(one.getValue().getFirst())));
        if (list != null && keeps) {
            for (ColumnKind kind : rows.all.keySet()) {
                segments.write(list, kind, rows.of(kind));
            }
            segments.write(list);
        }
        return keeps;
    }
}
