package app.loupe.store;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.MarkAct;
import app.loupe.domain.NotedChange;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.store.BookRows.Owned;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The owner's book of the user whose vault is open: a sealed file of its own, of which the two last good states are kept. Every
 * change is on the disk before its method returns. Safe for use by several threads.
 */
public final class OwnerBookFile implements OwnerBook {
    private static final int CHANGES_AT_ONCE = 1_000;
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

    private OwnerBookFile(BookOpening.Opened opened, BookStates states, DurableText ledger, String install,
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

    /**
     * Opens the book beside the vault, making it when it is missing, and reads every row of it. Where it is damaged, or
     * older than it should be, the newest good state takes its place; see {@link #warnings}. Changes older than
     * {@link OwnerBook#KEPT_FOR} are dropped.
     *
     * @param key the book's key, 32 bytes; stays the caller's to close
     * @param clock names what is set aside, and dates changes
     * @throws ProblemException KEY_FOREIGN when the key is not the one that sealed the file (it is left as it is),
     *     ALREADY_OPEN, STORE_HOSTILE, STORE_TOO_NEW, DATA_FOLDER_UNUSABLE, UNSAFE_JVM_SWITCH, DISK_FULL
     */
    public static OwnerBookFile open(VaultFile vault, Secret key, Clock clock) throws ProblemException {
        return open(vault, key, clock, new BookStates(vault.folder(), vault.bookName()));
    }

    static OwnerBookFile open(VaultFile vault, Secret key, Clock clock, BookStates states) throws ProblemException {
        var text = new DurableText(vault.folder(), vault.folder().file(vault.bookName() + ".ledger"));
        String install = vault.install().value();
        Optional<BookState.Ledger> said = text.read().flatMap(BookState.Ledger::parse)
                .filter(one -> one.install().equals(install));
        var opening = new BookOpening(vault, key, clock, states);
        BookOpening.Opened opened = opening.open(said.map(BookState.Ledger::state));
        long kept = opening.warnings().isEmpty() && !states.kept().isEmpty()
                ? said.map(BookState.Ledger::kept).orElse(-1L)
                : -1;
        var book = new OwnerBookFile(opened, states, text, install, clock, kept);
        book.warnings.addAll(opening.warnings());
        try (var half = HalfOpen.closedBy(book::close)) {
            book.keepState();
            return half.whole(book);
        }
    }

    /** Keeps a good state. When there is no room for it, what was noted before stays, and the state waits for the next day. */
    private synchronized void keepState() throws ProblemException {
        if (session.isReadOnly()) {
            return;
        }
        session.unlessRefused("a good state of the book", () -> {
            change(tables -> tables.dropOlder(KEPT_FOR, clock.instant()));
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

    /**
     * What was found wrong at the opening: BOOK_RESTORED when a former state was taken, BOOK_LOST when none was left;
     * DISK_FULL when there was no room for another state, DATA_FOLDER_REFUSES when the system refused to write one, then
     * or on a later day.
     */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    private interface Change {
        void with(BookTables tables) throws SQLException;
    }

    private interface Answer<T> {
        T of(BookTables tables) throws SQLException;
    }

    /** The answer of a transaction, and the state after it. */
    private record Done<T>(T answer, BookState after) {}

    private void change(Change work) throws ProblemException {
        answer(tables -> {
            work.with(tables);
            return true;
        });
    }

    /** One transaction, on the disk before the ledger tells of it. */
    private synchronized <T> T answer(Answer<T> work) throws ProblemException {
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

    private <T> T read(Answer<T> work) throws ProblemException {
        return guarded(() -> session.run(connection -> work.of(new BookTables(connection))));
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

    private void tellLedger() throws ProblemException {
        ledger.write(new BookState.Ledger(install, state, keptState).text());
    }

    private void takeState() throws ProblemException {
        session.alone(states::take);
        keptState = state.generation();
        stateTaken = clock.instant();
        tellLedger();
    }

    @Override
    public void leadsTo(ConnectionId connection, BookId book) throws ProblemException {
        change(tables -> {
            String id = connection.value();
            Optional<Owned> before = tables.of(id);
            if (before.filter(owned -> owned.book().equals(book)).isPresent()) {
                return;
            }
            Optional<Owned> there = tables.of(book);
            if (before.isEmpty() || tables.isSharedBeside(id, before.get())) {
                tables.lead(id, there.isPresent() ? there.get() : tables.begin(book));
            } else if (there.isEmpty()) {
                tables.change(before.get(), before.get().calledFor(book));
            } else {
                tables.lead(id, there.get());
                tables.move(before.get(), there.get());
            }
        });
    }

    @Override
    public void note(ConnectionId connection, Instant since, List<InvoiceChange> changes) throws ProblemException {
        if (changes.isEmpty()) {
            return;
        }
        change(tables -> {
            Optional<Owned> book = tables.of(connection.value());
            if (book.isPresent()) {
                tables.note(book.get(), since, changes);
                tables.dropBeyond(MOST_CHANGES);
            }
        });
        keepDailyState();
    }

    /** Keeps a state each day that a window stays open; what was written meanwhile is checked before it is called good. */
    private synchronized void keepDailyState() throws ProblemException {
        if (keptState == state.generation() || clock.instant().isBefore(stateTaken.plus(STATE_EVERY))) {
            return;
        }
        change(BookTables::demandWhole);
        keepState();
    }

    @Override
    public void walk(Set<ConnectionId> connections, Instant since, Predicate<NotedChange> further)
            throws ProblemException {
        long below = Long.MAX_VALUE;
        boolean goOn = true;
        while (goOn) {
            long from = below;
            BookPart part = read(tables -> BookPart.of(tables, connections, from, since, CHANGES_AT_ONCE));
            goOn = part.wanted().stream().allMatch(further) && part.read() == CHANGES_AT_ONCE;
            below = part.last();
        }
    }

    @Override
    public Map<InvoiceKey, InvoiceMark> marks(Set<ConnectionId> connections) throws ProblemException {
        return read(tables -> new BookNotes(tables).marks(connections));
    }

    @Override
    public Map<InvoiceKey, InvoiceNews> news(Set<ConnectionId> connections) throws ProblemException {
        return read(tables -> new BookNotes(tables).news(connections));
    }

    @Override
    public Map<InvoiceKey, MarkAct> mark(Map<InvoiceKey, MarkAct> acts) throws ProblemException {
        for (MarkAct act : acts.values()) {
            OwnerNotes.demandShort(act);
        }
        Optional<Map<InvoiceKey, MarkAct>> undoing = answer(tables -> new BookNotes(tables).mark(acts));
        keepDailyState();
        return undoing.orElseThrow(() -> ProblemException.of(ProblemCode.NOTES_NOT_KEPT));
    }

    @Override
    public Map<PartnerKey, String> partnerNotes(Set<ConnectionId> connections) throws ProblemException {
        return read(tables -> new BookNotes(tables).partners(connections));
    }

    @Override
    public String notePartner(PartnerKey partner, String note) throws ProblemException {
        OwnerNotes.demandShort(note);
        Optional<String> before = answer(tables -> new BookNotes(tables).notePartner(partner, note));
        keepDailyState();
        return before.orElseThrow(() -> ProblemException.of(ProblemCode.NOTES_NOT_KEPT));
    }

    @Override
    public Set<String> knownFindings(ConnectionId connection) throws ProblemException {
        return read(tables -> new BookNotes(tables).known(connection));
    }

    @Override
    public void knowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
        if (!answer(tables -> new BookNotes(tables).know(connection, keys))) {
            throw ProblemException.of(ProblemCode.NOTES_NOT_KEPT);
        }
        keepDailyState();
    }

    @Override
    public void unknowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
        change(tables -> new BookNotes(tables).unknow(connection, keys));
    }

    @Override
    public long seen(ConnectionId connection) throws ProblemException {
        return read(tables -> tables.of(connection.value()).map(Owned::seen).orElse(0L));
    }

    @Override
    public void ledByOnly(Set<ConnectionId> connections) throws ProblemException {
        Set<String> ids = connections.stream().map(ConnectionId::value).collect(Collectors.toUnmodifiableSet());
        if (!ids.containsAll(read(BookTables::leading))) {
            change(tables -> {
                for (String id : tables.leading()) {
                    if (!ids.contains(id)) {
                        tables.part(id);
                    }
                }
            });
        }
    }

    @Override
    public void see(ConnectionId connection, long number) throws ProblemException {
        change(tables -> {
            Optional<Owned> book = tables.of(connection.value());
            if (book.isPresent()) {
                tables.change(book.get(), book.get().seenUpTo(number));
            }
        });
    }

    @Override
    public void unsee(ConnectionId connection, long marked, long before) throws ProblemException {
        change(tables -> {
            Optional<Owned> book = tables.of(connection.value()).filter(owned -> owned.seen() == marked);
            if (book.isPresent()) {
                tables.change(book.get(), book.get().seenAt(before));
            }
        });
    }

    @Override
    public synchronized void forget(ConnectionId connection) throws ProblemException {
        session.alone(H2File::announceRewrite);
        change(tables -> {
            Optional<Owned> book = tables.of(connection.value());
            if (book.isPresent()) {
                boolean shared = tables.isSharedBeside(connection.value(), book.get());
                tables.part(connection.value());
                if (!shared) {
                    tables.delete(book.get());
                }
            }
        });
        // they hold what was deleted; damaged files that were set aside go with the rewrite
        states.drop();
        guarded(() -> {
            session.alone(H2File::compact);
            return state;
        });
        takeState();
    }

    @Override
    public void release(ConnectionId connection) throws ProblemException {
        change(tables -> tables.part(connection.value()));
    }

    @Override
    public void close() {
        session.close();
    }
}
