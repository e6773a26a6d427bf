package app.loupe.export;

import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Invoices of a list, in its order, as one file, or as a paper each. */
public final class InvoicesTakeaway implements Printable {
    private final InvoiceReader reader;
    private final Texts texts;
    private final Clock clock;
    private final LineChoice lines;
    private final InvoiceSelection chosen;

    /** These invoices, with these of their lines. */
    public InvoicesTakeaway(InvoiceReader reader, Texts texts, Clock clock, LineChoice lines,
            InvoiceSelection chosen) {
        this.reader = reader;
        this.texts = texts;
        this.clock = clock;
        this.lines = lines;
        this.chosen = chosen;
    }

    @Override
    public List<ExportForm> forms() {
        return lines == LineChoice.NONE
                ? List.of(ExportForm.XLSX, ExportForm.CSV, ExportForm.PDF, ExportForm.PDF_EACH, ExportForm.JSONL)
                : List.of(ExportForm.XLSX, ExportForm.CSV, ExportForm.PDF, ExportForm.JSONL);
    }

    @Override
    public ExportOutcome write(Place place, Steps steps) throws ProblemException {
        Optional<ReportFormat> format = place.form().format();
        if (format.isEmpty()) {
            return papers().write(place, steps);
        }
        var invoices = new ChosenInvoices(reader, chosen, lines);
        new ExportFile(place.path(), place.overwrite())
                .write(out -> write(format.get(), invoices, out, steps), steps);
        return new ExportOutcome(chosen.rows().size() - invoices.missing(), invoices.missing(), false, 1, "", null);
    }

    @Override
    public void print(OutputStream out, Steps steps) throws IOException, ProblemException {
        write(ReportFormat.PDF, new ChosenInvoices(reader, chosen, lines), out, steps);
        steps.orCancelled();
    }

    private void write(ReportFormat format, ChosenInvoices invoices, OutputStream out, Steps steps)
            throws IOException, ProblemException {
        List<String> notes = new InvoiceReports(texts, clock, chosen.read()).notes(chosen.filters(),
                chosen.rows().size());
        new InvoiceForms(texts, clock, chosen.read(), lines, Optional.of(chosen.groups())).write(format, chosen.rows(),
                notes, invoices, out, steps);
    }

    /** A paper of each, whatever was chosen of their lines. */
    public ParcelTakeaway papers() {
        return new ParcelTakeaway(this::papers);
    }

    private ExportOutcome papers(Parcel parcel, Steps steps) throws IOException, ProblemException {
        steps.expect(chosen.rows().size());
        int papers = new InvoicePapers(reader, chosen.read(), texts, clock).put(chosen.rows(), "", parcel, steps);
        return new ExportOutcome(papers, chosen.rows().size() - papers, false, papers, "", null);
    }
}
