package testkit;

import app.loupe.domain.ProblemException;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportFormat;
import app.loupe.export.ReportRow;
import app.loupe.export.Reports;
import app.loupe.text.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures a spreadsheet of 100,000 invoices with 400,000 lines. Run by hand, with a small heap. */
public final class SpreadsheetProbe {
    private SpreadsheetProbe() {}

    /** Prints seconds, bytes of the file and the most heap that was in use. */
    public static void main(String[] arguments) throws IOException, ProblemException {
        Path file = Files.createTempFile("probe", ".xlsx");
        long began = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new Reports(new Texts(Locale.US)).write(ReportFormat.XLSX, List.of(report("Invoices", 100_000),
                    report("Lines", 400_000)), out);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.println((System.nanoTime() - began) / 1_000_000_000.0 + " s, " + Files.size(file) + " bytes, heap "
                + peak / 1_000_000 + " MB at most");
        Files.delete(file);
    }

    private static Report report(String name, int rows) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < 8; i++) {
            columns.add(Column.text("text" + i, "Text " + i));
        }
        columns.add(Column.day("date", "Date"));
        columns.add(Column.day("due", "Due"));
        columns.add(Column.quantity("quantity", "Quantity"));
        for (int i = 0; i < 4; i++) {
            columns.add(Column.total("amount" + i, "Amount " + i));
        }
        return new Report(name, name, List.of(), "", columns, sink -> {
            for (int row = 0; row < rows; row++) {
                var cells = new ArrayList<Cell>();
                for (int i = 0; i < 8; i++) {
                    cells.add(Cell.text("Words of row " + row + ", column " + i));
                }
                cells.add(Cell.day(LocalDate.of(2026, 1, 1).plusDays(row % 365)));
                cells.add(Cell.day(LocalDate.of(2026, 2, 1).plusDays(row % 365)));
                cells.add(Cell.quantity(BigDecimal.valueOf(row % 100, 1)));
                for (int i = 0; i < 4; i++) {
                    cells.add(Cell.money(BigDecimal.valueOf(row * 100L + i, 2), i == 0 ? "USD" : "EUR"));
                }
                sink.row(ReportRow.in("", cells));
            }
        });
    }
}
