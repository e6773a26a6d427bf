package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.MarkAct;
import app.loupe.domain.PartnerKey;
import app.loupe.store.BookRows.Marked;
import app.loupe.store.BookRows.Owned;
import app.loupe.store.BookRows.PartnerNote;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds and changes what the owner wrote, by connections, which lead to books, within one transaction. */
final class BookNotes {
    private final BookTables tables;

    BookNotes(BookTables tables) {
        this.tables = tables;
    }

    Map<InvoiceKey, InvoiceMark> marks(Set<ConnectionId> connections) throws SQLException {
        var marks = new HashMap<InvoiceKey, InvoiceMark>();
        for (ConnectionId id : connections) {
            Optional<Owned> book = tables.of(id.value());
            if (book.isPresent()) {
                for (Marked one : tables.marks().of(book.get())) {
                    marks.put(new InvoiceKey(id, one.invoice()), one.mark());
                }
            }
        }
        return marks;
    }

    Map<InvoiceKey, InvoiceNews> news(Set<ConnectionId> connections) throws SQLException {
        var news = new HashMap<InvoiceKey, InvoiceNews>();
        for (ConnectionId id : connections) {
            Optional<Owned> book = tables.of(id.value());
            if (book.isPresent()) {
                tables.news(book.get()).forEach((invoice, one) -> news.put(new InvoiceKey(id, invoice), one));
            }
        }
        return news;
    }

    Map<PartnerKey, String> partners(Set<ConnectionId> connections) throws SQLException {
        var notes = new HashMap<PartnerKey, String>();
        for (ConnectionId id : connections) {
            Optional<Owned> book = tables.of(id.value());
            if (book.isPresent()) {
                for (PartnerNote one : tables.marks().partners(book.get())) {
                    notes.put(new PartnerKey(id, one.partner()), one.note());
                }
            }
        }
        return notes;
    }

    /**
     * Does the acts.
     *
     * @return the acts that undo them; empty, with nothing done, when one of the connections leads to no books
     */
    Optional<Map<InvoiceKey, MarkAct>> mark(Map<InvoiceKey, MarkAct> acts) throws SQLException {
        var books = new HashMap<ConnectionId, Owned>();
        for (ConnectionId id : acts.keySet().stream().map(InvoiceKey::connection).distinct().toList()) {
            Optional<Owned> book = tables.of(id.value());
            if (book.isEmpty()) {
                return Optional.empty();
            }
            books.put(id, book.get());
        }
        var undoing = new HashMap<InvoiceKey, MarkAct>();
        for (var act : acts.entrySet()) {
            Owned book = Optional.ofNullable(books.get(act.getKey().connection())).orElseThrow();
            InvoiceMark before = tables.marks().of(book, act.getKey().id());
            InvoiceMark after = act.getValue().on(before);
            if (!after.equals(before)) {
                tables.marks().put(book, act.getKey().id(), after);
                undoing.put(act.getKey(), act.getValue().undoing(before));
            }
        }
        return Optional.of(undoing);
    }

    /** Writes a note to a partner and returns the one before; empty when the connection leads to no books. */
    Optional<String> notePartner(PartnerKey partner, String note) throws SQLException {
        Optional<Owned> book = tables.of(partner.connection().value());
        if (book.isEmpty()) {
            return Optional.empty();
        }
        String before = tables.marks().partner(book.get(), partner.id());
        if (!note.equals(before)) {
            tables.marks().putPartner(book.get(), partner.id(), note);
        }
        return Optional.of(before);
    }

    /** The findings that the owner knows. */
    Set<String> known(ConnectionId connection) throws SQLException {
        Optional<Owned> book = tables.of(connection.value());
        return book.isEmpty() ? Set.of() : tables.known().of(book.get());
    }

    /** Notes that the owner knows these findings; returns false, with nothing done, when the connection leads to no books. */
    boolean know(ConnectionId connection, Set<String> keys) throws SQLException {
        Optional<Owned> book = tables.of(connection.value());
        if (book.isPresent()) {
            tables.known().add(book.get(), keys);
        }
        return book.isPresent();
    }

    /** Notes that the owner no longer knows these. */
    void unknow(ConnectionId connection, Set<String> keys) throws SQLException {
        Optional<Owned> book = tables.of(connection.value());
        if (book.isPresent()) {
            tables.known().remove(book.get(), keys);
        }
    }
}
