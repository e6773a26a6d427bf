package app.loupe.store;

import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Reads the figures of stored invoices that are compared: from the rows themselves, never from notes about them. */
record FigureRows(StatelessSession session, String connection) {
    /** The figures of the invoices that are here and not marked as gone, by id. */
    Map<Long, Figures> of(Collection<Long> ids) {
        var invoices = new StoredInvoices(session, connection, Names.none());
        return invoices.whole(invoices.rows(ids).stream()
                .filter(row -> Presence.PRESENT.name().equals(row.presence)).toList()).stream()
                .collect(Collectors.toMap(Invoice::id, Figures::of));
    }
}
