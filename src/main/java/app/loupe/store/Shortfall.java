package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Stamp;
import app.loupe.store.StoredTable.Loss;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.hibernate.exception.DataException;

/**
 * What a store lacks compared to its ledger, and how to read it again.
 *
 * @param connections whose copies differ from the ledger
 * @param have how many invoices these copies hold
 * @param should how many invoices the ledger says
 * @param newest the generation in the ledger
 */
record Shortfall(Set<String> connections, long have, long should, long newest) {
    Shortfall {
        connections = Set.copyOf(connections);
    }

    /** Compares the ledger with what was found; nothing when no record is missing. */
    static Optional<Shortfall> between(LedgerState kept, LedgerState found) {
        Set<String> wrong = wrong(kept, found);
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shortfall(wrong, invoices(wrong, found), invoices(wrong, kept), kept.generation()));
    }

    /** Compares what the store says it holds with its rows, both of one moment and this generation. */
    static Optional<Shortfall> between(Map<String, Holding> said, Map<String, Holding> rows, long generation) {
        var wrong = new TreeSet<>(said.keySet());
        wrong.addAll(rows.keySet());
        wrong.removeIf(id -> holding(said, id).equals(holding(rows, id)));
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shortfall(wrong, invoices(wrong, rows), invoices(wrong, said), generation));
    }

    private static Holding holding(Map<String, Holding> all, String connection) {
        return all.getOrDefault(connection, Holding.NONE);
    }

    private static long invoices(Set<String> connections, Map<String, Holding> holdings) {
        return connections.stream().mapToLong(id -> holding(holdings, id).tally().invoices()).sum();
    }

    /** Both shortfalls together. */
    Shortfall and(Shortfall other) {
        var all = new TreeSet<>(connections);
        all.addAll(other.connections);
        return new Shortfall(all, have + other.have, should + other.should, Math.max(newest, other.newest));
    }

    private static Set<String> wrong(LedgerState kept, LedgerState found) {
        if (found.generation() > kept.generation()) {
            // committed after the last flush: the ledger is the older one
            return Set.of();
        }
        var all = new HashSet<>(kept.tallies().keySet());
        all.addAll(found.tallies().keySet());
        var different = new TreeSet<>(all);
        different.removeIf(id -> kept.tally(id).equals(found.tally(id)));
        boolean older = found.generation() < kept.generation();
        return different.isEmpty() && older ? new TreeSet<>(all) : different;
    }

    private static long invoices(Set<String> connections, LedgerState state) {
        return connections.stream().mapToLong(id -> state.tally(id).invoices()).sum();
    }

    /** What to tell the owner. */
    Problem problem() {
        return Problem.of(ProblemCode.STORE_SHORT, Long.toString(have), Long.toString(should),
                String.join(", ", new TreeSet<>(connections)));
    }

    /**
     * Clears the watermarks and marks the records as never read, so that the next sync brings them all again; the kept
     * count becomes what the store really holds. Afterwards the generation must be raised, and not stay behind the
     * ledger's. H2 checks each row that it changes as a whole: one that does not fit was stored like that, and is damage.
     */
    void readAgain(StatelessSession s) {
        try {
            mark(s);
            Holdings.replace(s, connections, CountedRows.count(s));
            connections.forEach(id -> {
                new ShownNames(s, id).renew();
                new LineIds(s, id).renew();
            });
        } catch (DataException stored) {
            throw new StoreSession.SenselessValueException(stored);
        }
    }

    private void mark(StatelessSession s) {
        for (StoredTable table : StoredTable.after(Loss.GOES)) {
            s.createMutationQuery("delete from " + table.query() + " e where e.connectionId in (:ids)")
                    .setParameter("ids", connections).executeUpdate();
        }
        Watermarks.forget(s, connections);
        for (StoredTable table : StoredTable.after(Loss.READ_AGAIN)) {
            s.createMutationQuery("update " + table.query()
                    + " e set e.contentHash = 0, e.writeDate = :never where e.connectionId in (:ids)")
                    .setParameter("never", Stamp.NEVER).setParameter("ids", connections).executeUpdate();
        }
        s.createMutationQuery("update InvoiceEntity i set i.paymentsAt = null where i.connectionId in (:ids)")
                .setParameter("ids", connections).executeUpdate();
    }
}
