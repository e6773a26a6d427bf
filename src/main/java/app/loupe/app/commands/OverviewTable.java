package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.Report;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.List;

/** Shows the reports of the overview at the terminal, one table after the other. */
final class OverviewTable {
    private static final int MOST_CHARACTERS = 44;

    private final Texts texts;

    OverviewTable(Texts texts) {
        this.texts = texts;
    }

    void print(PrintWriter out, List<Report> reports) throws ProblemException {
        for (Report report : reports) {
            out.println(report.title());
            ReportTable.print(texts, report, MOST_CHARACTERS, texts.get("cli.overview.nothing"), out);
            out.println();
        }
    }
}
