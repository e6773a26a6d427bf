package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;

/** Writes one invoice after the other in a form for programs. */
@FunctionalInterface
interface InvoiceWriter {
    /** Writes one. */
    void write(ConnectionId connection, Invoice invoice);
}
