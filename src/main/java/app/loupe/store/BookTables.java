package app.loupe.store;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceNews;
import app.loupe.store.BookRows.Lead;
import app.loupe.store.BookRows.Noted;
import app.loupe.store.BookRows.Owned;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and changes the tables of the book within one transaction, and counts what it adds and removes. */
final class BookTables {
    /** On how many days changes must have been noted before their dates are believed to tell the time. */
    private static final int DAYS_BELIEVED = 3;

    private final BookStatements statements;
    private final BookState before;
    private final BookMarks marks;
    private final BookKnown known;
    private long lastNumber;

    BookTables(Connection connection) throws SQLException {
        this.statements = new BookStatements(connection);
        this.before = found();
        this.marks = new BookMarks(statements);
        this.known = new BookKnown(statements);
        this.lastNumber = before.lastNumber();
    }

    private BookState found() throws SQLException {
        return statements.all("SELECT generation, changed_at, last_number, row_count, row_sum FROM book_state",
                row -> new BookState(row.getLong(1), BookRows.instant(row, 2), row.getLong(3), row.getLong(4),
                        row.getLong(5)))
                .stream().findFirst().orElseThrow(() -> new IllegalArgumentException("the book has no state"));
    }

    /** What the owner wrote. */
    BookMarks marks() {
        return marks;
    }

    /** Which findings the owner knows. */
    BookKnown known() {
        return known;
    }

    /** What the file said it holds when the transaction began. */
    BookState state() {
        return before;
    }

    /** The number of the last change, those that were dropped included. */
    long lastNumber() {
        return lastNumber;
    }

    /** Writes into the file what it holds after the changes so far, and returns that; unchanged when there were none. */
    BookState settle(Instant now) throws SQLException {
        if (!statements.changed()) {
            return before;
        }
        BookState after = before.next(now, lastNumber, statements.rows(), statements.sum());
        statements.run(
                "UPDATE book_state SET generation = ?, changed_at = ?, last_number = ?, row_count = ?, row_sum = ?",
                after.generation(), BookRows.stored(now), lastNumber, after.rows(), after.sum());
        return after;
    }

    /** The books that a connection leads to. */
    Optional<Owned> of(String connectionId) throws SQLException {
        return statements.all("SELECT b.id, b.address, b.database, b.seen FROM owned_book b "
                + "JOIN book_connection c ON c.book_id = b.id WHERE c.connection_id = ?", Owned::of, connectionId)
                .stream().findFirst();
    }

    /** The books of an address and database. */
    Optional<Owned> of(BookId book) throws SQLException {
        return statements
                .all("SELECT id, address, database, seen FROM owned_book WHERE address = ? AND database = ?", Owned::of,
                        book.address(), book.database())
                .stream().findFirst();
    }

    /** All books. */
    List<Owned> owned() throws SQLException {
        return statements.all("SELECT id, address, database, seen FROM owned_book", Owned::of);
    }

    /** Begins to keep books that were not kept before. */
    Owned begin(BookId book) throws SQLException {
        long id = statements.all("SELECT COALESCE(MAX(id), 0) + 1 FROM owned_book", row -> row.getLong(1)).getFirst();
        var owned = new Owned(id, book, 0);
        statements.run("INSERT INTO owned_book (id, address, database, seen, row_hash) VALUES (?, ?, ?, ?, ?)", id,
                book.address(), book.database(), 0L, owned.hash());
        statements.count(1, owned.hash());
        return owned;
    }

    /** Replaces the row of these books. */
    void change(Owned before, Owned after) throws SQLException {
        statements.run("UPDATE owned_book SET address = ?, database = ?, seen = ?, row_hash = ? WHERE id = ?",
                after.book().address(), after.book().database(), after.seen(), after.hash(), after.id());
        statements.count(0, after.hash() - before.hash());
    }

    /** Whether another connection leads to these books too. */
    boolean isSharedBeside(String connectionId, Owned book) throws SQLException {
        return !statements.all("SELECT connection_id FROM book_connection WHERE book_id = ? AND connection_id <> ?",
                row -> row.getString(1), book.id(), connectionId).isEmpty();
    }

    /** The connections that lead to books. */
    List<String> leading() throws SQLException {
        return leads().stream().map(Lead::connection).toList();
    }

    /** Which connection leads to which books. */
    List<Lead> leads() throws SQLException {
        return statements.all("SELECT connection_id, book_id FROM book_connection",
                row -> new Lead(row.getString(1), row.getLong(2)));
    }

    /** From now on the connection leads to these books. */
    void lead(String connectionId, Owned book) throws SQLException {
        part(connectionId);
        var lead = new Lead(connectionId, book.id());
        statements.run("INSERT INTO book_connection (connection_id, book_id, row_hash) VALUES (?, ?, ?)", connectionId,
                book.id(),
                lead.hash());
        statements.count(1, lead.hash());
    }

