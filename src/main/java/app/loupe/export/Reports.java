package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
            case CSV, JSONL -> rows(format, only(reports), out);
        }
    }

    private static Report only(List<Report> reports) {
        if (reports.size() != 1) {
            throw new IllegalArgumentException("reports: " + reports.size());
        }
        return reports.getFirst();
    }

    private static void rows(ReportFormat format, Report report, OutputStream out)
            throws IOException, ProblemException {
        var writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        rows(format, report, writer);
        if (writer.checkError()) {
            throw new IOException("not all was written");
        }
    }

    /**
     * Writes the rows of a report as CSV, or as JSON Lines.
     *
     * @throws ProblemException what the rows throw
     */
    @Blocking
    public static void rows(ReportFormat format, Report report, PrintWriter writer) throws ProblemException {
        report.rows().each(format == ReportFormat.CSV
                ? new CsvReport(new Csv(writer), report.columns())
                : new JsonReport(new JsonObjects(writer), report.columns()));
    }
}
