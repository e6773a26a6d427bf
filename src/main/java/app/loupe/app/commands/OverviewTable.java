package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.Report;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Shows the reports of the overview to people, one table after the other. */
final class OverviewTable {
    private static final int MOST_CHARACTERS = 44;

    private static final int FIRST = 10;

    private final Texts texts;
    private final Map<String, String> longer;

    /** @param isWhole whether who owes and what was sold is all listed, as in a file, and not the first of it alone */
    OverviewTable(Texts texts, boolean isWhole) {
        this.texts = texts;
        longer = isWhole
                ? Map.of()
                : Map.of(texts.get("cli.overview.customer"), "loupe customers", texts.get("cli.overview.product"),
                        "loupe products");
    }

    void print(PrintWriter out, List<Report> reports) throws ProblemException {
        for (Report report : reports) {
            out.println(report.title());
            String command = longer.get(report.name());
            long left = ReportTable.first(command == null ? Integer.MAX_VALUE : FIRST, texts, report, MOST_CHARACTERS,
                    texts.get("cli.overview.nothing"), out);
            if (command != null && left > 0) {
                out.println(texts.get("cli.overview.more", left, command));
            }
            out.println();
        }
    }
}
