package app.loupe.store;

import app.loupe.domain.InvoiceMark;
import app.loupe.store.BookRows.Marked;
import app.loupe.store.BookRows.Owned;
import app.loupe.store.BookRows.PartnerNote;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and changes what the owner wrote, within the transaction of its statements. */
final class BookMarks {
    private final BookStatements statements;

    BookMarks(BookStatements statements) {
        this.statements = statements;
    }

    /** Receives the computed hash of a row, and the hash stored in it. */
    interface Rows {
        void row(long counted, long said);
    }

    List<Marked> of(Owned book) throws SQLException {
        return statements.all("SELECT " + Marked.COLUMNS + " FROM invoice_mark WHERE book_id = ?", Marked::of,
                book.id());
    }

    InvoiceMark of(Owned book, long invoice) throws SQLException {
        return statements.all("SELECT " + Marked.COLUMNS + " FROM invoice_mark WHERE book_id = ? AND invoice_id = ?",
                Marked::of, book.id(), invoice).stream().map(Marked::mark).findFirst().orElse(InvoiceMark.NONE);
    }

    /** Replaces what is written to an invoice; an empty mark has no row. */
    void put(Owned book, long invoice, InvoiceMark mark) throws SQLException {
        statements.remove("invoice_mark", "book_id = ? AND invoice_id = ?", book.id(), invoice);
        if (!mark.isEmpty()) {
            var row = new Marked(book.id(), invoice, mark);
            statements.run("INSERT INTO invoice_mark (" + Marked.COLUMNS
                    + ", row_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Stream.concat(row.values().stream(), Stream.of(row.hash())).toArray());
            statements.count(1, row.hash());
        }
    }

    List<PartnerNote> partners(Owned book) throws SQLException {
        return statements.all("SELECT book_id, partner_id, note FROM partner_note WHERE book_id = ?", PartnerNote::of,
                book.id());
    }

    /** The note to a partner; empty when there is none. */
    String partner(Owned book, long partner) throws SQLException {
        return statements.all("SELECT note FROM partner_note WHERE book_id = ? AND partner_id = ?",
                row -> row.getString(1), book.id(), partner).stream().findFirst().orElse("");
    }

    /** Replaces the note to a partner; an empty one has no row. */
    void putPartner(Owned book, long partner, String note) throws SQLException {
        statements.remove("partner_note", "book_id = ? AND partner_id = ?", book.id(), partner);
        if (!note.isEmpty()) {
            var row = new PartnerNote(book.id(), partner, note);
            statements.run("INSERT INTO partner_note (book_id, partner_id, note, row_hash) VALUES (?, ?, ?, ?)",
                    book.id(), partner, note, row.hash());
            statements.count(1, row.hash());
        }
    }

    /** Deletes what was written to anything in these books. */
    void delete(Owned book) throws SQLException {
        statements.remove("invoice_mark", "book_id = ?", book.id());
        statements.remove("partner_note", "book_id = ?", book.id());
    }

    /** Moves what was written to some books to others; where both hold something, nothing of either is lost. */
    void move(Owned from, Owned to) throws SQLException {
        for (Marked one : of(from)) {
            join(to, one.invoice(), one.mark());
        }
        for (PartnerNote one : partners(from)) {
            joinPartner(to, one.partner(), one.note());
        }
        delete(from);
    }

    /** Joins what was written to an invoice elsewhere with what is written to it, and answers both: nothing of either is lost. */
    InvoiceMark join(Owned to, long invoice, InvoiceMark mark) throws SQLException {
        InvoiceMark before = of(to, invoice);
        InvoiceMark after = both(before, mark);
        if (!after.equals(before)) {
            put(to, invoice, after);
        }
        return after;
    }

    /** The same for the note to a partner. */
    String joinPartner(Owned to, long partner, String note) throws SQLException {
        String before = partner(to, partner);
        String after = both(before, note);
        if (!after.equals(before)) {
            putPartner(to, partner, after);
        }
        return after;
    }

    private static InvoiceMark both(InvoiceMark one, InvoiceMark other) {
        return new InvoiceMark(one.flagged() || other.flagged(), both(one.note(), other.note()),
                later(one.review(), other.review()), earlier(one.remindOn(), other.remindOn()),
                one.opened() || other.opened());
    }

    /** The longer of two of which one holds the other; else the lines that are new come below. So joining again adds nothing. */
    private static String both(String one, String other) {
        if (one.contains(other)) {
            return one;
        }
        if (other.contains(one)) {
            return other;
        }
        Set<String> there = one.lines().collect(Collectors.toUnmodifiableSet());
        return Stream.concat(Stream.of(one), other.lines().filter(line -> !line.isBlank() && !there.contains(line)))
                .collect(Collectors.joining("\n"));
    }

    private static InvoiceMark.@Nullable Review later(InvoiceMark.@Nullable Review one,
            InvoiceMark.@Nullable Review other) {
        return Stream.of(one, other).flatMap(review -> Optional.ofNullable(review).stream())
                .max(Comparator.comparing(InvoiceMark.Review::at)).orElse(null);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Stream.of(one, other).flatMap(day -> Optional.ofNullable(day).stream())
                .min(Comparator.naturalOrder()).orElse(null);
    }

    /** Gives every row of all books to the consumer. */
    void each(Rows rows) throws SQLException {
        statements.all("SELECT " + Marked.COLUMNS + ", row_hash FROM invoice_mark", row -> {
            rows.row(Marked.of(row).hash(), row.getLong(10));
            return true;
        });
        statements.all("SELECT book_id, partner_id, note, row_hash FROM partner_note", row -> {
            rows.row(PartnerNote.of(row).hash(), row.getLong(4));
            return true;
        });
    }
}
