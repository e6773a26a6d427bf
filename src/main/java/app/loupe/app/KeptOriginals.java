package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.Originals;
import app.loupe.domain.ProblemException;
import app.loupe.sync.OriginalFetch;
import app.loupe.ui.invoices.OriginalPort;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether an original PDF that is kept is good enough, or Odoo is asked. */
final class KeptOriginals implements OriginalPort {
    private static final Logger LOG = LoggerFactory.getLogger(KeptOriginals.class);

    private final Originals originals;
    private final Fetch fetch;

    /** Reads one from Odoo, and keeps it: {@link OriginalFetch#fetch}. */
    @FunctionalInterface
    interface Fetch {
        OriginalPdf fetch(InvoiceKey invoice, CancelToken cancel) throws ProblemException;
    }

    KeptOriginals(Originals originals, Fetch fetch) {
        this.originals = originals;
        this.fetch = fetch;
    }

    @Override
    public OriginalPdf original(InvoiceKey invoice, Instant written, CancelToken cancel) throws ProblemException {
        Optional<OriginalPdf> kept = originals.original(invoice);
        if (kept.isPresent() && !written.isAfter(kept.get().readAt())) {
            return kept.get();
        }
        try {
            return fetch.fetch(invoice, cancel);
        } catch (ProblemException unreachable) {
            if (kept.isEmpty()) {
                throw unreachable;
            }
            LOG.info("the original that is kept is shown: {}", unreachable.problem().code().key());
            return kept.get();
        }
    }
}
