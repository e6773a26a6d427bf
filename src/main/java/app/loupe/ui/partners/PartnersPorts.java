package app.loupe.ui.partners;

import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OwnerNotes;
import app.loupe.review.Shelf;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.SyncControl;

/**
 * What the screens ask others for.
 *
 * @param shelf what is owed, and what was sold
 * @param invoices for how to reach a partner
 * @param notes what the owner wrote to partners
 * @param navigator to invoices, products and the page of a partner
 * @param drafts keeps what is typed as a note and not written
 */
public record PartnersPorts(Shelf shelf, InvoiceReader invoices, OwnerNotes notes, SyncControl sync,
        Navigator navigator, NoteDrafts drafts) {}
