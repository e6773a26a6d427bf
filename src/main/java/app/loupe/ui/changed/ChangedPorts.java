package app.loupe.ui.changed;

import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OwnerBook;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.SyncControl;

/**
 * What the screen asks others for.
 *
 * @param book the history, and how far the owner has looked
 * @param invoices for what is known of the invoices that changed
 * @param navigator to the invoices
 */
public record ChangedPorts(OwnerBook book, InvoiceReader invoices, SyncControl sync, Navigator navigator) {}
