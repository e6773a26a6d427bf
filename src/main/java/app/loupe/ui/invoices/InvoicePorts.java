package app.loupe.ui.invoices;

import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OwnerNotes;
import app.loupe.review.Shelf;
import app.loupe.ui.common.Browser;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.SyncControl;

/**
 * What the invoices screen asks others for.
 *
 * @param shelf the books, shared with whoever else shows them
 * @param reader for what a single invoice holds
 * @param notes what the owner wrote
 * @param connections for the address behind "Open in Odoo"
 * @param originals the PDFs that Odoo keeps
 * @param navigator the way to customers, vendors, products and other invoices
 * @param drafts keeps what is typed as a note and not written
 */
public record InvoicePorts(Shelf shelf, InvoiceReader reader, OwnerNotes notes, Connections connections,
        SyncControl sync, Browser browser, Navigator navigator, OriginalPort originals, NoteDrafts drafts) {}
