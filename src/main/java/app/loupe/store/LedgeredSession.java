package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps with every change how much the store holds, in the same transaction, so that neither a flush nor an opening has to
 * count; compares that with the ledger when the store is opened, and with the rows when it is told to
 * {@link #scrub}. Safe for use by several threads.
 */
final class LedgeredSession {
    private static final Logger LOG = LoggerFactory.getLogger(LedgeredSession.class);
    private static final String GENERATION = "store";
    /** In the place of a file's number: what a run fills is not what it began with. */
    private static final int UNSUITABLE = -1;

    private final StoreSession session;
    private final Ledger ledger;
    private final String install;
    private final Quarantine quarantine;
    /** Which file each run began to fill. */
    private final Map<ConnectionId, Integer> runs = new ConcurrentHashMap<>();
    private final ReentrantLock flushing = new ReentrantLock();
    private final Scrub scrub = new Scrub();
    /** What the next flush has to mark first; guarded by {@link #flushing}. */
    private @Nullable Shortfall owed;

    LedgeredSession(StoreSession session, Ledger ledger, String install, Quarantine quarantine) {
        this.session = session;
        this.ledger = ledger;
        this.install = install;
        this.quarantine = quarantine;
    }

    /** What one transaction changes of a connection's holding. */
    static final class Delta {
        private final Set<Long> invoices = new HashSet<>();
        private final Set<Long> entries = new HashSet<>();
        private Holding holding = Holding.NONE;

        /** Invoices of which something was written or taken away: for {@link ColumnSegments}. */
        void invoices(Collection<Long> ids) {
            invoices.addAll(ids);
        }

        /** The same of items of other entries. */
        void entries(Collection<Long> ids) {
            entries.addAll(ids);
        }

        void add(Holding more) {
            holding = holding.plus(more);
        }

        void remove(Holding less) {
            holding = holding.minus(less);
        }

        /** So many invoices that were present are so no longer. */
        void gone(long invoices) {
            holding = holding.withGone(invoices);
        }
    }

    /** @throws ProblemException STORE_DAMAGED when the file was damaged: by then it is set aside and a new one begun */
    <T> T read(Function<StatelessSession, T> work) throws ProblemException {
        return guarded(() -> session.read(work));
    }

    /** Like {@link #read} for work that gives what it finds to somebody else. */
    void run(Consumer<StatelessSession> work) throws ProblemException {
        read(s -> {
            work.accept(s);
            return true;
        });
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
            if (session.replace(damaged, () -> quarantine.setAside(failure), Migrations.INVOICES,
                    s -> StoredProfiles.insertAll(s, profiles))) {
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

    private <T> T counted(ConnectionId connection, BiFunction<StatelessSession, Delta, T> work)
            throws ProblemException {
        return session.write(s -> {
            var delta = new Delta();
            T result = work.apply(s, delta);
            Holdings.add(s, connection.value(), delta.holding);
            new ColumnSegments(s, connection.value()).changed(delta.invoices, delta.entries);
            nextGeneration(s);
            return result;
        });
    }

    private static void nextGeneration(StatelessSession s) {
        int found = s.createMutationQuery("update GenerationEntity g set g.generation = g.generation + 1")
                .executeUpdate();
        if (found == 0) {
            var first = new GenerationEntity();
            first.name = GENERATION;
            first.generation = 1;
            s.insert(first);
        }
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
            LedgerState state = session.read(this::state);
            session.checkpoint();
            ledger.write(state);
        } finally {
            flushing.unlock();
        }
    }

    /** Notes durably that a rewrite is owed: when the process ends before {@link #forgotten}, the next opening does it. */
    void announceRewrite() throws ProblemException {
        session.announceRewrite();
    }

    /** Rewrites the file without the rows of a deleted connection, and tells the ledger. */
    void forgotten() throws ProblemException {
        scrub.aside(session::compact);
        flush();
    }

    private LedgerState state(StatelessSession s) {
        return state(s, Holdings.all(s));
    }

    private LedgerState state(StatelessSession s, Map<String, Holding> holdings) {
        var tallies = new HashMap<String, Tally>();
        holdings.forEach((id, holding) -> tallies.put(id, holding.tally()));
        return new LedgerState(install, generation(s), tallies);
    }

    /**
     * Compares what the store says it holds with its ledger, and writes the ledger when it says something else. Where the
     * two differ and no later commit explains it, rows are counted: where some are missing, the connection's watermark is
     * cleared and its records are marked as never read, so that the next sync brings them all again. Call once, before
     * anything else. A full disk does not end it: what could not be written is written with the next flush, or at the next
     * opening.
     *
     * @return what to tell the owner: STORE_SHORT, DISK_FULL
     */
    List<Problem> compare() throws ProblemException {
        LedgerState said = session.read(this::state);
        Optional<LedgerState> kept = ledger.read().filter(state -> state.install().equals(install));
        if (kept.isPresent() && kept.get().saysTheSameAs(said)) {
            return List.of();
        }
        if (kept.isEmpty() || said.generation() > kept.get().generation()) {
            // committed after the last flush: the ledger is the older one
            return unlessFull(this::flush);
        }
        Map<String, Holding> rows = session.read(CountedRows::count);
        LedgerState counted = session.read(s -> state(s, rows));
        Optional<Shortfall> shortfall = Shortfall.between(kept.get(), counted);
        return shortfall.isPresent() ? settle(shortfall.get()) : unlessFull(() -> keepCounted(rows));
    }

    /** The rows are what the ledger says: what the store says of them was wrong. */
    private void keepCounted(Map<String, Holding> rows) throws ProblemException {
        LOG.warn("the numbers of a copy were wrong, its rows are right");
        session.write(s -> {
            var all = new HashSet<>(rows.keySet());
            all.addAll(Holdings.all(s).keySet());
            Holdings.replace(s, all, rows);
            nextGeneration(s);
            return all;
        });
        flush();
    }

    /**
     * Looks every row up by each index, counts them and compares with what the store says it holds: finds rows that are there
     * and hidden, or that were lost without their holding. Reads the whole file: for a thread of the background. What it
     * finds is told and mended as at the opening; a run that is filling such a copy is refused from then on, because it does
     * not know what is missing.
     *
     * @return what to tell the owner: STORE_SHORT, DISK_FULL, or STORE_DAMAGED when the file could not be read and another
     *     one was begun
     */
    List<Problem> scrub() throws ProblemException {
        Optional<Shortfall> shortfall;
        try {
            // first: by a damaged index H2 would also count too few, and what is fetched again would come into a damaged file
            if (!scrub.ask(this::read, IndexCheck::findsAll).orElse(true)) {
                scrub.ask(this::readAlone, LedgeredSession::demandIndexes);
            }
            shortfall = scrub
                    .ask(this::read, s -> Shortfall.between(Holdings.all(s), CountedRows.count(s), generation(s)))
                    .flatMap(found -> found);
        } catch (ProblemException met) {
            if (met.problem().code() != ProblemCode.STORE_DAMAGED) {
                throw met;
            }
            return List.of(met.problem());
        }
        return shortfall.isPresent() ? settle(shortfall.get()) : List.of();
    }

    private <T> T readAlone(Function<StatelessSession, T> work) throws ProblemException {
        return guarded(() -> session.readAlone(work));
    }

    private static boolean demandIndexes(StatelessSession alone) {
        if (!IndexCheck.findsAll(alone)) {
            throw new IllegalStateException("an index is not that of its table");
        }
        return true;
    }

    /**
     * Like {@link #scrub}, and holds the content of every row against its hash: takes as long as reading the whole copy.
     */
    List<Problem> examine() throws ProblemException {
        List<Problem> found = scrub();
        if (!found.isEmpty()) {
            return found;
        }
        try {
            long rows = scrub.ask(this::read, ContentCheck::all).orElse(0L);
            LOG.info("{} rows are what was stored", rows);
            return List.of();
        } catch (ProblemException met) {
            if (met.problem().code() != ProblemCode.STORE_DAMAGED) {
                throw met;
            }
            return List.of(met.problem());
        }
    }

    /** Ends a {@link #scrub} that is under way: the store is about to be closed. */
    void endScrub() {
        scrub.end();
    }

    /** Whether a {@link #scrub} was ended before it had looked at everything. */
    boolean isScrubCutOff() {
        return scrub.isCutOff();
    }

    /** Has missing records written down, and tells the owner of them. */
    private List<Problem> settle(Shortfall shortfall) throws ProblemException {
        var problems = new ArrayList<Problem>();
        problems.add(shortfall.problem());
        owe(shortfall);
        problems.addAll(unlessFull(() -> {
            // before the ledger forgets it: every later start has to know it until a run has filled the copy
            quarantine.unfilled(shortfall.connections());
            flush();
        }));
        shortfall.connections().forEach(id -> runs.computeIfPresent(new ConnectionId(id), (run, file) -> UNSUITABLE));
        return problems;
    }

    private static List<Problem> unlessFull(Scrub.Step step) throws ProblemException {
        try {
            step.run();
            return List.of();
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.DISK_FULL) {
                throw failure;
            }
            return List.of(failure.problem());
        }
    }

    private void owe(Shortfall shortfall) {
        flushing.lock();
        try {
            owed = owed == null ? shortfall : owed.and(shortfall);
        } finally {
            flushing.unlock();
        }
    }

    /** Before the ledger forgets that records are missing, the store has to know it. */
    private void markOwed() throws ProblemException {
        Shortfall shortfall = owed;
        if (shortfall != null) {
            session.write(s -> {
                shortfall.readAgain(s);
                nextGeneration(s);
                return s.createMutationQuery("update GenerationEntity g set g.generation = :newest + 1 "
                        + "where g.generation <= :newest").setParameter("newest", shortfall.newest()).executeUpdate();
            });
            owed = null;
        }
    }
}
