package app.loupe.bookcheck;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import java.util.function.Consumer;

/**
 * One thing that is looked for. Takes the books of one connection in three passes - rows, invoices, items - and tells then
 * what it found. Used by one thread, once.
 */
interface Check {
    /** A row of the list; all come before the invoices. */
    default void row(InvoiceRow row) {}

    /**
     * An invoice with its lines.
     *
     * @param present whether Odoo still shows it
     */
    void invoice(Invoice invoice, boolean present);

    /** A receivable or payable item; all come after the invoices. */
    default void item(OwedItem item) {}

    /**
     * Gives what was found.
     *
     * @param cancel asked where there is much to look through
     * @throws ProblemException when it was cancelled
     */
    void findings(Consumer<Finding> found, CancelToken cancel) throws ProblemException;
}
