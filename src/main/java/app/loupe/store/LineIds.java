package app.loupe.store;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;

/**
 * Remembers the ids of all lines that one copy has ever held, one bit each, so that a line which moved here from another
 * invoice is noticed without looking through all invoices. An id that is not among them is nowhere in the copy.
 */
final class LineIds {
    /** Ids in one segment: its bits fill a kilobyte. */
    private static final int SEGMENT = 8_192;

    private final StatelessSession session;
    private final String connection;

    LineIds(StatelessSession session, String connection) {
        this.session = session;
        this.connection = connection;
    }

    /** The segment that an id is in. */
    static long segment(long id) {
        return Math.floorDiv(id, SEGMENT);
    }

    /** Its place there. */
    static int bit(long id) {
        return Math.floorMod(id, SEGMENT);
    }

    /** Adds these ids; returns those that the copy may have held before. */
    Set<Long> add(Collection<Long> ids) {
        var bySegment = new HashMap<Long, Set<Long>>();
        ids.forEach(id -> bySegment.computeIfAbsent(segment(id), any -> new HashSet<>()).add(id));
        Map<Long, BitSet> before = bits(bySegment.keySet());
        var known = new HashSet<Long>();
        bySegment.forEach((segment, own) -> {
            BitSet bits = before.getOrDefault(segment, new BitSet());
            int held = bits.cardinality();
            for (Long id : own) {
                int bit = bit(id);
                if (bits.get(bit)) {
                    known.add(id);
                }
                bits.set(bit);
            }
            if (bits.cardinality() > held) {
                store(segment, bits, before.containsKey(segment));
            }
        });
        return known;
    }

    /** Forgets all ids except those that the copy holds now; reads every line. */
    void renew() {
        session.createMutationQuery("delete from KnownLinesEntity k where k.connectionId = :c")
                .setParameter("c", connection).executeUpdate();
        var held = new HashSet<Long>(session.createSelectionQuery(
                "select l.id from LineEntity l where l.connectionId = :c", Long.class).setParameter("c", connection)
                .list());
        new LineDocuments(session, connection).each((invoice, lines) -> lines.forEach(line -> held.add(line.id)));
        add(held);
    }

    private Map<Long, BitSet> bits(Set<Long> segments) {
        var bits = new HashMap<Long, BitSet>();
        for (var chunk : CopyTransaction.chunks(segments)) {
            session.createSelectionQuery("select k.segment, k.bits from KnownLinesEntity k where k.connectionId = :c "
                    + "and k.segment in (:ids)", Object[].class).setParameter("c", connection)
                    .setParameter("ids", chunk).list()
                    .forEach(row -> bits.put((Long) row[0], BitSet.valueOf((byte[]) row[1])));
        }
        return bits;
    }

    private void store(long segment, BitSet bits, boolean known) {
        if (known) {
            session.createMutationQuery("update KnownLinesEntity k set k.bits = :bits where k.connectionId = :c "
                    + "and k.segment = :segment").setParameter("bits", bits.toByteArray())
                    .setParameter("c", connection).setParameter("segment", segment).executeUpdate();
        } else {
            var row = new KnownLinesEntity();
            row.connectionId = connection;
            row.segment = segment;
            row.bits = bits.toByteArray();
            session.insert(row);
        }
    }
}