    /** The connection no longer leads anywhere. */
    void part(String connectionId) throws SQLException {
        statements.remove("book_connection", "connection_id = ?", connectionId);
    }

    /** Deletes books and everything that was kept of them. */
    void delete(Owned book) throws SQLException {
        statements.remove("invoice_change", "book_id = ?", book.id());
        marks.delete(book);
        known.delete(book);
        statements.remove("owned_book", "id = ?", book.id());
    }

    /** Moves what is kept of some books to others. */
    void move(Owned from, Owned to) throws SQLException {
        List<Noted> moved = statements.all("SELECT " + Noted.COLUMNS + " FROM invoice_change WHERE book_id = ?",
                Noted::of,
                from.id());
        statements.remove("invoice_change", "book_id = ?", from.id());
        for (Noted one : moved) {
            insert(new Noted(one.number(), to.id(), one.change()));
        }
        marks.move(from, to);
        known.move(from, to);
        change(to, to.seenUpTo(from.seen()));
        delete(from);
    }

    /**
     * Keeps changes under the next numbers, except those that the book has already: after an interruption they are
     * reported again.
     *
     * @param since a change noticed before this is not the same one reported again: it may have been undone unnoticed in
     *     between
     */
    void note(Owned book, Instant since, List<InvoiceChange> changes) throws SQLException {
        var equals = new HashMap<List<Object>, Integer>();
        for (InvoiceChange change : changes) {
            // two payments may be equal in every value
            int nth = equals.merge(List.of(change.invoice(), change.field(), change.record(), said(change)), 1,
                    Integer::sum);
            List<List<String>> newest = statements.all("""
                    SELECT kind, value_before, value_after FROM invoice_change
                    WHERE book_id = ? AND invoice_id = ? AND field = ? AND record_id = ?
                    AND (field <> 'PAYMENT' OR value_before || value_after = ?) AND noticed >= ?
                    ORDER BY number DESC FETCH FIRST ? ROWS ONLY""",
                    row -> List.of(row.getString(1), row.getString(2), row.getString(3)), book.id(), change.invoice(),
                    change.field().name(), change.record(), change.before() + change.after(), BookRows.stored(since),
                    nth);
            if (newest.size() < nth || !newest.stream().allMatch(said(change)::equals)) {
                append(book.id(), change);
            }
        }
    }

    /** Keeps a change under the next number, which is returned. */
    long append(long book, InvoiceChange change) throws SQLException {
        lastNumber++;
        insert(new Noted(lastNumber, book, change));
        return lastNumber;
    }

    /** The numbers, up to one, under which the very same change is kept, lowest first. */
    List<Long> same(Owned book, InvoiceChange change, long upTo) throws SQLException {
        return statements
                .all("SELECT " + Noted.COLUMNS + " FROM invoice_change WHERE book_id = ? AND invoice_id = ? "
                        + "AND number <= ? AND noticed = ? ORDER BY number", Noted::of, book.id(), change.invoice(),
                        upTo, BookRows.stored(change.noticed()))
                .stream().filter(noted -> noted.change().equals(change)).map(Noted::number).toList();
    }

    /** The first changes of all books with numbers above one and up to another, lowest first. */
    List<Noted> changesAbove(long above, long upTo, int most) throws SQLException {
        return statements.all("SELECT " + Noted.COLUMNS + " FROM invoice_change WHERE number > ? AND number <= ? "
                + "ORDER BY number FETCH FIRST ? ROWS ONLY", Noted::of, above, upTo, most);
    }

    /** Removes the changes up to this number. */
    void removeChanges(long upTo) throws SQLException {
        statements.remove("invoice_change", "number <= ?", upTo);
    }

    private static List<String> said(InvoiceChange change) {
        return List.of(change.kind().name(), change.before(), change.after());
    }

