package app.loupe.export;

import app.loupe.domain.ProblemException;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedRow;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

/** Aged amounts, or the open items behind them, in every form of a file. */
public final class AgedFile {
    private final Texts texts;
    private final Report report;
    private final Consumer<PrintWriter> csv;
    private final Consumer<PrintWriter> json;

    private AgedFile(Texts texts, Report report, Consumer<PrintWriter> csv, Consumer<PrintWriter> json) {
        this.texts = texts;
        this.report = report;
        this.csv = csv;
        this.json = json;
    }

    /** A row for each partner. */
    public static AgedFile sums(Texts texts, AgedReports reports, List<AgedEntry<AgedRow>> rows) {
        return new AgedFile(texts, reports.sums(rows), out -> AgedLines.csv(out, rows),
                out -> AgedLines.json(new JsonObjects(out), rows));
    }

    /** A row for each open item. */
    public static AgedFile items(Texts texts, AgedReports reports, List<AgedEntry<AgedItem>> items) {
        return new AgedFile(texts, reports.items(items), out -> AgedItemLines.csv(out, items),
                out -> AgedItemLines.json(new JsonObjects(out), items));
    }

    /** Writes the rows for programs, as CSV or JSON Lines, where words go: to a terminal. */
    public void lines(ReportFormat format, PrintWriter out) {
        switch (format) {
            case CSV -> csv.accept(out);
            case JSONL -> json.accept(out);
            case XLSX, PDF -> throw new IllegalArgumentException(format.name());
        }
    }

    /** Writes all of it; the stream stays open. */
    public void write(ReportFormat format, OutputStream out) throws IOException, ProblemException {
        if (format.isForPrograms()) {
            WordFile.write(out, words -> lines(format, words));
        } else {
            new Reports(texts).write(format, List.of(report), out);
        }
    }
}
