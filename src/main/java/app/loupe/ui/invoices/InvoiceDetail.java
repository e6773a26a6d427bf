package app.loupe.ui.invoices;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Partner;
import app.loupe.review.ReviewRow;
import app.loupe.review.Settlement;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Everything the copy knows about one invoice.
 *
 * @param reversed the entry it reverses, when the copy holds it
 * @param page the invoice in the owner's Odoo; empty for the sample company
 */
record InvoiceDetail(ReviewRow row, Invoice invoice, List<Settlement> settlements, Optional<Partner> partner,
        Optional<InvoiceKey> reversed, Optional<URI> page) {}