    private void insert(Noted row) throws SQLException {
        var values = new ArrayList<>(row.values());
        values.add(row.hash());
        statements.run("INSERT INTO invoice_change (" + Noted.COLUMNS
                + ", row_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values.toArray());
        statements.count(1, row.hash());
    }

    /**
     * Removes the changes that are older than that, but only if changes noted on {@link #DAYS_BELIEVED} days confirm the
     * date: otherwise a clock that is years ahead for a day or two would remove everything for good.
     */
    void dropOlder(Duration kept, Instant now) throws SQLException {
        Optional<Instant> until = Optional.of(now.plusNanos(1));
        for (int day = 0; day < DAYS_BELIEVED && until.isPresent(); day++) {
            // what no clock says is no day; and reckoning from there may fail
            until = noticedBefore(until.get().minus(day == 0 ? Duration.ZERO : Duration.ofDays(1)))
                    .filter(moment -> moment.isAfter(Instant.EPOCH));
        }
        if (until.isPresent()) {
            statements.remove("invoice_change", "noticed < ?", BookRows.stored(until.get().minus(kept)));
        }
    }

    private Optional<Instant> noticedBefore(Instant moment) throws SQLException {
        return statements.all(
                "SELECT noticed FROM invoice_change WHERE noticed < ? ORDER BY noticed DESC FETCH FIRST ROW ONLY",
                row -> BookRows.instant(row, 1), BookRows.stored(moment)).stream().findFirst();
    }

    /**
     * When there are more changes than this, removes the oldest of the book with the most, and a twentieth more, so that
     * this happens rarely. One busy book costs the others nothing.
     *
     * @return whether there were more
     */
    boolean dropBeyond(int most) throws SQLException {
        boolean dropped = false;
        for (long beyond = howMany() - most; beyond > 0; beyond = howMany() - most) {
            long[] largest = statements.all("SELECT book_id, COUNT(*) FROM invoice_change GROUP BY book_id "
                    + "ORDER BY COUNT(*) DESC FETCH FIRST ROW ONLY",
                    row -> new long[] {row.getLong(1), row.getLong(2)}).getFirst();
            List<Long> last = statements.all("SELECT number FROM invoice_change WHERE book_id = ? ORDER BY number "
                    + "OFFSET ? ROWS FETCH FIRST ROW ONLY", row -> row.getLong(1), largest[0],
                    Math.min(beyond + most / 20, largest[1]) - 1);
            statements.remove("invoice_change", "book_id = ? AND number <= ?", largest[0], last.getFirst());
            dropped = true;
        }
        return dropped;
    }

    /** The numbers of all changes above one. */
    List<Long> numbersAbove(long above) throws SQLException {
        return statements.all("SELECT number FROM invoice_change WHERE number > ?", row -> row.getLong(1), above);
    }

    private long howMany() throws SQLException {
        return statements.all("SELECT COUNT(*) FROM invoice_change", row -> row.getLong(1)).getFirst();
    }

    /** The newest changes of all books with some numbers and not before a moment, newest first. */
    List<Noted> changes(BookPart.Numbers numbers, Instant since, int most) throws SQLException {
        return statements.all("SELECT " + Noted.COLUMNS + " FROM invoice_change WHERE number < ? AND number > ? "
                + "AND noticed >= ? ORDER BY number DESC FETCH FIRST ? ROWS ONLY", Noted::of, numbers.below(),
                numbers.above(), BookRows.stored(since), most);
    }

    /** What the changes of these books tell about each invoice. */
    Map<Long, InvoiceNews> news(Owned book) throws SQLException {
        String written = Arrays.stream(InvoiceField.values()).filter(InvoiceField::isWritten)
                .map(field -> "'" + field.name() + "'").collect(Collectors.joining(", "));
        var news = new HashMap<Long, InvoiceNews>();
        statements.all("SELECT invoice_id, MAX(CASE WHEN kind = 'NEW' THEN number ELSE 0 END), MAX(CASE WHEN field IN ("
                + written
                + ") THEN number ELSE 0 END) FROM invoice_change WHERE book_id = ? AND (kind = 'NEW' OR field IN ("
                + written + ")) GROUP BY invoice_id",
                row -> news.put(row.getLong(1), new InvoiceNews(row.getLong(2), row.getLong(3))), book.id());
        return news;
    }

    /** Reads every row; fails unless all rows are there and each is what was stored. */
    void demandWhole() throws SQLException {
        long[] found = new long[2];
        verify(found, "SELECT " + Noted.COLUMNS + ", row_hash FROM invoice_change WHERE number > ? "
                + "ORDER BY number FETCH FIRST 5000 ROWS ONLY");
        statements.all("SELECT id, address, database, seen, row_hash FROM owned_book",
                row -> add(found, Owned.of(row).hash(), row.getLong(5)));
        statements.all("SELECT connection_id, book_id, row_hash FROM book_connection",
                row -> add(found, new Lead(row.getString(1), row.getLong(2)).hash(), row.getLong(3)));
        marks.each((counted, said) -> add(found, counted, said));
        known.each((counted, said) -> add(found, counted, said));
        if (!before.holdsTheSameAs(found[0], found[1])) {
            throw new IllegalArgumentException("the book is short");
        }
    }

    private void verify(long[] found, String part) throws SQLException {
        long after = 0;
        List<Noted> rowsOfPart;
        do {
            rowsOfPart = statements.all(part, row -> {
                Noted noted = Noted.of(row);
                add(found, noted.hash(), row.getLong(14));
                return noted;
            }, after);
            after = rowsOfPart.isEmpty() ? after : rowsOfPart.getLast().number();
        } while (!rowsOfPart.isEmpty());
    }

    private static boolean add(long[] found, long counted, long said) {
        if (counted != said) {
            throw new IllegalArgumentException("a row of the book is not what was stored");
        }
        found[0]++;
        found[1] += said;
        return true;
    }
}
