package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.export.FileNames;
import app.loupe.export.OneInvoicePaper;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.Wording;

/** The papers of an open invoice: the copy that Loupe makes, and the original that Odoo keeps. */
record DetailPapers(InvoicePorts ports, InvoiceWords words) {
    /** The copy. */
    ShownPaper copy(InvoiceDetail detail) {
        Wording wording = words.wording();
        return new ShownPaper(title(detail), name(detail), cancel -> {
            ConnectionProfile profile = profile(detail);
            byte[] file = new OneInvoicePaper(ports.reader(), wording.texts(), wording.clock())
                    .of(detail.row().row(), profile)
                    .orElseThrow(() -> ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, profile.name()));
            return new ShownPaper.Read(file, wording.get("pages.copy"));
        });
    }

    /** The original. */
    ShownPaper original(InvoiceDetail detail) {
        Wording wording = words.wording();
        return new ShownPaper(title(detail), name(detail), cancel -> {
            OriginalPdf pdf = ports.originals().original(detail.key(), detail.invoice().writeDate(), cancel);
            return new ShownPaper.Read(pdf.bytes(),
                    wording.get("pages.original", wording.dates().moment(pdf.readAt())));
        });
    }

    private ConnectionProfile profile(InvoiceDetail detail) throws ProblemException {
        return ports.connections().list().stream()
                .filter(profile -> profile.id().equals(detail.key().connection())).findFirst().orElseThrow(
                        () -> ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, detail.key().connection().value()));
    }

    private String title(InvoiceDetail detail) {
        String number = detail.row().row().number();
        return number.isEmpty() ? words.get("number.draft") : number;
    }

    private String name(InvoiceDetail detail) {
        return FileNames.safe(title(detail)) + ".pdf";
    }
}
