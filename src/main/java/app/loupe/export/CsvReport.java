package app.loupe.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a report as CSV under its field names; each amount is followed by its currency. */
final class CsvReport implements ReportRows.Sink {
    private final Csv csv;
    private final List<Column> columns;

    CsvReport(Csv csv, List<Column> columns) {
        this.csv = csv;
        this.columns = columns;
        var heads = new ArrayList<@Nullable Object>();
        for (Column column : columns) {
            heads.add(column.key());
            if (column.kind() == Column.Kind.MONEY) {
                heads.add(currencyKey(column));
            }
        }
        csv.row(heads.toArray());
    }

    /** The field beside an amount. */
    static String currencyKey(Column column) {
        return column.key() + "_currency";
    }

    @Override
    public void group(String name) {
        // programs group for themselves
    }

    @Override
    public void row(ReportRow row) {
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            switch (row.cells().get(i)) {
                case Cell.Text text -> values.add(text.text());
                case Cell.Coded coded -> values.add(coded.code());
                case Cell.Whole whole -> values.add(whole.number());
                case Cell.Quantity quantity -> values.add(ExactText.of(quantity));
                case Cell.Money money -> {
                    values.add(ExactText.of(money));
                    values.add(money.currency());
                }
                case Cell.Day day -> values.add(day.date());
                case Cell.Flag flag -> values.add(flag.set());
                case Cell.Empty empty -> {
                    values.add(null);
                    if (columns.get(i).kind() == Column.Kind.MONEY) {
                        values.add(null);
                    }
                }
            }
        }
        csv.row(values.toArray());
    }
}
