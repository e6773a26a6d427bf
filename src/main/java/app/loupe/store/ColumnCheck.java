package app.loupe.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Compares the {@link ColumnSegments} of one connection with its tables, row by row. */
final class ColumnCheck {
    private final ColumnSegments segments;
    private final ColumnSource tables;

    ColumnCheck(StatelessSession session, String connection) {
        segments = new ColumnSegments(session, connection);
        tables = new ColumnSource(session, connection);
    }

    /** Whether they agree, apart from what is noted as changed; also true when no columns are kept. */
    boolean holds() {
        return segments.list().map(this::holds).orElse(true);
    }

    private boolean holds(SegmentList list) {
        for (ColumnKind kind : ColumnKind.values()) {
            if (!(kind.isOfInvoices() ? holdsByParts(list, kind) : holdsAsAWhole(list, kind))) {
                return false;
            }
        }
        return true;
    }

    /** Compares a kind as a whole: entries are read from the tables all at once. */
    private boolean holdsAsAWhole(SegmentList list, ColumnKind kind) {
        var kept = new ArrayList<@Nullable Object[]>();
        list.of(kind).keySet().forEach(first -> kept.addAll(segments.rows(list, kind, first)));
        return holds(kind, list.changed(kind), kept, tables.between(kind, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private boolean holdsByParts(SegmentList list, ColumnKind kind) {
        NavigableMap<Long, Long> own = list.of(kind);
        // those of a first filling overlap: what belongs behind the next segment's beginning is looked at there
        var waiting = new ArrayList<@Nullable Object[]>();
        long from = Long.MIN_VALUE;
        for (long first : own.keySet()) {
            Long next = own.higherKey(first);
            long last = next == null ? Long.MAX_VALUE : next - 1;
            waiting.addAll(segments.rows(list, kind, first));
            List<@Nullable Object[]> kept = waiting.stream().filter(row -> kind.key(row) <= last).toList();
            waiting.removeIf(row -> kind.key(row) <= last);
            if (!holds(kind, list.changed(kind), kept, tables.between(kind, from, last))) {
                return false;
            }
            from = last + 1;
        }
        // without any segment every row has to be a noted one
        return !own.isEmpty() || holds(kind, list.changed(kind), List.of(),
                tables.between(kind, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static boolean holds(ColumnKind kind, Set<Long> changed, List<@Nullable Object[]> kept,
            List<@Nullable Object[]> stored) {
        return said(kind, changed, kept).equals(said(kind, changed, stored));
    }

    private static List<List<@Nullable Object>> said(ColumnKind kind, Set<Long> changed,
            List<@Nullable Object[]> rows) {
        return rows.stream().filter(row -> !changed.contains(kind.key(row)))
                .sorted(kind.order()).map(ColumnCheck::values).toList();
    }

    private static List<@Nullable Object> values(@Nullable Object[] row) {
        return Arrays.asList(row);
    }
}
