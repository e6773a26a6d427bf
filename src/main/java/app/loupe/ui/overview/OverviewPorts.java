package app.loupe.ui.overview;

import app.loupe.review.Shelf;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.SyncControl;

/**
 * What the screen asks others for.
 *
 * @param shelf the books and subledgers, shared with whoever else shows them
 * @param navigator to the invoices behind a figure
 */
public record OverviewPorts(Shelf shelf, SyncControl sync, Navigator navigator) {}
