package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.CellText;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import app.loupe.export.ReportRows;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows the rows of a report to a person at a terminal. */
final class ReportTable {
    private final TextTable table;
    private final CellText words;
    private long count;

    private ReportTable(Texts texts, List<Column> columns, int mostCharacters) {
        table = new TextTable(mostCharacters,
                IntStream.range(0, columns.size()).filter(i -> columns.get(i).isFigure()).boxed()
                        .collect(Collectors.toUnmodifiableSet()),
                columns.stream().map(column -> column.head().toUpperCase(texts.language())).toArray(String[]::new));
        words = new CellText(texts);
    }

    /**
     * Prints the table, or these words where it has no row.
     *
     * @param mostCharacters what is longer in a cell is cut
     * @return whether there was a row
     */
    static boolean print(Texts texts, Report report, int mostCharacters, String none, PrintWriter to)
            throws ProblemException {
        return print(texts, report, Integer.MAX_VALUE, mostCharacters, none, to) > 0;
    }

    /**
     * Prints the first rows of the table alone.
     *
     * @return how many rows are left out
     */
    static long first(int most, Texts texts, Report report, int mostCharacters, String none, PrintWriter to)
            throws ProblemException {
        return Math.max(0, print(texts, report, most, mostCharacters, none, to) - most);
    }

    /** Gives the number of all rows. */
    private static long print(Texts texts, Report report, int most, int mostCharacters, String none, PrintWriter to)
            throws ProblemException {
        var shown = new ReportTable(texts, report.columns(), mostCharacters);
        report.rows().each(new ReportRows.Sink() {
            @Override
            public void group(String name) {
                // the rows say it themselves
            }

            @Override
            public void row(ReportRow row) {
                shown.count++;
                if (shown.count > most) {
                    return;
                }
                shown.table.row(row.cells().stream().map(shown.words::of).toArray(String[]::new));
            }
        });
        if (shown.count == 0) {
            to.println(none);
        } else {
            shown.table.print(to);
        }
        return shown.count;
    }
}
