package app.loupe.store;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedChange;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Transfers;
import app.loupe.store.BookRows.Marked;
import app.loupe.store.BookRows.Noted;
import app.loupe.store.BookRows.Owned;
import app.loupe.store.BookRows.PartnerNote;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Joins what another computer kept with what the book keeps, within one transaction; see {@link MovedBooks#join}. Numbers tell
 * which change came after which. So where both have a history the changes of both get new numbers, in the order in which they
 * were noticed, and what points at a change follows it. For one joining.
 */
final class BookJoin {
    private final BookTables tables;
    private final int most;
    private final Map<BookId, Owned> books = new HashMap<>();
    private final Renumbering own = new Renumbering();
    private final Renumbering theirs = new Renumbering();
    /** The last number before anything was joined: what is above it is new. */
    private final long until;
    private final Deque<Noted> ahead = new ArrayDeque<>();
    private long readUpTo;
    /** How often each change that came was there with the same moment before. */
    private final Map<MovedChange, Integer> times = new HashMap<>();
    private Instant moment = Instant.MIN;
    private int notes;
    /** The numbers of what came, counted from the last one before. */
    private final BitSet came = new BitSet();

    /** @param most how many changes the book keeps */
    BookJoin(BookTables tables, int most) {
        this.tables = tables;
        this.most = most;
        this.until = tables.lastNumber();
    }

    /** What the tables hold of all books but the history. */
    static List<MovedBook> contents(BookTables tables) throws SQLException {
        var all = new ArrayList<MovedBook>();
        for (Owned book : tables.owned()) {
            var marks = new HashMap<Long, InvoiceMark>();
            for (Marked one : tables.marks().of(book)) {
                marks.put(one.invoice(), one.mark());
            }
            var notes = new HashMap<Long, String>();
            for (PartnerNote one : tables.marks().partners(book)) {
                notes.put(one.partner(), one.note());
            }
            all.add(new MovedBook(book.book(), book.seen(), marks, notes, tables.known().of(book)));
        }
        return all;
    }

    /** See {@link MovedBooks#join}. The own rows were read when the book was opened: what is refused here came. */
    Transfers.Owned join(List<MovedBook> moved, MovedBooks.History history) throws SQLException, ProblemException {
        try {
            joinAll(moved, history);
            return new Transfers.Owned(notes, came.cardinality());
        } catch (IllegalArgumentException | DateTimeException | SQLDataException senseless) {
            throw new ProblemException(Problem.of(ProblemCode.TRANSFER_DAMAGED), senseless);
        }
    }

    private void joinAll(List<MovedBook> moved, MovedBooks.History history) throws SQLException, ProblemException {
        for (MovedBook one : moved) {
            books.put(one.book(), book(one.book()));
        }
        fill();
        boolean hasOwn = !ahead.isEmpty();
        for (Optional<MovedChange> next = history.next(); next.isPresent(); next = history.next()) {
            take(next.get(), hasOwn);
        }
        while (fill()) {
            moveOwn();
        }
        if (hasOwn) {
            tables.removeChanges(until);
            follow();
        }
        for (MovedBook one : moved) {
            write(one, Objects.requireNonNull(books.get(one.book())));
        }
        if (tables.dropBeyond(most)) {
            countStaying();
        }
    }

    private Owned book(BookId id) throws SQLException {
        Optional<Owned> there = tables.of(id);
        return there.isPresent() ? there.get() : tables.begin(id);
    }

    private void take(MovedChange change, boolean hasOwn) throws SQLException {
        // of two at the same moment the own one is first: so it is found when it is the same
        while (fill() && !ahead.getFirst().change().noticed().isAfter(change.change().noticed())) {
            moveOwn();
        }
        Owned book = books.get(change.book());
        if (book == null) {
            throw new IllegalArgumentException("a change of no book");
        }
        long twin = hasOwn ? twin(book, change) : 0;
        // the own one may come later: its new number is looked up when all have theirs
        theirs.put(change.number(), twin > 0 ? -twin : append(book, change));
    }

    private long append(Owned book, MovedChange change) throws SQLException {
        long number = tables.append(book.id(), change.change());
        came.set(Math.toIntExact(number - until));
        return number;
    }

    /** Forgets of what came what was one too many: it is not told as if it were here. */
    private void countStaying() throws SQLException {
        var stays = new BitSet();
        for (long number : tables.numbersAbove(until)) {
            stays.set(Math.toIntExact(number - until));
        }
        came.and(stays);
    }

    /** The former number of the own change that is the same as this one; 0 when there is none. */
    private long twin(Owned book, MovedChange change) throws SQLException {
        InvoiceChange said = change.change();
        if (!said.noticed().equals(moment)) {
            times.clear();
            moment = said.noticed();
        }
        // two payments may be equal in every value
        int nth = times.merge(new MovedChange(change.book(), 0, said), 1, Integer::sum);
        List<Long> same = tables.same(book, said, until);
        return same.size() < nth ? 0 : same.get(nth - 1);
    }

    /** Whether there is another own change that has not got its number. */
    private boolean fill() throws SQLException {
        if (ahead.isEmpty()) {
            ahead.addAll(tables.changesAbove(readUpTo, until, MovedBooks.CHANGES_AT_ONCE));
            readUpTo = ahead.isEmpty() ? until : ahead.getLast().number();
        }
        return !ahead.isEmpty();
    }

    private void moveOwn() throws SQLException {
        Noted next = ahead.removeFirst();
        own.put(next.number(), tables.append(next.book(), next.change()));
    }

    /** What points at changes of this computer points at their new numbers. */
    private void follow() throws SQLException {
        for (Owned book : tables.owned()) {
            Owned after = book.seenAt(own.at(book.seen()));
            tables.change(book, after);
            books.replace(book.book(), after);
            for (Marked one : tables.marks().of(book)) {
                InvoiceMark mark = reviewed(one.mark(), own::at);
                if (!mark.equals(one.mark())) {
                    tables.marks().put(book, one.invoice(), mark);
                }
            }
        }
    }

    private static InvoiceMark reviewed(InvoiceMark mark, LongUnaryOperator numbers) {
        InvoiceMark.Review review = mark.review();
        return review == null
                ? mark
                : new InvoiceMark(mark.flagged(), mark.note(),
                        new InvoiceMark.Review(review.at(), review.digest(), numbers.applyAsLong(review.change())),
                        mark.remindOn(), mark.opened());
    }

    private void write(MovedBook moved, Owned book) throws SQLException, ProblemException {
        tables.change(book, book.seenUpTo(now(moved.seen())));
        for (var one : moved.marks().entrySet()) {
            InvoiceMark before = tables.marks().of(book, one.getKey());
            InvoiceMark after = tables.marks().join(book, one.getKey(), reviewed(one.getValue(), this::now));
            demandShort(after.note());
            notes += after.isWritten() && !after.equals(before) ? 1 : 0;
        }
        for (var one : moved.partnerNotes().entrySet()) {
            String before = tables.marks().partner(book, one.getKey());
            String after = tables.marks().joinPartner(book, one.getKey(), one.getValue());
            demandShort(after);
            notes += after.equals(before) ? 0 : 1;
        }
        notes += tables.known().add(book, moved.known());
    }

    /** What is longer would not be read from a transfer file again; neither note is cut, so both stay where they are. */
    private static void demandShort(String note) throws ProblemException {
        if (note.length() > InvoiceMark.LONGEST_JOINED) {
            throw ProblemException.of(ProblemCode.NOTE_TOO_LONG, Integer.toString(note.length()),
                    Integer.toString(InvoiceMark.LONGEST_JOINED));
        }
    }

    /** The number here of the last change up to a number there. */
    private long now(long there) {
        long number = theirs.at(there);
        return number < 0 ? own.at(-number) : number;
    }
}
