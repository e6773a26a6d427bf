package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.CellText;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportFormat;
import app.loupe.export.ReportRow;
import app.loupe.export.ReportRows;
import app.loupe.export.Reports;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes reports to a terminal: as a table for people, or their rows for programs. */
final class ReportOutput {
    private static final int MOST_CHARACTERS = 40;

    private final Texts texts;

    ReportOutput(Texts texts) {
        this.texts = texts;
    }

    /** Whether this form is for programs, which want every field. */
    static boolean isForPrograms(FileOption.Form form) {
        return form == FileOption.Form.csv || form == FileOption.Form.jsonl;
    }

    /** Writes the rows of one report for programs. */
    static void rows(FileOption.Form form, Report report, PrintWriter to) throws ProblemException {
        Reports.lines(form == FileOption.Form.csv ? ReportFormat.CSV : ReportFormat.JSONL, report, to);
    }

    /** Writes title, notes and a table; without rows this text. */
    void table(Report report, String none, PrintWriter to) throws ProblemException {
        to.println(report.title());
        report.notes().forEach(to::println);
        List<Column> columns = report.columns();
        var right = IntStream.range(0, columns.size()).filter(i -> switch (columns.get(i).kind()) {
            case TEXT, DAY -> false;
            case WHOLE, QUANTITY, MONEY -> true;
        }).boxed().collect(Collectors.toSet());
        var table = new TextTable(MOST_CHARACTERS, right, columns.stream()
                .map(column -> column.head().toUpperCase(Locale.ROOT)).toArray(String[]::new));
        var cells = new CellText(texts);
        var count = new int[1];
        report.rows().each(new ReportRows.Sink() {
            @Override
            public void group(String name) {
                // the rows say it themselves
            }

            @Override
            public void row(ReportRow row) {
                count[0]++;
                table.row(row.cells().stream().map(cells::of).toArray(String[]::new));
            }
        });
        if (count[0] == 0) {
            to.println(none);
        } else {
            table.print(to);
        }
    }
}
