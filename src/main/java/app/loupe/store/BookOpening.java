package app.loupe.store;

import app.loupe.domain.HalfOpen;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a book file on the disk is - ours and whole, older than it should be, damaged, too new, hostile, sealed with
 * another key - and opens it, or the last good state in its place. What could not be read is kept under another name, and
 * the owner is told.
 */
final class BookOpening {
    private static final Logger LOG = LoggerFactory.getLogger(BookOpening.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final VaultFile vault;
    private final Secret key;
    private final Clock clock;
    private final Path path;
    private final BookStates states;
    private final List<Problem> warnings = new ArrayList<>();

    BookOpening(VaultFile vault, Secret key, Clock clock, BookStates states) {
        this.vault = vault;
        this.key = key;
        this.clock = clock;
        this.path = vault.folder().file(vault.bookName() + FileProtection.STORE_SUFFIX);
        this.states = states;
    }

    /** An open file that is whole, and what it says it holds. */
    record Opened(BookSession session, BookState state) {}

    /** What was found wrong: BOOK_RESTORED, BOOK_LOST. */
    List<Problem> warnings() {
        return warnings;
    }

    /** @param ledger what the file should hold at least; empty when nobody knows */
    Opened open(Optional<BookState> ledger) throws ProblemException {
        ClosedClasses.demand();
        migration().dropUnfinished();
        states.dropUnfinished();
        String digest = KeyCheck.BOOK.digest(vault.install(), key);
        Optional<String> kept = vault.kept(KeyCheck.BOOK);
        boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (kept.filter(digest::equals).isEmpty()) {
            return openUnknown(digest, exists, kept.isPresent());
        }
        if (exists) {
            try {
                Opened current = whole();
                return ledger.filter(said -> said.generation() > current.state().generation()).isEmpty()
                        ? current
                        : newerThan(current);
            } catch (ProblemException failure) {
                demandDamage(failure);
                vault.folder().demandMendable(path, failure);
                LOG.warn("{} could not be read", path.getFileName(), failure);
            }
        }
        return restored();
    }

    /**
     * Decides about a file that the vault does not know: it is nobody's, ours from just before the process was killed, or
     * sealed with another key.
     */
    private Opened openUnknown(String digest, boolean exists, boolean knowsAnother) throws ProblemException {
        if ((exists && knowsAnother) || (!exists && (!states.kept().isEmpty() || states.former().isThere()))) {
            throw foreign();
        }
        Opened opened;
        try {
            opened = exists ? whole() : begun();
        } catch (ProblemException failure) {
            demandDamage(failure);
            throw foreign();
        }
        try (var half = HalfOpen.closedBy(opened.session()::close)) {
            vault.keep(KeyCheck.BOOK, digest);
            return half.whole(opened);
        }
    }

    private static void demandDamage(ProblemException failure) throws ProblemException {
        if (failure.problem().code() != ProblemCode.STORE_DAMAGED) {
            throw failure;
        }
    }

    private FileMigration migration() {
        return new FileMigration(vault.folder(), path, key, Migrations.BOOK);
    }

    private ProblemException foreign() {
        return ProblemException.of(ProblemCode.KEY_FOREIGN, String.valueOf(path.getFileName()));
    }

    private Opened begun() throws ProblemException {
        migration().begin();
        return whole();
    }

    /** Opens what lies at the book's place and reads every row of it. */
    private Opened whole() throws ProblemException {
        return whole(migration -> migration.admit(true, states.former()));
    }

    private interface Admission {
        void of(FileMigration migration) throws ProblemException;
    }

    private Opened whole(Admission admission) throws ProblemException {
        return TornBlock.without(vault.folder(), path, () -> wholeBlocks(admission));
    }

    private Opened wholeBlocks(Admission admission) throws ProblemException {
        admission.of(migration());
        // opening and closing take a third of a second on a slow disk: only where it may matter
        boolean sure = RawFile.read(path, key, RawFile::hasEqualHeaders).orElse(false);
        Optional<BookState> before = sure ? Optional.empty() : Optional.of(stateOfOneOpening());
        Opened opened = read();
        if (before.filter(found -> !found.equals(opened.state())).isPresent()) {
            opened.session().close();
            throw ProblemException.of(ProblemCode.STORE_DAMAGED, String.valueOf(path.getFileName()));
        }
        return opened;
    }

    /**
     * What the file says it holds after it was opened and closed once. When one of its two headers is damaged, H2 finds
     * the newest state the first time and an older one the next; without this, that would happen while the book is in
     * use, when a good state is saved.
     */
    private BookState stateOfOneOpening() throws ProblemException {
        try (var session = new BookSession(new H2File(vault.folder(), path, key.copy()))) {
            session.alone(H2File::open);
            return session.run(connection -> new BookTables(connection).state());
        }
    }

    private Opened read() throws ProblemException {
        var session = new BookSession(new H2File(vault.folder(), path, key.copy()));
        try (var half = HalfOpen.closedBy(session::close)) {
            session.alone(H2File::open);
            BookState state = session.run(connection -> {
                var tables = new BookTables(connection);
                tables.demandWhole();
                return tables.state();
            });
            return half.whole(new Opened(session, state));
        }
    }

    /**
     * The book is whole but older than its ledger: takes the newest good state if that is later, otherwise the book as it
     * is.
     */
    private Opened newerThan(Opened current) throws ProblemException {
        current.session().close();
        vault.folder().demandMendable(path,
                ProblemException.of(ProblemCode.STORE_DAMAGED, String.valueOf(path.getFileName())));
        Path aside = setAside(path);
        boolean replaced = false;
        try {
            Optional<Opened> state = firstGood(states.kept());
            if (state.filter(found -> found.state().generation() > current.state().generation()).isPresent()) {
                replaced = true;
                tell(state.get().state().changedAt(), aside);
                return state.get();
            }
            state.ifPresent(found -> found.session().close());
        } finally {
            if (!replaced) {
                // also where there was no room for a state: the next opening must find the book
                move(aside, path);
            }
        }
        tell(current.state().changedAt(), path);
        return whole();
    }

    private Opened restored() throws ProblemException {
        Path aside = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? setAside(path) : path;
        Optional<Opened> state = latestGood();
        if (state.isPresent()) {
            tell(state.get().state().changedAt(), aside);
            return state.get();
        }
        LOG.warn("no good state of {} is left", path.getFileName());
        warnings.add(Problem.of(ProblemCode.BOOK_LOST, String.valueOf(aside.getFileName())));
        return begun();
    }

    private void tell(Instant when, Path found) {
        warnings.add(Problem.of(ProblemCode.BOOK_RESTORED, WHEN.format(when.atZone(clock.getZone())),
                String.valueOf(found.getFileName())));
    }

    /**
     * The newest good state, or the book as it was before its migration where that is not older: a state may be one of months
     * later.
     */
    private Optional<Opened> latestGood() throws ProblemException {
        if (!states.former().isThere()) {
            return firstGood(states.kept());
        }
        Optional<Opened> state = firstGood(states.kept());
        long reached = state.map(found -> found.state().generation()).orElse(-1L);
        state.ifPresent(found -> found.session().close());
        // opening a state does what it owes, and that may take the former one
        Optional<Opened> former = states.former().isThere()
                ? firstGood(List.of(states.former().path()))
                : Optional.empty();
        if (former.filter(found -> found.state().generation() >= reached).isPresent()) {
            return former;
        }
        former.ifPresent(found -> found.session().close());
        return firstGood(states.kept());
    }

    /** The first of them that is whole, opened in the book's place; those before it are set aside. */
    private Optional<Opened> firstGood(List<Path> kept) throws ProblemException {
        vault.folder().demandWritable();
        for (Path state : kept) {
            boolean good = false;
            states.putBack(state, path);
            try {
                // the state stays where it is: it needs no other copy
                Opened opened = whole(migration -> migration.admit(true));
                good = true;
                return Optional.of(opened);
            } catch (ProblemException failure) {
                demandDamage(failure);
                LOG.warn("{} could not be read", state.getFileName(), failure);
                setAside(state);
            } finally {
                if (!good) {
                    drop();
                }
            }
        }
        return Optional.empty();
    }

    private void drop() throws ProblemException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException refused) {
            throw StoreProblems.of(path, refused);
        }
    }

    private Path setAside(Path file) throws ProblemException {
        vault.folder().demandWritable();
        Path target = vault.folder().aside(path, clock);
        move(file, target);
        LOG.warn("{} was set aside", file.getFileName());
        return target;
    }

    private void move(Path from, Path to) throws ProblemException {
        try {
            WholeFile.move(from, to);
            vault.folder().sync();
        } catch (IOException refused) {
            throw StoreProblems.of(from, refused);
        }
    }
}
