package app.loupe.ui.bookcheck;

import app.loupe.domain.InvoiceReader;
import app.loupe.domain.KnownFindings;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.SyncControl;

/**
 * What the screen asks others for.
 *
 * @param known what the owner does not want to see again
 * @param sync of the chosen connections
 * @param navigator to the invoices
 */
public record CheckPorts(InvoiceReader invoices, KnownFindings known, SyncControl sync, Navigator navigator) {}
