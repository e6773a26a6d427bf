package app.loupe.app.commands;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.review.DayOrder;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.RowList;
import java.util.Set;

/** Understands the search text of {@code loupe invoices --query}: the same words as the window's search box. */
@Blocking
@FunctionalInterface
public interface RowSelection {
    /**
     * Chooses among the invoices of these connections. Those that do not count are chosen when the query asks for them,
     * as in the window, or when all that match are asked for. The newest stands first.
     *
     * @param query empty for all invoices
     * @param order of day and month where only one can be meant: that of the region
     * @param removedToo whether every match is chosen, also those that do not count
     * @throws ProblemException {@link ProblemCode#QUERY_UNREADABLE} with the part that could not be read
     */
    Selected find(Set<ConnectionId> connections, String query, DayOrder order, boolean removedToo)
            throws ProblemException;

    /**
     * What was chosen.
     *
     * @param query as it was understood
     */
    record Selected(InvoiceQuery query, RowList rows) {}
}
