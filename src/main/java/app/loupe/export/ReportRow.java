package app.loupe.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report.
 *
 * @param cells one for each column
 * @param total name of the total that its amounts are added to; empty for the only one; null when they are in none, as
 *     those of a draft
 */
public record ReportRow(List<Cell> cells, @Nullable String total) {
    /** Copies the cells. */
    public ReportRow {
        cells = List.copyOf(cells);
    }

    /** A row that counts in the only total. */
    public static ReportRow of(Cell... cells) {
        return new ReportRow(List.of(cells), "");
    }

    /** A row that counts in a total of this name, beside others that must not be mixed with it. */
    public static ReportRow in(String total, List<Cell> cells) {
        return new ReportRow(cells, total);
    }

    /** A row that is shown but not added up. */
    public static ReportRow notAdded(List<Cell> cells) {
        return new ReportRow(cells, null);
    }
}
