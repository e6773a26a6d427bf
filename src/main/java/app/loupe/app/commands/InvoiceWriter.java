package app.loupe.app.commands;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;

/** Writes one invoice after the other in a form for programs. */
@FunctionalInterface
interface InvoiceWriter {
    /** Writes one; its row says of which connection it is, and whether it is only the last copy. */
    void write(InvoiceRow row, Invoice invoice);
}
