package app.loupe.ui.shell;

import app.loupe.domain.Connections;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.SecurityChecks;
import app.loupe.domain.SyncJournal;
import app.loupe.ui.security.FileChooserPort;

/** What the window needs of the rest of Loupe. */
public record WindowPorts(Connections connections, InvoiceReader invoices, SyncJournal journal, SecurityChecks checks,
        FileChooserPort files) {}
