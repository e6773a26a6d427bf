package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.hibernate.exception.DataException;

/**
 * What a store holds less than its ledger says, and how it is read again.
 *
 * @param connections whose copies are not what the ledger says
 * @param have invoices that these copies hold
 * @param should invoices that the ledger says
 * @param newest the generation that the ledger says
 */
record Shortfall(Set<String> connections, long have, long should, long newest) {
    private static final List<String> RECORDS = List.of("InvoiceEntity", "LineEntity", "PartnerEntity",
            "ProductEntity");

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
     * Clears the watermarks and marks the records as never read, so that the next sync brings them all again. The
     * generation must be counted up after it, and not stay behind the ledger's. H2 checks the whole of each row that it
     * changes: one that does not fit was stored so, and is damage.
     */
    void readAgain(StatelessSession s) {
        try {
            mark(s);
        } catch (DataException stored) {
            throw new StoreSession.SenselessValueException(stored);
        }
    }

    private void mark(StatelessSession s) {
        s.createMutationQuery("delete from WatermarkEntity w where w.connectionId in (:ids)")
                .setParameter("ids", connections).executeUpdate();
        for (String entity : RECORDS) {
            s.createMutationQuery("update " + entity
                    + " e set e.contentHash = 0, e.writeDate = :never where e.connectionId in (:ids)")
                    .setParameter("never", Instant.EPOCH).setParameter("ids", connections).executeUpdate();
        }
        s.createMutationQuery("update InvoiceEntity i set i.paymentsAt = null where i.connectionId in (:ids)")
                .setParameter("ids", connections).executeUpdate();
    }
}
