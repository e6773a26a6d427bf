package app.loupe.ui.invoices;

import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.ui.common.Browser;
import app.loupe.ui.common.SyncControl;

/**
 * What the invoices screen asks others for.
 *
 * @param connections for the address behind "Open in Odoo"
 */
public record InvoicePorts(InvoiceReader reader, Connections connections, SyncControl sync, Browser browser) {}
