package app.loupe.app.commands;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.Set;
import java.util.function.Predicate;

/** Understands the search text of {@code loupe invoices --query}: the same words as the window's search box. */
@Blocking
@FunctionalInterface
public interface RowSelection {
    /**
     * Turns the text into a choice of invoices.
     *
     * @param query never empty
     * @throws ProblemException {@link ProblemCode#QUERY_UNREADABLE} with the part that could not be read
     */
    Predicate<InvoiceRow> select(Set<ConnectionId> connections, String query) throws ProblemException;
}
