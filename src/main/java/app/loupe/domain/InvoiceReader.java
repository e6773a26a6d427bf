package app.loupe.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The local copy as screens and exports read it: no network, any thread but the window's own. */
@Blocking
public interface InvoiceReader {
    /** Every invoice of these connections, in no order. */
    List<InvoiceRow> rows(Set<ConnectionId> connections) throws ProblemException;

    /** For each term the invoices with a printed line that holds it; all terms together cost one walk over the lines. */
    Map<LineTerm, Set<InvoiceKey>> withLines(Set<ConnectionId> connections, Set<LineTerm> terms)
            throws ProblemException;

    /** One invoice with its lines. */
    Optional<Invoice> invoice(InvoiceKey key) throws ProblemException;

    /** The payments of one invoice, oldest first. */
    List<Payment> payments(InvoiceKey key) throws ProblemException;

    /** One partner. */
    Optional<Partner> partner(ConnectionId connection, long id) throws ProblemException;

    /** Gives every invoice (lines included when asked) to the consumer, ids ascending, without holding all in memory. */
    void each(ConnectionId connection, boolean withLines, Consumer<Invoice> consumer) throws ProblemException;

    /** How much the copy of a connection holds. */
    Counts counts(ConnectionId connection) throws ProblemException;

    /** Numbers of records in the copy; invoices that were removed in Odoo or are no longer accessible counted apart. */
    record Counts(long invoices, long removed, long lines, long journalItems, long partners, long products) {}
}
