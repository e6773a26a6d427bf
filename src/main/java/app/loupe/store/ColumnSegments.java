package app.loupe.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the data from which the books of one connection are read a second time, packed by columns, some thousand rows to
 * a segment; reading a few columns of all rows from the tables would take most of a start. The tables are the truth. A
 * transaction that changes them notes the changes in the list of segments, and these rows are read from the tables until
 * {@link SegmentWriter} has brought the segments up to date. Without a list, as in the file of a former version or after
 * a loss, everything is read from the tables. Segments hold ids in place of names, so that a rename changes nothing here.
 *
 * <p>Each segment is checked against its hash in the list, and the list against its own: bytes that differ from what was
 * stored, or are of another moment, are damage.
 */
final class ColumnSegments {
    private static final String LIST = "LIST";
    /** Bytes in one row: H2 holds up to a megabyte. */
    private static final int MAX_PART = 1_000_000;
    /**
     * The most changed ids that are noted: to write more with every page of a run would cost more than to write
     * everything anew at its end.
     */
    private static final int MANY = 10_000;
    /** For fewer rows than this, unpacking a segment costs more than reading them from the tables. */
    private static final int WORTH_A_SEGMENT = 30;

    private final StatelessSession session;
    private final String connection;

    ColumnSegments(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /**
     * Gives the rows of a kind that have not changed since they were written, in the order of their ids.
     *
     * @return the ids whose rows have to be read from the tables; empty when that is all of them, because nothing is kept
     */
    Optional<Set<Long>> each(ColumnKind kind, Consumer<@Nullable Object[]> consumer) {
        Optional<SegmentList> list = list();
        list.ifPresent(known -> {
            Set<Long> changed = known.changed(kind);
            known.of(kind).keySet().forEach(first -> rows(known, kind, first).stream()
                    .filter(row -> !changed.contains(kind.key(row))).forEach(consumer));
        });
        return list.map(known -> known.changed(kind));
    }

    /**
     * Gives the rows of a kind with these ids, as far as few segments hold them; rows that changed, or that overlapping
     * segments hide, are not among them.
     */
    void some(ColumnKind kind, Collection<Long> ids, Consumer<@Nullable Object[]> consumer) {
        list().ifPresent(known -> {
            var wanted = new HashSet<>(ids);
            wanted.removeAll(known.changed(kind));
            var bySegment = new HashMap<Long, Integer>();
            wanted.forEach(id -> {
                Long first = known.of(kind).floorKey(id);
                if (first != null) {
                    bySegment.merge(first, 1, Integer::sum);
                }
            });
            bySegment.forEach((first, many) -> {
                if (many >= WORTH_A_SEGMENT) {
                    rows(known, kind, first).stream().filter(row -> wanted.contains(kind.key(row))).forEach(consumer);
                }
            });
        });
    }

    /**
     * Notes what changed in the tables; does nothing while nothing is kept. When very much changed, the segments are
     * dropped.
     */
    void changed(Collection<Long> invoices, Collection<Long> entries) {
        if (!invoices.isEmpty() || !entries.isEmpty()) {
            list().filter(known -> known.change(invoices, entries)).ifPresent(known -> {
                if (known.changes() > MANY) {
                    clear();
                } else {
                    write(known);
                }
            });
        }
    }

    /** Drops all segments and the list. */
    void clear() {
        session.createMutationQuery("delete from ColumnSegmentEntity c where c.connectionId = :c")
                .setParameter("c", connection).executeUpdate();
    }

    /** The list, when there is one. */
    Optional<SegmentList> list() {
        byte[] stored = document(LIST, 0);
        if (stored.length == 0) {
            return Optional.empty();
        }
        byte[] document = Arrays.copyOfRange(stored, Math.min(stored.length, Long.BYTES), stored.length);
        demand(stored.length > Long.BYTES && ByteBuffer.wrap(stored).getLong() == hash(LIST, 0, document));
        return Optional.of(StoreSession.sensible(() -> SegmentList.of(document)));
    }

    /** Writes the list in the place of the one before. */
    void write(SegmentList list) {
        byte[] document = list.document();
        replace(LIST, 0, ByteBuffer.allocate(Long.BYTES + document.length).putLong(hash(LIST, 0, document))
                .put(document).array());
    }

    /** The rows of one segment as they were written. */
    List<@Nullable Object[]> rows(SegmentList list, ColumnKind kind, long first) {
        byte[] document = document(kind.name(), first);
        Long said = list.of(kind).get(first);
        demand(said != null && said == hash(kind.name(), first, document));
        return StoreSession.sensible(() -> PackedColumns.rows(document));
    }

    /** Writes a segment, and notes it in the list. */
    void write(SegmentList list, ColumnKind kind, List<@Nullable Object[]> rows) {
        long first = kind.key(rows.getFirst());
        byte[] document = PackedColumns.pack(rows, rows.getFirst().length);
        replace(kind.name(), first, document);
        list.of(kind).put(first, hash(kind.name(), first, document));
    }

    /** Removes a segment, also from the list. */
    void remove(SegmentList list, ColumnKind kind, long first) {
        if (list.of(kind).remove(first) != null) {
            delete(kind.name(), first);
        }
    }

    private void replace(String kind, long first, byte[] document) {
        delete(kind, first);
        for (int from = 0, part = 0; from < document.length; from += MAX_PART, part++) {
            var row = new ColumnSegmentEntity();
            row.connectionId = connection;
            row.kind = kind;
            row.firstId = first;
            row.part = part;
            row.document = Arrays.copyOfRange(document, from, Math.min(document.length, from + MAX_PART));
            session.insert(row);
        }
    }

    private void delete(String kind, long first) {
        session.createMutationQuery("delete from ColumnSegmentEntity c where c.connectionId = :c and c.kind = :kind "
                + "and c.firstId = :first").setParameter("c", connection).setParameter("kind", kind)
                .setParameter("first", first).executeUpdate();
    }

    private byte[] document(String kind, long first) {
        var bytes = new ByteArrayOutputStream();
        session.createSelectionQuery("select c.document from ColumnSegmentEntity c where c.connectionId = :c "
                + "and c.kind = :kind and c.firstId = :first order by c.part", byte[].class)
                .setParameter("c", connection).setParameter("kind", kind).setParameter("first", first).list()
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The hash of a segment, including which one it is. */
    private long hash(String kind, long first, byte[] document) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((connection + '/' + kind + '/' + first + '/').getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha.digest(document)).getLong();
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new StoreSession.SenselessValueException(
                    new IllegalStateException("columns that are not what was stored"));
        }
    }
}
