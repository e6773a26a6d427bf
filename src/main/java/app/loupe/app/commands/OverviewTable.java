package app.loupe.app.commands;

import app.loupe.domain.ProblemException;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.OverviewEntry;
import app.loupe.export.OverviewReports;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import app.loupe.export.ReportRows;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows the reports of the overview at the terminal, one table after the other. */
final class OverviewTable {
    private static final int MOST_CHARACTERS = 44;

    private final Texts texts;
    private final MoneyText money;

    OverviewTable(Texts texts) {
        this.texts = texts;
        money = new MoneyText(texts.locale());
    }

    void print(PrintWriter out, List<OverviewEntry> entries) throws ProblemException {
        for (Report report : new OverviewReports(texts).of(entries, List.of(), "")) {
            out.println(report.title());
            print(out, report);
            out.println();
        }
    }

    private void print(PrintWriter out, Report report) throws ProblemException {
        List<Column> columns = report.columns();
        var table = new TextTable(MOST_CHARACTERS,
                IntStream.range(0, columns.size()).filter(i -> columns.get(i).kind() != Column.Kind.TEXT).boxed()
                        .collect(Collectors.toSet()),
                columns.stream().map(column -> column.head().toUpperCase(texts.locale())).toArray(String[]::new));
        var rows = new int[1];
        report.rows().each(new ReportRows.Sink() {
            @Override
            public void group(String name) {
                // questions are reports of their own
            }

            @Override
            public void row(ReportRow row) {
                rows[0]++;
                table.row(row.cells().stream().map(OverviewTable.this::text).toArray(String[]::new));
            }
        });
        if (rows[0] == 0) {
            out.println(texts.get("cli.overview.nothing"));
        } else {
            table.print(out);
        }
    }

    private String text(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.text();
            case Cell.Whole whole -> Long.toString(whole.number());
            case Cell.Quantity quantity -> money.number(quantity.number());
            case Cell.Money amount -> money.format(amount.amount(), amount.currency());
            case Cell.Day day -> day.date().toString();
            case Cell.Empty empty -> "";
        };
    }
}
