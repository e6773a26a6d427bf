package app.loupe.ui.invoices;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.export.FileNames;
import app.loupe.export.OneInvoicePaper;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.Wording;

/** The papers of an open invoice: the copy that Loupe makes, and the original that Odoo keeps. */
record DetailPapers(InvoicePorts ports, InvoiceWords words) {
    private static final String ENDING = ".pdf";

    /** The copy, under a name of its own: beside the original nobody takes one for the other. Its row alone is asked for, so that it can be had before the rest is read. */
    ShownPaper copy(ReviewRow row) {
        return new ShownPaper(title(row), FileNames.safe(title(row), words.wording().get("pages.copy.file")) + ENDING,
                new Copy(ports, words.wording(), row));
    }

    /** The original. */
    ShownPaper original(InvoiceDetail detail) {
        return new ShownPaper(title(detail.row()), FileNames.safe(title(detail.row())) + ENDING,
                new Original(ports, words.wording(), detail));
    }

    private record Copy(InvoicePorts ports, Wording wording, ReviewRow row) implements ShownPaper.Source {
        @Override
        @Blocking
        public ShownPaper.Read read(CancelToken cancel) throws ProblemException {
            ConnectionProfile profile = profile();
            byte[] file = new OneInvoicePaper(ports.reader(), wording.texts(), wording.clock())
                    .of(row.row(), profile)
                    .orElseThrow(() -> ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, profile.name()));
            return new ShownPaper.Read(file, wording.get("pages.copy"));
        }

        @Blocking
        private ConnectionProfile profile() throws ProblemException {
            ConnectionId of = row.row().key().connection();
            return ports.connections().list().stream().filter(profile -> profile.id().equals(of)).findFirst()
                    .orElseThrow(() -> ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, of.value()));
        }
    }

    private record Original(InvoicePorts ports, Wording wording, InvoiceDetail detail) implements ShownPaper.Source {
        @Override
        @Blocking
        public ShownPaper.Read read(CancelToken cancel) throws ProblemException {
            OriginalPdf pdf = ports.originals().original(detail.key(), detail.invoice().writeDate(), cancel);
            return new ShownPaper.Read(pdf.bytes(),
                    wording.get("pages.original", wording.dates().moment(pdf.readAt())));
        }
    }

    private String title(ReviewRow row) {
        return words.number(row.row());
    }
}
