package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
            return new ParcelTakeaway(this::papers).write(place, steps);
        }
        new ExportFile(place.path(), place.overwrite()).write(out -> write(format.get(), out, steps));
        return new ExportOutcome(chosen.rows().size(), 1, "");
    }

    @Override
    public void print(OutputStream out, Steps steps) throws IOException, ProblemException {
        write(ReportFormat.PDF, out, steps);
    }

    private void write(ReportFormat format, OutputStream out, Steps steps) throws IOException, ProblemException {
        List<String> notes = new InvoiceReports(texts, clock, chosen.read()).notes(chosen.filters(),
                chosen.rows().size());
        new InvoiceForms(texts, clock, chosen.read(), lines).write(format, chosen.rows(), notes, this::each, out,
                steps);
    }

    private ExportOutcome papers(Parcel parcel, Steps steps) throws IOException, ProblemException {
        steps.expect(chosen.rows().size());
        var files = new int[1];
        new InvoicePapers(reader, chosen.read(), texts, clock).put(chosen.rows(), "", (path, content) -> {
            parcel.put(path, content);
            files[0]++;
        }, steps);
        return new ExportOutcome(chosen.rows().size(), files[0], "");
    }

    /** One by one, in the order of the list: to hold all of them until they are in it would take too much room. */
    @Blocking
    private void each(InvoiceWriter writer) throws ProblemException {
        Map<ConnectionId, ConnectionProfile> profiles = chosen.read().connections().stream()
                .collect(Collectors.toUnmodifiableMap(ConnectionProfile::id, Function.identity()));
        for (ReviewRow row : chosen.rows()) {
            Optional<Invoice> invoice = reader.invoice(row.row().key());
            ConnectionProfile profile = profiles.get(row.row().key().connection());
            if (invoice.isPresent() && profile != null) {
                writer.write(profile, row.row(), invoice.get());
            }
        }
    }
}
