package app.loupe.export;

import app.loupe.domain.ProblemException;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedRow;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiConsumer;

/** Aged amounts, or the open items behind them, in every form of a file. */
public final class AgedFile {
    private final Texts texts;
    private final Report report;
    private final BiConsumer<ReportFormat, PrintWriter> lines;

    private AgedFile(Texts texts, Report report, BiConsumer<ReportFormat, PrintWriter> lines) {
        this.texts = texts;
        this.report = report;
        this.lines = lines;
    }

    /** A row for each partner. */
    public static AgedFile sums(Texts texts, AgedReports reports, List<AgedEntry<AgedRow>> rows) {
        return new AgedFile(texts, reports.sums(rows), (format, out) -> AgedFields.sums().write(format, out, rows));
    }

    /** A row for each open item. */
    public static AgedFile items(Texts texts, AgedReports reports, List<AgedEntry<AgedItem>> items) {
        return new AgedFile(texts, reports.items(items),
                (format, out) -> AgedFields.items().write(format, out, items));
    }

    /** Writes the rows for programs, as CSV or JSON Lines, where words go: to a terminal. */
    public void lines(ReportFormat format, PrintWriter out) {
        lines.accept(format, out);
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
