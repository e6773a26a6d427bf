package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a report adds up to, and what stands in it. */
final class TotalsOf {
    private TotalsOf() {}

    /** The totals below it, by column, side and currency. */
    static Map<String, BigDecimal> report(Report report) throws ProblemException {
        var sums = new TreeMap<String, BigDecimal>();
        each(report, row -> {
            for (int i = 0; i < row.cells().size(); i++) {
                Column column = report.columns().get(i);
                if (row.total() != null && column.totalled() && row.cells().get(i) instanceof Cell.Money money) {
                    sums.merge(column.key() + " " + row.total() + " " + money.currency(), money.amount(),
                            BigDecimal::add);
                }
            }
        });
        return sums;
    }

    /** The texts of these columns, each row in a line. */
    static List<String> texts(Report report, String... keys) throws ProblemException {
        var lines = new ArrayList<String>();
        int[] places = Arrays.stream(keys).mapToInt(key -> place(report, key)).toArray();
        each(report, row -> lines.add(Arrays.stream(places).mapToObj(row.cells()::get).map(TotalsOf::words)
                .collect(Collectors.joining(" "))));
        return lines;
    }

    /** The cells of this column. */
    static List<Cell> cells(Report report, String key) throws ProblemException {
        var cells = new ArrayList<Cell>();
        int place = place(report, key);
        each(report, row -> cells.add(row.cells().get(place)));
        return cells;
    }

    private static int place(Report report, String key) {
        List<String> heads = report.columns().stream().map(Column::key).toList();
        assertThat(heads).contains(key);
        return heads.indexOf(key);
    }

    private static String words(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.text();
            case Cell.Coded coded -> coded.words();
            default -> "";
        };
    }

    private static void each(Report report, Consumer<ReportRow> to) throws ProblemException {
        report.rows().each(new ReportRows.Sink() {
            @Override
            public void group(String name) {
                throw new AssertionError(name);
            }

            @Override
            public void row(ReportRow row) {
                to.accept(row);
            }
        });
    }
}
