package app.loupe.store;

import app.loupe.domain.Blocking;
import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.HeldInvoices;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.MarkAct;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedChange;
import app.loupe.domain.NotedChange;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers;
import app.loupe.store.BookRows.Owned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.function.Predicate;

/**
 * The owner's book of the user whose vault is open: a sealed file of its own, of which the two last good states are kept. Every
 * change is on the disk before its method returns. Safe for use by several threads.
 */
public final class OwnerBookFile implements OwnerBook, MovedBooks {
    private final LedgeredBook file;
    private final HeldInvoices copies;

    private OwnerBookFile(LedgeredBook file, HeldInvoices copies) {
        this.file = file;
        this.copies = copies;
    }

    /**
     * Opens the book beside the vault, making it when it is missing, and reads every row of it. Where it is damaged, or
     * older than it should be, the newest good state takes its place; see {@link #warnings}. Changes older than
     * {@link OwnerBook#KEPT_FOR} are dropped.
     *
     * @param key the book's key, 32 bytes; stays the caller's to close
     * @param copies decide which connection a change is listed under, where several lead to its books
     * @param clock names what is set aside, and dates changes
     * @throws ProblemException KEY_FOREIGN when the key is not the one that sealed the file (it is left as it is),
     *     ALREADY_OPEN, STORE_HOSTILE, STORE_TOO_NEW, DATA_FOLDER_UNUSABLE, UNSAFE_JVM_SWITCH, DISK_FULL
     */
    public static OwnerBookFile open(VaultFile vault, Secret key, HeldInvoices copies, Clock clock)
            throws ProblemException {
        return open(vault, key, copies, clock, new BookStates(vault.folder(), vault.bookName()));
    }

    static OwnerBookFile open(VaultFile vault, Secret key, HeldInvoices copies, Clock clock, BookStates states)
            throws ProblemException {
        return new OwnerBookFile(LedgeredBook.open(vault, key, clock, states), copies);
    }

    /**
     * What was found wrong at the opening: BOOK_RESTORED when a former state was taken, BOOK_LOST when none was left;
     * DISK_FULL when there was no room for another state or for the ledger, DATA_FOLDER_REFUSES when the system refused to
     * write one of them, then or later.
     */
    public List<Problem> warnings() {
        return file.warnings();
    }

    /**
     * Call when the whole program is open: the book as it was before a migration goes, unless this opening has made the migration
     * or found something wrong.
     */
    @Blocking
    public void dropFormer() {
        file.dropFormer();
    }

    @Override
    public void leadsTo(ConnectionId connection, BookId book) throws ProblemException {
        file.change(tables -> {
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
        file.change(tables -> {
            Owned book = tables.of(connection.value())
                    .orElseThrow(() -> ProblemException.of(ProblemCode.NOTES_NOT_KEPT));
            tables.note(book, since, changes);
            tables.dropBeyond(MOST_CHANGES);
        });
        file.keepDailyState();
    }

    @Override
    public void walk(Set<ConnectionId> connections, Instant since, long above, Predicate<NotedChange> further)
            throws ProblemException {
        long below = Long.MAX_VALUE;
        boolean goOn = true;
        while (goOn) {
            long from = below;
            BookPart part = file
                    .read(tables -> BookPart.of(tables, connections, new BookPart.Numbers(above, from), since));
            // the copies are asked while the book is not held: a run that writes one of them notes changes here
            goOn = ChangeHolders.told(part, connections, copies).stream().allMatch(further)
                    && part.read() == CHANGES_AT_ONCE;
            below = part.last();
        }
    }

    @Override
    public Map<InvoiceKey, InvoiceMark> marks(Set<ConnectionId> connections) throws ProblemException {
        return file.read(tables -> new BookNotes(tables).marks(connections));
    }

    @Override
    public Map<InvoiceKey, InvoiceNews> news(Set<ConnectionId> connections) throws ProblemException {
        return file.read(tables -> new BookNotes(tables).news(connections));
    }

    @Override
    public Map<InvoiceKey, MarkAct> mark(Map<InvoiceKey, MarkAct> acts) throws ProblemException {
        for (MarkAct act : acts.values()) {
            OwnerNotes.demandShort(act);
        }
        Optional<Map<InvoiceKey, MarkAct>> undoing = file.answer(tables -> new BookNotes(tables).mark(acts));
        file.keepDailyState();
        return undoing.orElseThrow(() -> ProblemException.of(ProblemCode.NOTES_NOT_KEPT));
    }

    @Override
    public Map<PartnerKey, String> partnerNotes(Set<ConnectionId> connections) throws ProblemException {
        return file.read(tables -> new BookNotes(tables).partners(connections));
    }

    @Override
    public String notePartner(PartnerKey partner, String note) throws ProblemException {
        OwnerNotes.demandShort(note);
        Optional<String> before = file.answer(tables -> new BookNotes(tables).notePartner(partner, note));
        file.keepDailyState();
        return before.orElseThrow(() -> ProblemException.of(ProblemCode.NOTES_NOT_KEPT));
    }

    @Override
    public Set<String> knownFindings(ConnectionId connection) throws ProblemException {
        return file.read(tables -> new BookNotes(tables).known(connection));
    }

    @Override
    public void knowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
        if (!file.answer(tables -> new BookNotes(tables).know(connection, keys))) {
            throw ProblemException.of(ProblemCode.NOTES_NOT_KEPT);
        }
        file.keepDailyState();
    }

    @Override
    public void unknowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
        file.change(tables -> new BookNotes(tables).unknow(connection, keys));
    }

