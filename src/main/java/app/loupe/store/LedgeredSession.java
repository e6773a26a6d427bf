package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import jakarta.persistence.EntityNotFoundException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/**
 * Counts along with every change what the store holds, so that a flush can tell the ledger without counting again, and
 * compares both when the store is opened. Safe for use by several threads.
 */
final class LedgeredSession {
    private static final String GENERATION = "store";
    private static final List<String> RECORDS = List.of("InvoiceEntity", "LineEntity", "PartnerEntity",
            "ProductEntity");

    private final StoreSession session;
    private final Ledger ledger;
    private final String install;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final ReentrantLock flushing = new ReentrantLock();
    private long generation;

    LedgeredSession(StoreSession session, Ledger ledger, String install) {
        this.session = session;
        this.ledger = ledger;
        this.install = install;
    }

    /** What one transaction changes of a connection's tally. */
    static final class Delta {
        private Tally tally = Tally.NONE;

        void add(Tally more) {
            tally = tally.plus(more);
        }

        void remove(Tally less) {
            tally = tally.minus(less);
        }
    }

    private record Written<T>(T result, long generation) {}

    <T> T read(Function<StatelessSession, T> work) throws ProblemException {
        return session.read(work);
    }

    /**
     * Changes records of one connection in one transaction. What a run still brings after its connection was deleted is
     * refused: nobody would see it, and nobody could delete it.
     *
     * @throws ProblemException {@link ProblemCode#CONNECTION_UNKNOWN} when the connection has no profile
     */
    <T> T write(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work) throws ProblemException {
        return writeUnasked(connection, (s, delta) -> {
            demandProfile(s, connection);
            return work.apply(s, delta);
        });
    }

    private static void demandProfile(StatelessSession s, ConnectionId connection) {
        long profiles = s
                .createSelectionQuery("select count(*) from ProfileEntity p where p.connectionId = :c", Long.class)
                .setParameter("c", connection.value()).getSingleResult();
        if (profiles == 0) {
            throw new EntityNotFoundException(connection.value());
        }
    }

    /** Like {@link #write} for the two who make a connection begin and end: they do not ask whether it has a profile. */
    synchronized <T> T writeUnasked(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work)
            throws ProblemException {
        var delta = new Delta();
        Written<T> written = session.write(s -> {
            T result = work.apply(s, delta);
            return new Written<>(result, nextGeneration(s));
        });
        generation = written.generation;
        tallies.merge(connection.value(), delta.tally, Tally::plus);
        return written.result;
    }

    private static long nextGeneration(StatelessSession s) {
        int found = s.createMutationQuery("update GenerationEntity g set g.generation = g.generation + 1")
                .executeUpdate();
        if (found == 0) {
            var first = new GenerationEntity();
            first.name = GENERATION;
            first.generation = 1;
            s.insert(first);
        }
        return generation(s);
    }

    private static long generation(StatelessSession s) {
        return s.createSelectionQuery("select g.generation from GenerationEntity g", Long.class).uniqueResultOptional()
                .orElse(0L);
    }

    /** Puts everything committed so far on the disk, then says so in the ledger. */
    void flush() throws ProblemException {
        // one after the other: an older state must never overwrite a newer one
        flushing.lock();
        try {
            LedgerState state = state();
            session.checkpoint();
            ledger.write(state);
        } finally {
            flushing.unlock();
        }
    }

    /** Notes durably that a rewrite is owed: when the process ends before {@link #forget}, the next opening does it. */
    void announceRewrite() throws ProblemException {
        session.announceRewrite();
    }

    /** Forgets a connection whose rows are gone, rewrites the file without them, and tells the ledger. */
    void forget(ConnectionId connection) throws ProblemException {
        synchronized (this) {
            tallies.remove(connection.value());
        }
        session.compact();
        flush();
    }

    private synchronized LedgerState state() {
        return new LedgerState(install, generation, tallies);
    }

    /**
     * Compares the store with its ledger. Where rows are missing, the connection's watermark is cleared and its records
     * are marked as never read, so that the next sync brings them all again.
     *
     * @return what to tell the owner
     */
    synchronized Optional<Problem> compare() throws ProblemException {
        Map<String, Tally> found = session.read(Tally::count);
        tallies.clear();
        tallies.putAll(found);
        generation = session.read(LedgeredSession::generation);
        Optional<LedgerState> kept = ledger.read().filter(state -> state.install().equals(install));
        Set<String> wrong = kept.isPresent() ? shortOf(kept.get(), found) : Set.of();
        if (kept.isEmpty() || wrong.isEmpty()) {
            flush();
            return Optional.empty();
        }
        long have = wrong.stream().mapToLong(id -> found.getOrDefault(id, Tally.NONE).invoices()).sum();
        long should = wrong.stream().mapToLong(id -> kept.get().tallies().getOrDefault(id, Tally.NONE).invoices())
                .sum();
        long newest = kept.get().generation();
        session.write(s -> readAgain(s, wrong, newest));
        generation = session.read(LedgeredSession::generation);
        flush();
        return Optional.of(Problem.of(ProblemCode.STORE_SHORT, Long.toString(have), Long.toString(should),
                String.join(", ", wrong)));
    }

    private Set<String> shortOf(LedgerState kept, Map<String, Tally> found) {
        if (generation > kept.generation()) {
            return Set.of();
        }
        var all = new HashSet<>(kept.tallies().keySet());
        all.addAll(found.keySet());
        var different = new TreeSet<>(all);
        different.removeIf(id -> kept.tallies().getOrDefault(id, Tally.NONE)
                .equals(found.getOrDefault(id, Tally.NONE)));
        boolean older = generation < kept.generation();
        return different.isEmpty() && older ? new TreeSet<>(all) : different;
    }

    private static int readAgain(StatelessSession s, Set<String> connections, long newest) {
        s.createMutationQuery("delete from WatermarkEntity w where w.connectionId in (:ids)")
                .setParameter("ids", connections).executeUpdate();
        for (String entity : RECORDS) {
            s.createMutationQuery("update " + entity
                    + " e set e.contentHash = 0, e.writeDate = :never where e.connectionId in (:ids)")
                    .setParameter("never", Instant.EPOCH).setParameter("ids", connections).executeUpdate();
        }
        s.createMutationQuery("update InvoiceEntity i set i.paymentsAt = null where i.connectionId in (:ids)")
                .setParameter("ids", connections).executeUpdate();
        nextGeneration(s);
        return s.createMutationQuery("update GenerationEntity g set g.generation = :newest + 1")
                .setParameter("newest", newest).executeUpdate();
    }
}
