package testkit;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.ui.invoices.OriginalPort;
import java.time.Instant;

/** An Odoo that keeps no PDF. */
public final class NoOriginals implements OriginalPort {
    @Override
    public OriginalPdf original(InvoiceKey invoice, Instant written, CancelToken cancel) throws ProblemException {
        throw ProblemException.of(ProblemCode.ORIGINAL_NONE, "Acme");
    }
}
