package app.loupe.ui.overview;

import app.loupe.domain.OwnerNotes;
import app.loupe.review.Shelf;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.SyncControl;

/**
 * What the screen asks others for.
 *
 * @param shelf the books and subledgers, shared with whoever else shows them
 * @param notes what the owner wrote to invoices
 * @param navigator to the invoices behind a figure
 */
public record OverviewPorts(Shelf shelf, OwnerNotes notes, SyncControl sync, Navigator navigator) {}
