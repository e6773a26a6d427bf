package app.loupe.store;

import app.loupe.domain.HalfOpen;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The open book file with its ledger and its two last good states. A change is on the disk before the ledger tells of it and
 * before its method returns. A ledger must never be newer than its file, and may be older: when it alone is refused, what was
 * changed counts. A good state is kept at the opening, on each day that a window stays open, and when something was
 * deleted from all of them. Safe for use by several threads.
 */
final class LedgeredBook implements AutoCloseable {
    private static final Duration STATE_EVERY = Duration.ofDays(1);

    private final BookSession session;
    private final BookStates states;
    private final DurableText ledger;
    private final String install;
    private final Clock clock;
    private final CopyOnWriteArrayList<Problem> warnings = new CopyOnWriteArrayList<>();
    /** Guarded by this. */
    private BookState state;
    private long keptState;
    private Instant stateTaken;

    private LedgeredBook(BookOpening.Opened opened, BookStates states, DurableText ledger, String install,
            Clock clock, long keptState) {
        this.session = opened.session();
        this.state = opened.state();
        this.states = states;
        this.ledger = ledger;
        this.install = install;
        this.clock = clock;
        this.keptState = keptState;
        this.stateTaken = clock.instant();
    }

    /** See {@link OwnerBookFile#open}. */
    static LedgeredBook open(VaultFile vault, Secret key, Clock clock, BookStates states) throws ProblemException {
        var text = new DurableText(vault.folder(), vault.folder().file(vault.bookName() + ".ledger"));
        String install = vault.install().value();
        Optional<BookState.Ledger> said = text.read().flatMap(BookState.Ledger::parse)
                .filter(one -> one.install().equals(install));
        var opening = new BookOpening(vault, key, clock, states);
        BookOpening.Opened opened = opening.open(said.map(BookState.Ledger::state));
        long kept = opening.warnings().isEmpty() && !states.kept().isEmpty()
                ? said.map(BookState.Ledger::kept).orElse(-1L)
                : -1;
        var book = new LedgeredBook(opened, states, text, install, clock, kept);
        book.warnings.addAll(opening.warnings());
        try (var half = HalfOpen.closedBy(book::close)) {
            book.keepState();
            return half.whole(book);
        }
    }

    /** See {@link OwnerBookFile#warnings}. */
    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** See {@link OwnerBookFile#dropFormer}. */
    void dropFormer() {
        if (warnings.isEmpty()) {
            states.former().foundWhole();
        }
    }

    /** Drops the book as it was before a migration, whoever may need it: what came now is missing in it. */
    void forgetFormer() {
        states.former().outdated();
    }

    /** A change that answers nothing. */
    @FunctionalInterface
    interface Change {
        void with(BookTables tables) throws SQLException, ProblemException;
    }

    /** What is asked of the tables, or changed in them and answered. */
    @FunctionalInterface
    interface Answer<T> {
        T of(BookTables tables) throws SQLException, ProblemException;
    }

    /** The answer of a transaction, and the state after it. */
    private record Done<T>(T answer, BookState after) {}

    /** Changes nothing. */
    <T> T read(Answer<T> work) throws ProblemException {
        return guarded(() -> session.run(connection -> work.of(new BookTables(connection))));
    }

    /** Like {@link #answer}. */
    void change(Change work) throws ProblemException {
        answer(tables -> {
            work.with(tables);
            return true;
        });
    }

    /** One transaction, on the disk before the ledger tells of it. */
    synchronized <T> T answer(Answer<T> work) throws ProblemException {
        session.alone(H2File::demandWritable);
        Done<T> done = guarded(() -> session.run(connection -> {
            var tables = new BookTables(connection);
            T answer = work.of(tables);
            return new Done<>(answer, tables.settle(clock.instant()));
        }));
        if (done.after().generation() != state.generation()) {
            guarded(() -> {
                session.alone(H2File::checkpoint);
                return done;
            });
            state = done.after();
            tellLedger();
        }
        return done.answer();
    }

    /**
     * Like {@link #change}; what is deleted is gone from the file and from its states, too. After an interruption the next
     * opening takes it out of the file, and whoever repeats this out of the states.
     */
    synchronized void erase(Change work) throws ProblemException {
        session.alone(H2File::announceRewrite);
        change(work);
        // they hold what was deleted; damaged files that were set aside go with the rewrite
        states.drop();
        guarded(() -> {
            session.alone(H2File::compact);
            return state;
        });
        takeState();
    }

    private interface Access<T> {
        T run() throws ProblemException;
    }

    /** Reports damage as that of the book, not of the copy: nothing of the book can be read again from Odoo. */
    private static <T> T guarded(Access<T> access) throws ProblemException {
        try {
            return access.run();
        } catch (ProblemException failure) {
            if (failure.problem().code() != ProblemCode.STORE_DAMAGED) {
                throw failure;
            }
            throw new ProblemException(new Problem(ProblemCode.BOOK_DAMAGED, failure.problem().parameters()), failure);
        }
    }

    /** What was done counts, whatever becomes of the ledger; the next change or opening tells it again. */
    private void tellLedger() throws ProblemException {
        session.unlessRefused("the ledger of the book",
                () -> ledger.write(new BookState.Ledger(install, state, keptState).text()))
                .ifPresent(warnings::addIfAbsent);
    }

    /** Keeps a state each day that a window stays open; what was written meanwhile is checked before it is called good. */
    synchronized void keepDailyState() throws ProblemException {
        if (keptState == state.generation() || clock.instant().isBefore(stateTaken.plus(STATE_EVERY))) {
            return;
        }
        change(BookTables::demandWhole);
        keepState();
    }

    /** Keeps a good state. When there is no room for it, what was noted before stays, and the state waits for the next day. */
    private synchronized void keepState() throws ProblemException {
        if (session.isReadOnly()) {
            return;
        }
        session.unlessRefused("a good state of the book", () -> {
            change(tables -> tables.dropOlder(OwnerBook.KEPT_FOR, clock.instant()));
            if (keptState != state.generation()) {
                takeState();
            } else {
                tellLedger();
            }
        }).ifPresent(refused -> {
            warnings.addIfAbsent(refused);
            stateTaken = clock.instant();
        });
    }

    private void takeState() throws ProblemException {
        session.alone(states::take);
        keptState = state.generation();
        stateTaken = clock.instant();
        tellLedger();
    }

    @Override
    public void close() {
        session.close();
    }
}
