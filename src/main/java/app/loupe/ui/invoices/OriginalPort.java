package app.loupe.ui.invoices;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.ProblemException;
import java.time.Instant;

/** Gives the original PDF of an invoice: from the copy when it is there, otherwise from Odoo. */
@FunctionalInterface
public interface OriginalPort {
    /**
     * The original.
     *
     * @param written when the invoice was written last: one that was kept before that is read again, as far as Odoo can be
     *     reached
     */
    @Blocking
    OriginalPdf original(InvoiceKey invoice, Instant written, CancelToken cancel) throws ProblemException;
}
