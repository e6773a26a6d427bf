package app.loupe.store;

import app.loupe.domain.InvoiceReader.Counts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Brings the {@link ColumnSegments} of one connection up to date with its tables, in one transaction at the end of a
 * sync. A few changes stay noted: reading them from the tables costs less than writing whole segments for them.
 */
final class SegmentWriter {
    /** Invoices that are read from the tables at a time, and rows in one segment when it is written. */
    static final int ROWS = 2_048;
    /** How many changes may wait. */
    static final int FEW = 200;
    /** How many segments may still be those of single pages. */
    static final int PAGES = 200;

    private final ColumnSegments segments;
    private final StatelessSession session;
    private final String connection;
    private final ColumnSource tables;

    SegmentWriter(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
        segments = new ColumnSegments(session, connection);
        tables = new ColumnSource(session, connection);
    }

    /** Brings them up to date unless little changed; returns how many changes there were. */
    int write() {
        SegmentList list = segments.list().orElse(null);
        if (list == null) {
            list = new SegmentList();
            writeAll(list);
            segments.write(list);
            return 0;
        }
        int changes = list.changes();
        if (changes > FEW) {
            for (ColumnKind kind : ColumnKind.values()) {
                bringUp(list, kind);
            }
            list.settle();
            segments.write(list);
        }
        return changes;
    }

    /**
     * The same while the copy is filled for the first time, when segments may overlap. They are put in order when many
     * changes wait, or when there are many more segments than their rows need, because each page wrote some.
     *
     * @param counts of the copy
     */
    int writeOverlapping(Counts counts) {
        boolean loose = segments.list().filter(list -> list.changes() > FEW || list.size() > most(counts)).isPresent();
        if (loose) {
            arrange();
        }
        return write();
    }

    /** The most segments: twice as many as the rows can need, plus some for single pages. */
    private static long most(Counts counts) {
        return 2 * (counts.invoices() + counts.removed() + counts.lines() + counts.journalItems()) / ROWS + PAGES;
    }

    private void writeAll(SegmentList list) {
        segments.clear();
        List<Long> ids = session.createSelectionQuery(
                "select i.id from InvoiceEntity i where i.connectionId = :c order by i.id", Long.class)
                .setParameter("c", connection).list();
        var cuts = new EnumMap<ColumnKind, SegmentCut>(ColumnKind.class);
        for (ColumnKind kind : ColumnKind.values()) {
            cuts.put(kind, new SegmentCut(segments, list, kind));
        }
        // also ids before, between and after the invoices: after a loss lines may be there alone
        for (int from = 0; from == 0 || from < ids.size(); from += ROWS) {
            long first = from == 0 ? Long.MIN_VALUE : ids.get(from);
            long last = from + ROWS < ids.size() ? ids.get(from + ROWS) - 1 : Long.MAX_VALUE;
            cuts.forEach((kind, cut) -> {
                if (kind.isOfInvoices()) {
                    cut.add(tables.between(kind, first, last));
                    cut.writeBelow(last);
                }
            });
        }
        cuts.forEach((kind, cut) -> {
            if (!kind.isOfInvoices()) {
                cut.add(tables.between(kind, Long.MIN_VALUE, Long.MAX_VALUE));
            }
            cut.end();
        });
    }

    /**
     * Puts the segments that {@link FirstColumns} wrote page by page into the order of their ids, each of the size of all
     * others. Has to be done in the transaction that ends the first filling, and may be done while it goes on: pages that come
     * then overlap those that were put in order. Of segments that overlap no more are read at the
     * same time than pages that do: recent invoices come before all others, and both in the order of their ids.
     *
     * @return how many segments there were
     */
    int arrange() {
        SegmentList list = segments.list().orElse(null);
        if (list == null) {
            return 0;
        }
        int read = 0;
        for (ColumnKind kind : ColumnKind.values()) {
            var cut = new SegmentCut(segments, list, kind);
            for (long first : List.copyOf(list.of(kind).keySet())) {
                cut.writeBelow(first);
                List<@Nullable Object[]> rows = segments.rows(list, kind, first);
                segments.remove(list, kind, first);
                cut.add(rows);
                read++;
            }
            cut.end();
        }
        segments.write(list);
        return read;
    }

    private void bringUp(SegmentList list, ColumnKind kind) {
        for (Map.Entry<Long, List<Long>> one : list.bySegment(kind).entrySet()) {
            long first = one.getKey();
            Set<Long> changed = new HashSet<>(one.getValue());
            var rows = new ArrayList<@Nullable Object[]>();
            if (list.of(kind).containsKey(first)) {
                segments.rows(list, kind, first).stream().filter(row -> !changed.contains(kind.key(row)))
                        .forEach(rows::add);
            }
            rows.addAll(tables.some(kind, changed));
            segments.remove(list, kind, first);
            var cut = new SegmentCut(segments, list, kind);
            cut.add(rows);
            cut.end();
        }
    }
}
