package app.loupe.export;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the rows of a report as JSON Lines under its field names; decimals are text, each followed by its currency. */
final class JsonReport implements ReportRows.Sink {
    private final JsonObjects json;
    private final List<Column> columns;

    JsonReport(JsonObjects json, List<Column> columns) {
        this.json = json;
        this.columns = columns;
    }

    @Override
    public void group(String name) {
        // programs group for themselves
    }

    @Override
    public void row(ReportRow row) {
        json.object(line -> {
            for (int i = 0; i < columns.size(); i++) {
                property(line, columns.get(i), row.cells().get(i));
            }
        });
    }

    private static void property(JsonGenerator line, Column column, Cell cell) {
        switch (cell) {
            case Cell.Text text -> JsonObjects.text(line, column.key(), text.text());
            case Cell.Coded coded -> JsonObjects.text(line, column.key(), coded.code());
            case Cell.Whole whole -> line.writeNumberProperty(column.key(), whole.number());
            case Cell.Quantity quantity -> JsonObjects.text(line, column.key(), ExactText.of(quantity).toPlainString());
            case Cell.Money money -> {
                JsonObjects.text(line, column.key(), ExactText.of(money).toPlainString());
                JsonObjects.text(line, CsvReport.currencyKey(column), money.currency());
            }
            case Cell.Day day -> JsonObjects.text(line, column.key(), day.date());
            case Cell.Flag flag -> line.writeBooleanProperty(column.key(), flag.set());
            case Cell.Empty empty -> {
                line.writeNullProperty(column.key());
                if (column.kind() == Column.Kind.MONEY) {
                    line.writeNullProperty(CsvReport.currencyKey(column));
                }
            }
        }
    }
}
