package app.loupe.store;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import jakarta.persistence.EntityNotFoundException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps, in the transaction of every change, how much the store holds, so that neither a flush nor an opening has to
 * count ({@link CopyChecks}), and writes the ledger. Safe for use by several threads.
 */
final class LedgeredSession {
    private static final Logger LOG = LoggerFactory.getLogger(LedgeredSession.class);
    /** In place of a file's number: the run no longer fills the file that it began with. */
    private static final int UNSUITABLE = -1;

    private final StoreSession session;
    private final Ledger ledger;
    private final String install;
    private final Quarantine quarantine;
    /** Which file each run began to fill. */
    private final Map<ConnectionId, Integer> runs = new ConcurrentHashMap<>();
    private final ReentrantLock flushing = new ReentrantLock();
    private final Scrub scrub;
    private final List<Consumer<Set<ConnectionId>>> onLoss = new CopyOnWriteArrayList<>();
    /** The missing records that the next flush has to mark first; guarded by {@link #flushing}. */
    private @Nullable Shortfall owed;

    /** @param scrub makes way for work that needs the file to itself */
    LedgeredSession(StoreSession session, Ledger ledger, String install, Quarantine quarantine, Scrub scrub) {
        this.session = session;
        this.ledger = ledger;
        this.install = install;
        this.quarantine = quarantine;
        this.scrub = scrub;
    }

    /**
     * Tells of connections whose records in the file are no longer those that were read from it, because a new file was begun
     * or some are missing; on the thread of whoever met that, who learns of it by the problem.
     */
    void onLoss(Consumer<Set<ConnectionId>> hears) {
        onLoss.add(hears);
    }

    private void tellLoss(Set<ConnectionId> of) {
        onLoss.forEach(hears -> hears.accept(of));
    }

    /** What one transaction changes of a connection's holding. */
    static final class Delta {
        private final Set<Long> invoices = new HashSet<>();
        private final Set<Long> entries = new HashSet<>();
        private Holding holding = Holding.NONE;

        /** Invoices of which something was written or removed: for {@link ColumnSegments}. */
        void invoices(Collection<Long> ids) {
            invoices.addAll(ids);
        }

        /** The same of items of other entries. */
        void entries(Collection<Long> ids) {
            entries.addAll(ids);
        }

        /** The columns already have what was written of these. */
        void keptInvoices(Collection<Long> ids) {
            ids.forEach(invoices::remove);
        }

        /** The same of items of other entries. */
        void keptEntries(Collection<Long> ids) {
            ids.forEach(entries::remove);
        }

        void add(Holding more) {
            holding = holding.plus(more);
        }

        void remove(Holding less) {
            holding = holding.minus(less);
        }

        /** This many invoices that were present no longer are. */
        void gone(long invoices) {
            holding = holding.withGone(invoices);
        }
    }

    /** @throws ProblemException STORE_DAMAGED when the file was damaged: by then it is set aside and a new one begun */
    <T> T read(Function<StatelessSession, T> work) throws ProblemException {
        return guarded(() -> session.read(work));
    }

    /** Like {@link #read} while nobody writes. */
    <T> T readAlone(Function<StatelessSession, T> work) throws ProblemException {
        return guarded(() -> session.readAlone(work));
    }

    /** Work that reads and gives what it finds to a consumer. */
    @FunctionalInterface
    interface Giving<R> {
        void from(StatelessSession session, Consumer<R> taker);
    }

    /**
     * Like {@link #read} for work that gives what it finds to a consumer: whatever the consumer throws is its own fault,
     * is thrown unchanged, and does not count as damage of the file.
     */
    <R> void give(Consumer<R> taker, Giving<R> work) throws ProblemException {
        try {
            read(s -> {
                work.from(s, found -> {
                    try {
                        taker.accept(found);
                    } catch (RuntimeException own) {
                        throw new TakerException(own);
                    }
                });
                return true;
            });
        } catch (TakerException refused) {
            throw refused.own;
        }
    }

    /** Carries an exception of the consumer past all code that would take it for damage. */
    private static final class TakerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException own;

