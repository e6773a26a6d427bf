package app.loupe.export;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.Partner;
import app.loupe.review.Due;
import app.loupe.review.Settlement;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as it is put on paper, with all that the copy knows about it.
 *
 * @param status on the day of the copy; says of one that is gone from Odoo that it is
 * @param due when it is due, of an open invoice in instalments the first of them
 * @param settlements what settled it, oldest first
 * @param reversals what reverses it
 * @param partner who is addressed, with the address of today: Odoo keeps no other
 * @param company who wrote it, or whom it was sent to on a bill, with the address of today
 * @param foot which copy it is from
 */
public record InvoiceCopy(Invoice invoice, InvoiceStatus status, Due due, List<Settlement> settlements,
        List<InvoiceRow> reversals, Optional<Partner> partner, Optional<Partner> company, String foot) {
    /** Copies the lists. */
    public InvoiceCopy {
        settlements = List.copyOf(settlements);
        reversals = List.copyOf(reversals);
    }
}
