package app.loupe.store;

import app.loupe.store.BookRows.Known;
import app.loupe.store.BookRows.Owned;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Reads and changes which findings the owner knows, within the transaction of its statements. */
final class BookKnown {
    private final BookStatements statements;

    BookKnown(BookStatements statements) {
        this.statements = statements;
    }

    Set<String> of(Owned book) throws SQLException {
        return new HashSet<>(statements.all("SELECT finding_key FROM known_finding WHERE book_id = ?",
                row -> row.getString(1), book.id()));
    }

    /** Adds those that are not there yet. */
    int add(Owned book, Set<String> keys) throws SQLException {
        Set<String> before = of(book);
        int added = 0;
        for (String key : keys) {
            if (before.add(key)) {
                var row = new Known(book.id(), key);
                statements.run("INSERT INTO known_finding (book_id, finding_key, row_hash) VALUES (?, ?, ?)",
                        book.id(), key, row.hash());
                statements.count(1, row.hash());
                added++;
            }
        }
        return added;
    }

    /** Removes those that are there. */
    void remove(Owned book, Set<String> keys) throws SQLException {
        for (String key : keys) {
            statements.remove("known_finding", "book_id = ? AND finding_key = ?", book.id(), key);
        }
    }

    /** Deletes all of these books. */
    void delete(Owned book) throws SQLException {
        statements.remove("known_finding", "book_id = ?", book.id());
    }

    /** Moves those of some books to others. */
    void move(Owned from, Owned to) throws SQLException {
        add(to, of(from));
        delete(from);
    }

    /** Gives every row of all books to the consumer. */
    void each(BookMarks.Rows rows) throws SQLException {
        statements.all("SELECT book_id, finding_key, row_hash FROM known_finding", row -> {
            rows.row(Known.of(row).hash(), row.getLong(3));
            return true;
        });
    }
}
