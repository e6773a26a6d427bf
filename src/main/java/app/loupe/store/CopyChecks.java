package app.loupe.store;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether the copy holds what it should: at the opening by its ledger only, later by its rows. Missing records are
 * marked to be read again, and the owner is told. Safe for use by several threads.
 */
final class CopyChecks {
    private static final Logger LOG = LoggerFactory.getLogger(CopyChecks.class);

    private final StoreSession session;
    private final LedgeredSession copy;
    private final Ledger ledger;
    private final String install;
    private final Quarantine quarantine;
    private final Scrub scrub;

    /**
     * Checks of one copy.
     *
     * @param session the one below {@code copy}, because at the opening the caller still mends damage
     * @param scrub makes way for work that needs the file to itself
     */
    CopyChecks(StoreSession session, LedgeredSession copy, Ledger ledger, String install, Quarantine quarantine,
            Scrub scrub) {
        this.session = session;
        this.copy = copy;
        this.ledger = ledger;
        this.install = install;
        this.quarantine = quarantine;
        this.scrub = scrub;
    }

    /**
     * Compares what the store says it holds with its ledger, and writes the ledger when it says something else. Where the
     * two differ and no later commit explains it, rows are counted: where some are missing, the connection's watermark is
     * cleared and its records are marked as never read, so that the next sync brings them all again. Call once, before
     * anything else. A disk that cannot be written to does not end it: what could not be written follows with the next
     * flush, or at the next opening.
     *
     * @return what to tell the owner: STORE_SHORT, DISK_FULL, DATA_FOLDER_REFUSES
     */
    List<Problem> compare() throws ProblemException {
        LedgerState said = session.read(s -> LedgerState.of(install, s));
        Optional<LedgerState> kept = ledger.read().filter(state -> state.install().equals(install));
        if (kept.isPresent() && kept.get().saysTheSameAs(said)) {
            return List.of();
        }
        if (kept.isEmpty() || said.generation() > kept.get().generation()) {
            // committed after the last flush: the ledger is the older one
            return unlessRefused(copy::flush);
        }
        Map<String, Holding> rows = session.read(CountedRows::count);
        LedgerState counted = session.read(s -> LedgerState.of(install, s, rows));
        Optional<Shortfall> shortfall = Shortfall.between(kept.get(), counted);
        return shortfall.isPresent() ? settle(shortfall.get()) : unlessRefused(() -> keepCounted(rows));
    }

    /** The rows are as the ledger says; only the store's own count was wrong, and is corrected. */
    private void keepCounted(Map<String, Holding> rows) throws ProblemException {
        LOG.warn("the numbers of a copy were wrong, its rows are right");
        session.write(s -> {
            var all = new HashSet<>(rows.keySet());
            all.addAll(Holdings.all(s).keySet());
            Holdings.replace(s, all, rows);
            Generations.next(s);
            return all;
        });
        copy.flush();
    }

    /**
     * Looks up every row through each index, counts the rows and compares the count with what the store says it holds.
     * This finds rows that are hidden, or that were lost while the count stayed. Reads the whole file: for a background
     * thread. Findings are reported and mended as at the opening; a run that is filling such a copy is refused from then
     * on, because it does not know what is missing.
     *
     * @return what to tell the owner: STORE_SHORT, DISK_FULL, DATA_FOLDER_REFUSES, or STORE_DAMAGED when the file could
     *     not be read and another one was begun
     * @throws ProblemException also CANCELLED
     */
    List<Problem> scrub(CancelToken cancel) throws ProblemException {
        Optional<Optional<Shortfall>> shortfall;
        try {
            shortfall = count(cancel);
        } catch (ProblemException met) {
            if (met.problem().code() != ProblemCode.STORE_DAMAGED) {
                throw met;
            }
            return List.of(met.problem());
        }
        Optional<Shortfall> missing = shortfall.flatMap(found -> found);
        return missing.isPresent() ? settle(missing.get()) : List.of();
    }

    /** What is missing; empty when this was ended before it had looked at everything. */
    private Optional<Optional<Shortfall>> count(CancelToken cancel) throws ProblemException {
        // first: with a damaged index H2 would count too few, and what is fetched again would go into a damaged file
        Optional<Boolean> whole = scrub.ask(copy::read, IndexCheck::findsAll, cancel);
        if (whole.isPresent() && !whole.get()) {
            whole = scrub.ask(copy::readAlone, CopyChecks::demandIndexes, cancel);
        }
        Optional<Optional<Shortfall>> counted = whole.isEmpty()
                ? Optional.empty()
                : scrub.ask(copy::read,
                        s -> Shortfall.between(Holdings.all(s), CountedRows.count(s), Generations.of(s)), cancel);
        cancel.check();
        return counted;
    }

    private static boolean demandIndexes(StatelessSession alone) {
        if (!IndexCheck.findsAll(alone)) {
            throw new IllegalStateException("an index is not that of its table");
        }
        return true;
    }

    /**
     * Like {@link #scrub}, and also checks the content of rows against their hashes; takes as long as reading them. Who
     * asks is about to say something of the copy: so this never returns without having looked at everything.
     *
     * @param content says how many rows it checked
     * @throws ProblemException also CANCELLED when it was ended, as by closing, and STORE_DAMAGED when the damaged file
     *     could not be set aside and is in use still
     */
    List<Problem> examine(Function<StatelessSession, Long> content, CancelToken cancel) throws ProblemException {
        int file = session.files();
        try {
            Optional<Shortfall> missing = demandWhole(count(cancel));
            if (missing.isPresent()) {
                return settle(missing.get());
            }
            Optional<Long> rows = scrub.ask(copy::read, content, cancel);
            cancel.check();
            LOG.info("{} rows are what was stored", demandWhole(rows));
            return List.of();
        } catch (ProblemException met) {
            if (met.problem().code() != ProblemCode.STORE_DAMAGED || session.files() == file) {
                throw met;
            }
            return List.of(met.problem());
        }
    }

    private static <T> T demandWhole(Optional<T> answer) throws ProblemException {
        return answer.orElseThrow(() -> ProblemException.of(ProblemCode.CANCELLED));
    }

    /** Notes missing records durably, and returns what to tell the owner of them. */
    private List<Problem> settle(Shortfall shortfall) throws ProblemException {
        var problems = new ArrayList<Problem>();
        problems.add(shortfall.problem());
        copy.owe(shortfall);
        problems.addAll(unlessRefused(() -> {
            // before the ledger forgets it: every later start has to know it until a run has filled the copy again
            quarantine.unfilled(shortfall.connections());
            copy.flush();
        }));
        copy.refuseRuns(shortfall.connections());
        return problems;
    }

    /** Where nothing can be kept the owner knows that, and every opening finds the same. */
    private List<Problem> unlessRefused(FileProtection.Writing step) throws ProblemException {
        if (session.file().isReadOnly()) {
            return List.of();
        }
        return session.file().unlessRefused("what the checks of the copy found", step).stream().toList();
    }
}
