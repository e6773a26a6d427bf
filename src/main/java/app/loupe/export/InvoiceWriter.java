package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;

/** Writes one invoice after the other in a form for programs. */
@FunctionalInterface
public interface InvoiceWriter {
    /** Writes one of this connection; its row says whether it is only the last copy. */
    void write(ConnectionProfile connection, InvoiceRow row, Invoice invoice);
}
