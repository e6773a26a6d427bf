package app.loupe.ui.aged;

import app.loupe.review.Shelf;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.SyncControl;

/**
 * What the screen asks others for.
 *
 * @param shelf what is owed
 * @param navigator to the page of a partner, and to invoices
 */
public record AgedPorts(Shelf shelf, SyncControl sync, Navigator navigator) {}
