package app.loupe.export;

import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Writes chosen invoices, with their lines where that is asked for, in any form of one file. */
public final class InvoiceForms {
    private final Texts texts;
    private final ReadTogether read;
    private final LineChoice lines;
    private final InvoiceReports reports;

    /** In these words, as of the clock's day. */
    public InvoiceForms(Texts texts, Clock clock, ReadTogether read, LineChoice lines) {
        this.texts = texts;
        this.read = read;
        this.lines = lines;
        reports = new InvoiceReports(texts, clock, read);
    }

    /**
     * Writes them into a file.
     *
     * @param rows of them, in the order of the list
     * @param notes lines below the title
     * @param each gives the same invoices
     * @param steps told of each
     */
    public void write(ReportFormat format, List<ReviewRow> rows, List<String> notes, LineReports.Source each,
            OutputStream out, Steps steps) throws IOException, ProblemException {
        LineReports.Source watched = steps.watched(each);
        steps.expect(rows.size());
        if (format == ReportFormat.CSV || format == ReportFormat.JSONL) {
            WordFile.write(out, words -> lines(format, watched, words));
            return;
        }
        var sheets = new ArrayList<Report>();
        sheets.add(steps.watched(
                reports.invoices(rows, texts.get("paper.invoices"), notes, format == ReportFormat.XLSX)));
        if (lines != LineChoice.NONE) {
            steps.expect(rows.size());
            sheets.add(new LineReports(texts, lines, read.areSeveral()).of(watched, notes, reports.foot()));
        }
        new Reports(texts).write(format, sheets, out);
    }

    /** Writes their rows for programs, as CSV or JSON Lines, where words go: to a terminal. */
    public void lines(ReportFormat format, LineReports.Source each, PrintWriter out) throws ProblemException {
        each.each(switch (format) {
            case CSV -> lines == LineChoice.NONE ? InvoiceCsv.ofInvoices(out) : InvoiceCsv.ofLines(out, lines);
            case JSONL -> new InvoiceJson(new JsonObjects(out), lines);
            case XLSX, PDF -> throw new IllegalArgumentException(format.name());
        });
    }
}
