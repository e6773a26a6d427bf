package app.loupe.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a connection with their hashes, and what changed in the tables since they were written. Updated by the
 * transaction that makes the changes.
 */
final class SegmentList {
    private static final int WIDTH = 3;
    /** Instead of a kind: an invoice or an item of another entry that has changed. */
    private static final String INVOICE = "changed invoice";
    private static final String ENTRY = "changed entry";

    private final Map<ColumnKind, NavigableMap<Long, Long>> segments = new EnumMap<>(ColumnKind.class);
    private final Set<Long> invoices = new HashSet<>();
    private final Set<Long> entries = new HashSet<>();

    SegmentList() {
        for (ColumnKind kind : ColumnKind.values()) {
            segments.put(kind, new TreeMap<>());
        }
    }

    /** Reads a list that was written. */
    static SegmentList of(byte[] document) {
        var list = new SegmentList();
        for (var row : PackedColumns.rows(document)) {
            long id = (Long) Objects.requireNonNull(row[1]);
            var what = (String) Objects.requireNonNull(row[0]);
            switch (what) {
                case INVOICE -> list.invoices.add(id);
                case ENTRY -> list.entries.add(id);
                default -> list.of(ColumnKind.valueOf(what)).put(id, (Long) Objects.requireNonNull(row[2]));
            }
        }
        return list;
    }

    byte[] document() {
        var rows = new ArrayList<@Nullable Object[]>();
        segments.forEach((kind, own) -> own
                .forEach((first, hash) -> rows.add(new @Nullable Object[] {kind.name(), first, hash})));
        invoices.stream().sorted().forEach(id -> rows.add(new @Nullable Object[] {INVOICE, id, null}));
        entries.stream().sorted().forEach(id -> rows.add(new @Nullable Object[] {ENTRY, id, null}));
        return PackedColumns.pack(rows, WIDTH);
    }

    /** Hashes of the segments of a kind, by the least id in each. */
    NavigableMap<Long, Long> of(ColumnKind kind) {
        return Objects.requireNonNull(segments.get(kind));
    }

    /** How many segments there are. */
    int size() {
        return segments.values().stream().mapToInt(Map::size).sum();
    }

    /** The ids whose rows have to be read from the tables, whatever the segments hold. */
    Set<Long> changed(ColumnKind kind) {
        return kind.isOfInvoices() ? invoices : entries;
    }

    /** Notes changes; returns whether there are any. */
    boolean change(Collection<Long> changedInvoices, Collection<Long> changedEntries) {
        boolean more = invoices.addAll(changedInvoices);
        return entries.addAll(changedEntries) || more;
    }

    /** How many changes there are. */
    int changes() {
        return invoices.size() + entries.size();
    }

    /** Notes that the segments agree with the tables. */
    void settle() {
        invoices.clear();
        entries.clear();
    }

    /** Changed ids by segment: the segment that begins at or before the id, or the first one. */
    Map<Long, List<Long>> bySegment(ColumnKind kind) {
        NavigableMap<Long, Long> own = of(kind);
        var found = new TreeMap<Long, List<Long>>();
        for (long id : changed(kind)) {
            Long before = own.floorKey(id);
            long least = own.isEmpty() ? 0 : own.firstKey();
            found.computeIfAbsent(before == null ? least : before, any -> new ArrayList<>()).add(id);
        }
        return found;
    }
}
