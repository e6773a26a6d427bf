package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts along with every change what the store holds, so that a flush can tell the ledger without counting again, and
 * compares both when the store is opened. Safe for use by several threads.
 */
final class LedgeredSession {
    private static final Logger LOG = LoggerFactory.getLogger(LedgeredSession.class);
    private static final String GENERATION = "store";

    private final StoreSession session;
    private final Ledger ledger;
    private final String install;
    private final Quarantine quarantine;
    /** Which file each run began to fill. */
    private final Map<ConnectionId, Integer> runs = new ConcurrentHashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();
    private final ReentrantLock flushing = new ReentrantLock();
    private long generation;
    /** What the next flush has to mark first; guarded by {@link #flushing}. */
    private @Nullable Shortfall owed;

    LedgeredSession(StoreSession session, Ledger ledger, String install, Quarantine quarantine) {
        this.session = session;
        this.ledger = ledger;
        this.install = install;
        this.quarantine = quarantine;
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

    /** @throws ProblemException STORE_DAMAGED when the file was damaged: by then it is set aside and a new one begun */
    <T> T read(Function<StatelessSession, T> work) throws ProblemException {
        return guarded(() -> session.read(work));
    }

    private interface Access<T> {
        T run() throws ProblemException;
    }

    private <T> T guarded(Access<T> access) throws ProblemException {
        int file = session.files();
        try {
            return access.run();
        } catch (ProblemException failure) {
            if (failure.problem().code() == ProblemCode.STORE_DAMAGED) {
                beginAnew(file, failure);
            }
            throw failure;
        }
    }

    /** The damage is what the caller has to know; a failure to mend it is left to the next opening. */
    private void beginAnew(int damaged, ProblemException failure) {
        try {
            List<ConnectionProfile> profiles = quarantine.profiles();
            if (session.replace(damaged, quarantine::setAside, Migrations.INVOICES,
                    s -> StoredProfiles.insertAll(s, profiles))) {
                synchronized (this) {
                    tallies.clear();
                    generation = 0;
                }
                flush();
            }
        } catch (ProblemException later) {
            LOG.warn("the damaged copy could not be replaced: {}", later.problem().code().key());
            failure.addSuppressed(later);
        }
    }

    /** Notes which file the run of this connection fills. */
    void runBegins(ConnectionId connection) {
        runs.put(connection, session.files());
    }

    /** The run is over. */
    void runEnds(ConnectionId connection) {
        runs.remove(connection);
    }

    /**
     * Like {@link #write} for what a run brings: when the file that it began with was set aside meanwhile, the rest of it
     * must not pass for a whole copy.
     *
     * @throws ProblemException STORE_DAMAGED when the file is another one by now
     */
    <T> T writeOfRun(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work) throws ProblemException {
        int now = session.files();
        if (runs.getOrDefault(connection, now) != now) {
            throw ProblemException.of(ProblemCode.STORE_DAMAGED);
        }
        return write(connection, work);
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
    <T> T writeUnasked(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work)
            throws ProblemException {
        return guarded(() -> counted(connection, work));
    }

    private synchronized <T> T counted(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work)
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
            markOwed();
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
     * Compares the store with its ledger, and writes the ledger when it says something else. Where rows are missing, the
     * connection's watermark is cleared and its records are marked as never read, so that the next sync brings them all
     * again. Call once, before anything else. A full disk does not end it: what could not be written is written with the
     * next flush, or at the next opening.
     *
     * @return what to tell the owner: STORE_SHORT, DISK_FULL
     */
    List<Problem> compare() throws ProblemException {
        LedgerState found = session.read(s -> new LedgerState(install, generation(s), Tally.count(s)));
        synchronized (this) {
            tallies.clear();
            tallies.putAll(found.tallies());
            generation = found.generation();
        }
        Optional<LedgerState> kept = ledger.read().filter(state -> state.install().equals(install));
        if (kept.isPresent() && kept.get().saysTheSameAs(found)) {
            return List.of();
        }
        var problems = new ArrayList<Problem>();
        Optional<Shortfall> shortfall = kept.flatMap(state -> Shortfall.between(state, found));
        owe(shortfall).ifPresent(problems::add);
        try {
            if (shortfall.isPresent()) {
                // before the ledger forgets it: every later start has to know it until a run has filled the copy
                quarantine.unfilled(shortfall.get().connections());
            }
            flush();
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.DISK_FULL) {
                throw failure;
            }
            problems.add(failure.problem());
        }
        return problems;
    }

    private Optional<Problem> owe(Optional<Shortfall> shortfall) {
        flushing.lock();
        try {
            owed = shortfall.orElse(null);
            return shortfall.map(Shortfall::problem);
        } finally {
            flushing.unlock();
        }
    }

    /** Before the ledger forgets that records are missing, the store has to know it. */
    private synchronized void markOwed() throws ProblemException {
        Shortfall shortfall = owed;
        if (shortfall != null) {
            generation = session.write(s -> {
                shortfall.readAgain(s);
                nextGeneration(s);
                s.createMutationQuery("update GenerationEntity g set g.generation = :newest + 1 "
                        + "where g.generation <= :newest").setParameter("newest", shortfall.newest()).executeUpdate();
                return generation(s);
            });
            owed = null;
        }
    }
}