        TakerException(RuntimeException own) {
            super(own);
            this.own = own;
        }
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
                // where nothing can be set aside, nobody is told that it was
                session.file().demandMendable(failure);
                beginAnew(file, failure);
            }
            throw failure;
        }
    }

    /** Begins a new file. The caller has to learn of the damage; a failure to mend it is left to the next opening. */
    private void beginAnew(int damaged, ProblemException failure) {
        try {
            List<ConnectionProfile> profiles = quarantine.profiles();
            if (session.replace(damaged, () -> quarantine.setAside(failure), Migrations.INVOICES,
                    s -> StoredProfiles.insertAll(s, profiles))) {
                tellLoss(new Chosen(profiles).ids());
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
     * Like {@link #write} for records of a run: when the file with which the run began was set aside meanwhile, the rest
     * of the run must not pass for a whole copy.
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
     * Changes records of one connection in one transaction. Records that a run still brings after its connection was
     * deleted are refused: nobody would see them or could delete them.
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

    /**
     * Like {@link #write}, without asking whether the connection has a profile; for the two methods that begin and end
     * one.
     */
    <T> T writeUnasked(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work)
            throws ProblemException {
        return guarded(() -> counted(connection, work));
    }

    private <T> T counted(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work)
            throws ProblemException {
        return session.write(s -> {
            var delta = new Delta();
            T result = work.apply(s, delta);
            Holdings.add(s, connection.value(), delta.holding);
            new ColumnSegments(s, connection.value()).changed(delta.invoices, delta.entries);
            Generations.next(s);
            return result;
        });
    }

    /** Puts everything committed so far on the disk, then writes the ledger. */
    void flush() throws ProblemException {
        // one after the other: an older state must never overwrite a newer one
        flushing.lock();
        try {
            markOwed();
            LedgerState state = session.read(s -> LedgerState.of(install, s));
            session.checkpoint();
            ledger.write(state);
        } finally {
            flushing.unlock();
        }
    }

    /**
     * Deletes all rows of a connection. Its profile goes first, in a transaction of its own: from then on nobody lists
     * the connection, and what a run still brings for it is refused. All other rows go in one step, by rewriting the file
     * without them, so that nobody ever sees only some of them. If the process ends in between, or the rewrite fails, all
     * rows are still there, belong to no connection, and are deleted by the next call. The rewrite is noted as owed from
     * the beginning.
     *
     * @return how many invoices were deleted
     */
    int forget(ConnectionId connection, DeletionProgress progress) throws ProblemException {
        // first: what could not be done must not be begun
        session.demandOwners(connection);
        session.announceRewrite();
        // the ledger must not call the state before the rewrite the newest: after a kill the rows would seem lost
        flushing.lock();
        try {
            writeUnasked(connection, (s, delta) -> s
                    .createMutationQuery("delete from ProfileEntity p where p.connectionId = :c")
                    .setParameter("c", connection.value()).executeUpdate());
            // not guarded: a failure while another file is written does not set this one aside
            int invoices = scrub.aside(() -> session.compactWithout(connection, progress));
            flush();
            return invoices;
        } finally {
            flushing.unlock();
        }
    }

    /** Has missing records marked as not read with the next flush. */
    void owe(Shortfall shortfall) {
        flushing.lock();
        try {
            owed = owed == null ? shortfall : owed.and(shortfall);
        } finally {
            flushing.unlock();
        }
    }

    /** Runs that fill these connections do not know what is missing there: from now on they are refused. */
    void refuseRuns(Collection<String> connections) {
        Set<ConnectionId> lacking = connections.stream().map(ConnectionId::new).collect(Collectors.toSet());
        lacking.forEach(id -> runs.computeIfPresent(id, (run, file) -> UNSUITABLE));
        tellLoss(lacking);
    }

    /** Marks missing records in the store, before the ledger forgets that they are missing. */
    private void markOwed() throws ProblemException {
        Shortfall shortfall = owed;
        if (shortfall != null) {
            session.write(s -> {
                shortfall.readAgain(s);
                Generations.beyond(s, shortfall.newest());
                return true;
            });
            owed = null;
        }
    }
}
