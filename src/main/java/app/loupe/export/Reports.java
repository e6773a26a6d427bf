package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;

/** Writes reports in any form. Neither closes the stream nor keeps the rows. Any thread but the window's own. */
public final class Reports {
    private final Texts texts;

    /** Words, numbers and dates in the language of these. */
    public Reports(Texts texts) {
        this.texts = texts;
    }

    /**
     * Writes these reports, one after the other; CSV and JSON Lines take one alone, because rows of two would not fit
     * below the same heads.
     *
     * @throws ProblemException what the rows throw
     * @throws IOException what the stream throws
     */
    @Blocking
    public void write(ReportFormat format, List<Report> reports, OutputStream out)
            throws IOException, ProblemException {
        switch (format) {
            case XLSX -> XlsxReports.write(reports, texts, out);
            case PDF -> PdfReports.write(reports, texts, out);
            case CSV, JSONL -> WordFile.write(out, words -> lines(format, only(reports), words));
        }
    }

    private static Report only(List<Report> reports) {
        if (reports.size() != 1) {
            throw new IllegalArgumentException("reports: " + reports.size());
        }
        return reports.getFirst();
    }

    /**
     * Writes the rows of one report for programs, as CSV or JSON Lines, where words go: to a terminal.
     *
     * @throws ProblemException what the rows throw
     */
    @Blocking
    public static void lines(ReportFormat format, Report report, PrintWriter out) throws ProblemException {
        report.rows().each(switch (format) {
            case CSV -> new CsvReport(new Csv(out), report.columns());
            case JSONL -> new JsonReport(new JsonObjects(out), report.columns());
            case XLSX, PDF -> throw new IllegalArgumentException(format.name());
        });
    }
}
