package app.loupe.export;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The fields of rows for programs, each named and read once for both forms. In JSON Lines decimals are text, so that no
 * program rounds them, and an empty text is null.
 */
final class ProgramFields<T> {
    private final List<Field<T>> fields;

    ProgramFields(List<Field<T>> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name in JSON Lines
     * @param value in JSON Lines
     * @param head of the column in CSV
     * @param cell in CSV
     */
    record Field<T>(String name, Function<T, @Nullable Object> value, String head,
            Function<T, @Nullable Object> cell) {
        /** The same in both forms. */
        Field(String name, Function<T, @Nullable Object> value) {
            this(name, value, name, value);
        }
    }

    /** Writes all rows as CSV or JSON Lines. */
    void write(ReportFormat format, PrintWriter out, List<T> rows) {
        switch (format) {
            case CSV -> csv(new Csv(out), rows);
            case JSONL -> {
                var json = new JsonObjects(out);
                rows.forEach(row -> json.object(line -> fields
                        .forEach(field -> property(line, field.name(), field.value().apply(row)))));
            }
            case XLSX, PDF -> throw new IllegalArgumentException(format.name());
        }
    }

    private void csv(Csv csv, List<T> rows) {
        csv.row(fields.stream().map(Field::head).toArray());
        rows.forEach(row -> csv.row(fields.stream().map(field -> field.cell().apply(row)).toArray()));
    }

    private static void property(JsonGenerator line, String name, @Nullable Object value) {
        switch (value) {
            case Integer whole -> line.writeNumberProperty(name, whole);
            case Long whole -> line.writeNumberProperty(name, whole);
            case Boolean set -> line.writeBooleanProperty(name, set);
            case BigDecimal decimal -> JsonObjects.decimal(line, name, decimal);
            case null, default -> JsonObjects.text(line, name, value);
        }
    }
}
