package app.loupe.store;

import app.loupe.domain.BookId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceMark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps what the book keeps to its rows and back; each row carries a hash over all its values. */
final class BookRows {
    private static final int HASH_DIGITS = 15;
    private static final int HEXADECIMAL = 16;

    private BookRows() {}

    /** The hash of a row: 60 bits of SHA-256. */
    private static long hash(@Nullable Object... values) {
        var texts = new ArrayList<String>(values.length);
        for (Object value : values) {
            // a missing day or moment
            texts.add(Objects.toString(value, ""));
        }
        return Long.parseLong(FramedDigest.of(texts).substring(0, HASH_DIGITS), HEXADECIMAL);
    }

    /** One of the books. */
    record Owned(long id, BookId book, long seen) {
        long hash() {
            return BookRows.hash("book", id, book.address(), book.database(), seen);
        }

        Owned seenUpTo(long number) {
            return new Owned(id, book, Math.max(seen, number));
        }

        Owned seenAt(long number) {
            return new Owned(id, book, number);
        }

        Owned calledFor(BookId other) {
            return new Owned(id, other, seen);
        }

        /** From {@code id, address, database, seen}. */
        static Owned of(ResultSet row) throws SQLException {
            return new Owned(row.getLong(1), new BookId(row.getString(2), row.getString(3)), row.getLong(4));
        }
    }

    /** Where a connection leads. */
    record Lead(String connection, long book) {
        long hash() {
            return BookRows.hash("connection", connection, book);
        }
    }

    /** A change of one of the books. */
    record Noted(long number, long book, InvoiceChange change) {
        /** The columns of a query that {@link #of} reads, in the order of {@link #values}. */
        static final String COLUMNS = "number, book_id, invoice_id, name, company_id, run, noticed, kind, field, "
                + "record_id, value_before, value_after, posted";

        long hash() {
            return BookRows.hash(values().toArray());
        }

        /** What stands in the columns. */
        List<Object> values() {
            return List.of(number, book, change.invoice(), change.name(), change.company(), change.run(),
                    stored(change.noticed()), change.kind().name(), change.field().name(), change.record(),
                    change.before(), change.after(), change.posted());
        }

        static Noted of(ResultSet row) throws SQLException {
            var change = new InvoiceChange(row.getLong(3), row.getString(4), row.getLong(5), row.getInt(6),
                    instant(row, 7), Kind.valueOf(row.getString(8)), InvoiceField.valueOf(row.getString(9)),
                    row.getLong(10), row.getString(11), row.getString(12), row.getBoolean(13));
            return new Noted(row.getLong(1), row.getLong(2), change);
        }
    }

    /** What the owner wrote to an invoice of one of the books. */
    record Marked(long book, long invoice, InvoiceMark mark) {
        /** The columns of a query that {@link #of} reads, in the order of {@link #values}. */
        static final String COLUMNS = "book_id, invoice_id, flagged, note, reviewed_at, reviewed_digest, "
                + "reviewed_change, remind_on, opened";

        long hash() {
            return BookRows.hash(values().toArray());
        }

        /** What stands in the columns. */
        List<@Nullable Object> values() {
            InvoiceMark.Review review = mark.review();
            return Arrays.asList(book, invoice, mark.flagged(), mark.note(),
                    review == null ? null : stored(review.at()), review == null ? null : review.digest(),
                    review == null ? null : review.change(), mark.remindOn(), mark.opened());
        }

        static Marked of(ResultSet row) throws SQLException {
            InvoiceMark.Review review = row.getObject(5) == null
                    ? null
                    : new InvoiceMark.Review(instant(row, 5), Objects.requireNonNull(row.getString(6)), row.getLong(7));
            return new Marked(row.getLong(1), row.getLong(2), new InvoiceMark(row.getBoolean(3),
                    Objects.requireNonNull(row.getString(4)), review, row.getObject(8, LocalDate.class),
                    row.getBoolean(9)));
        }
    }

    /** What the owner wrote to a partner of one of the books. */
    record PartnerNote(long book, long partner, String note) {
        long hash() {
            return BookRows.hash("partner", book, partner, note);
        }

        /** From {@code book_id, partner_id, note}. */
        static PartnerNote of(ResultSet row) throws SQLException {
            return new PartnerNote(row.getLong(1), row.getLong(2), Objects.requireNonNull(row.getString(3)));
        }
    }

    /** A finding that the owner knows, in one of the books. */
    record Known(long book, String key) {
        long hash() {
            return BookRows.hash("known", book, key);
        }

        /** From {@code book_id, finding_key}. */
        static Known of(ResultSet row) throws SQLException {
            return new Known(row.getLong(1), Objects.requireNonNull(row.getString(2)));
        }
    }

    /** A moment as its column takes it. */
    static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** The moment of a column. */
    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
