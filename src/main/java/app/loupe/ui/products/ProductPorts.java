package app.loupe.ui.products;

import app.loupe.review.Shelf;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.SyncControl;

/**
 * What the screen asks others for.
 *
 * @param shelf the books, with their lines
 * @param navigator to the invoices behind a figure
 * @param sync of the chosen connections
 */
public record ProductPorts(Shelf shelf, Navigator navigator, SyncControl sync) {}
