package app.loupe.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The local copy as screens and exports read it; never asks a server. Call on any thread but the window's own. */
@Blocking
public interface InvoiceReader {
    /** Gives every invoice of these connections to the consumer, in no order; it must not call the copy. */
    void rows(Set<ConnectionId> connections, Consumer<InvoiceRow> consumer) throws ProblemException;

    /** All of them as a list. */
    default List<InvoiceRow> rows(Set<ConnectionId> connections) throws ProblemException {
        var rows = new ArrayList<InvoiceRow>();
        rows(connections, rows::add);
        return List.copyOf(rows);
    }

    /** These invoices of a connection, as far as the copy holds them, in no order. */
    List<InvoiceRow> rows(ConnectionId connection, Set<Long> ids) throws ProblemException;

    /** The documents of the copy that were made to reverse this one ({@link Invoice.Booking#reversedEntry}), in no order. */
    default List<InvoiceRow> reversals(InvoiceKey key) throws ProblemException {
        var ids = new HashSet<Long>();
        each(key.connection(), false, invoice -> {
            if (Ref.idOf(invoice.booking().reversedEntry()) == key.id()) {
                ids.add(invoice.id());
            }
        });
        return ids.isEmpty() ? List.of() : rows(key.connection(), ids);
    }

    /** Gives every printed line of these connections to the consumer, in no order. */
    void printedLines(Set<ConnectionId> connections, Consumer<PrintedLine> consumer) throws ProblemException;

    /** Gives the printed lines of these invoices to the consumer, in no order. */
    void printedLines(ConnectionId connection, Set<Long> invoices, Consumer<PrintedLine> consumer)
            throws ProblemException;

    /** One invoice with its lines. */
    Optional<Invoice> invoice(InvoiceKey key) throws ProblemException;

    /** The payments of one invoice, oldest first. */
    default List<Payment> payments(InvoiceKey key) throws ProblemException {
        return payments(key.connection(), Set.of(key.id())).getOrDefault(key.id(), List.of());
    }

    /**
     * The same for these invoices, by their ids; invoices without payments may be left out. Asking for each invoice costs
     * far more.
     */
    Map<Long, List<Payment>> payments(ConnectionId connection, Set<Long> invoices) throws ProblemException;

    /** One partner. */
    Optional<Partner> partner(ConnectionId connection, long id) throws ProblemException;

    /** The partner that a company of these books {@linkplain Partner#ownCompany is} itself. */
    Optional<Partner> companyContact(ConnectionId connection, long company) throws ProblemException;

    /** The accounting dates of the invoices of a connection that have one, by their ids. */
    default Map<Long, LocalDate> accountingDates(ConnectionId connection) throws ProblemException {
        var dates = new HashMap<Long, LocalDate>();
        each(connection, false, invoice -> {
            LocalDate booked = invoice.dates().accounting();
            if (booked != null) {
                dates.put(invoice.id(), booked);
            }
        });
        return dates;
    }

    /** Gives every invoice (lines included when asked) to the consumer, ids ascending, without holding all in memory. */
    void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) throws ProblemException;

    /** The same with these invoices alone. */
    default void each(ConnectionId connection, Set<Long> invoices, boolean withLines, Consumer<Invoice> consumer)
            throws ProblemException {
        each(connection, withLines, invoice -> {
            if (invoices.contains(invoice.id())) {
                consumer.accept(invoice);
            }
        });
    }

    /**
     * The same with the lines of the document ({@link MoveLine#isShown}), which costs least; other lines may or may not
     * be there.
     */
    default void eachShown(ConnectionId connection, Set<Long> invoices, Consumer<Invoice> consumer)
            throws ProblemException {
        each(connection, invoices, true, consumer);
    }

    /** Gives every receivable and payable item that counts to the consumer, in no order; it must not call the copy. */
    void owedItems(ConnectionId connection, Consumer<OwedItem> consumer) throws ProblemException;

    /** Gives those of them to the consumer that belong to these invoices or have these ids themselves. */
    void owedItems(ConnectionId connection, Set<Long> invoices, Set<Long> ids, Consumer<OwedItem> consumer)
            throws ProblemException;

    /** How much the copy of a connection holds. */
    Counts counts(ConnectionId connection) throws ProblemException;

    /**
     * A word for what the copy of a connection holds: another one once a document, a line, a payment or a contact is another.
     * Equal before and after several readings, it says that these are of one state; names alone count for nothing.
     */
    String state(ConnectionId connection) throws ProblemException;

    /** Numbers of records in the copy; invoices that were removed in Odoo or are no longer accessible counted apart. */
    record Counts(long invoices, long removed, long lines, long journalItems, long partners, long products) {}
}
