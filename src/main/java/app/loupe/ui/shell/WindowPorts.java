package app.loupe.ui.shell;

import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.SyncJournal;

/** What the window itself needs of the rest of Loupe; its screens have ports of their own. */
public record WindowPorts(Connections connections, InvoiceReader invoices, SyncJournal journal) {}
