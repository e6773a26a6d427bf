package app.loupe.domain;

import app.loupe.domain.InvoiceRow.Presence;
import java.util.Map;
import java.util.Set;

/** Says which invoices the copy of a connection holds. */
@Blocking
@FunctionalInterface
public interface HeldInvoices {
    /** Those of these invoices that are there, also of those that are gone in Odoo or can no longer be seen. */
    Map<Long, Presence> held(ConnectionId connection, Set<Long> invoices) throws ProblemException;
}