    @Override
    public long seen(ConnectionId connection) throws ProblemException {
        return file.read(tables -> tables.of(connection.value()).map(Owned::seen).orElse(0L));
    }

    @Override
    public void ledByOnly(Set<ConnectionId> connections) throws ProblemException {
        Set<String> ids = connections.stream().map(ConnectionId::value).collect(Collectors.toUnmodifiableSet());
        if (!ids.containsAll(file.read(BookTables::leading))) {
            file.change(tables -> {
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
        file.change(tables -> {
            Optional<Owned> book = tables.of(connection.value());
            if (book.isPresent()) {
                tables.change(book.get(), book.get().seenUpTo(number));
            }
        });
    }

    @Override
    public void unsee(ConnectionId connection, long marked, long before) throws ProblemException {
        file.change(tables -> {
            Optional<Owned> book = tables.of(connection.value()).filter(owned -> owned.seen() == marked);
            if (book.isPresent()) {
                tables.change(book.get(), book.get().seenAt(before));
            }
        });
    }

    @Override
    public void forget(ConnectionId connection) throws ProblemException {
        file.erase(tables -> {
            Optional<Owned> book = tables.of(connection.value());
            if (book.isPresent()) {
                boolean shared = tables.isSharedBeside(connection.value(), book.get());
                tables.part(connection.value());
                if (!shared) {
                    tables.delete(book.get());
                }
            }
        });
    }

    @Override
    public void release(ConnectionId connection) throws ProblemException {
        file.change(tables -> tables.part(connection.value()));
    }

    @Override
    public Contents contents() throws ProblemException {
        return file.read(tables -> new Contents(BookJoin.contents(tables), tables.lastNumber()));
    }

    @Override
    public List<MovedChange> changes(long above, long upTo) throws ProblemException {
        return file.read(tables -> {
            Map<Long, BookId> books = tables.owned().stream().collect(Collectors.toMap(Owned::id, Owned::book));
            return tables.changesAbove(above, upTo, CHANGES_AT_ONCE).stream()
                    .map(noted -> new MovedChange(Optional.ofNullable(books.get(noted.book())).orElseThrow(),
                            noted.number(), noted.change()))
                    .toList();
        });
    }

    @Override
    public Transfers.Owned join(List<MovedBook> books, History history, Together last) throws ProblemException {
        // no state of the day behind it: what could fail then would be told as if the joining had
        Transfers.Owned joined = file.answer(tables -> {
            Transfers.Owned all = new BookJoin(tables, MOST_CHANGES).join(books, history);
            last.run();
            return all;
        });
        // not before it counts: whoever ends it until then loses nothing
        file.forgetFormer();
        return joined;
    }

    @Override
    public void close() {
        file.close();
    }
}
