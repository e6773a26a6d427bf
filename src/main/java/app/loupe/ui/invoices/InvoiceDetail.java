package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.Partner;
import app.loupe.review.ReviewRow;
import app.loupe.review.Settlement;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the copy knows about one invoice.
 *
 * @param reversals what reverses it
 * @param linked the invoices of the copy that this one names: what it reverses, what reverses it, and what settled it
 * @param page the invoice in the owner's Odoo; empty for the sample company
 */
record InvoiceDetail(ReviewRow row, Invoice invoice, List<Settlement> settlements, List<InvoiceRow> reversals,
        Optional<Partner> partner, Set<InvoiceKey> linked, Optional<URI> page) {
    InvoiceKey key() {
        return row.row().key();
    }
}
