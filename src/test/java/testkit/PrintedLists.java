package testkit;

import app.loupe.domain.ProblemException;
import app.loupe.export.Cell;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportFormat;
import app.loupe.export.ReportRow;
import app.loupe.export.Reports;
import app.loupe.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Makes lists as screens hand them over to be written, and writes them. */
public final class PrintedLists {
    /** The foot of each. */
    public static final String FOOT = "From the copy of 26 Nov 2026 14:02 of Acme Trading, made with Loupe";

    private PrintedLists() {}

    /** A statement: dates, documents, amounts, in two currencies. */
    public static Report statement() {
        return new Report("Statement", "Statement of Brightwater Hotels",
                List.of("as of 26 November 2026", "Customer invoices · This year"), FOOT,
                List.of(Column.day("date", "Date"), Column.text("document", "Document"),
                        Column.text("what", "Due or paid"), Column.quantity("share", "Share"),
                        Column.whole("days", "Days"), Column.total("amount", "Amount")),
                sink -> {
                    sink.group("Brightwater Hotels");
                    sink.row(ReportRow.of(day(9, 15), Cell.text("INV/2026/01022"), Cell.text("due 15 Oct 2026"),
                            Cell.quantity(new BigDecimal("12.50")), Cell.whole(42), euro("6200")));
                    sink.row(ReportRow.of(day(10, 2), Cell.text("RINV/2026/00028"), Cell.text("=SUM(A1:A9)"),
                            Cell.EMPTY, Cell.EMPTY, euro("-310.005")));
                    sink.row(ReportRow.of(day(11, 6), Cell.text("INV/2026/01099"), Cell.text("in yen"), Cell.EMPTY,
                            Cell.whole(1234), Cell.money(new BigDecimal("1500000"), "JPY")));
                    sink.group("شركة النور للتجارة");
                    sink.row(ReportRow.of(Cell.EMPTY, Cell.text("مسودة 12"), Cell.text("株式会社ライト 한국어 텍스트"),
                            Cell.EMPTY, Cell.EMPTY, euro("100")));
                    sink.row(ReportRow.notAdded(List.of(Cell.EMPTY, Cell.text("draft"), Cell.text("שלום עולם"),
                            Cell.EMPTY, Cell.EMPTY, euro("999999"))));
                });
    }

    /** So many rows of one kind. */
    public static Report rows(int count) {
        return new Report("Invoices", "Invoices", List.of(), FOOT,
                List.of(Column.text("name", "Number"), Column.text("partner", "Customer"),
                        Column.day("date", "Date"), Column.total("total", "Total")),
                sink -> {
                    for (int i = 1; i <= count; i++) {
                        sink.row(ReportRow.of(Cell.text("INV/2026/" + i), Cell.text("Customer number " + i % 97),
                                Cell.day(LocalDate.of(2026, 1, 1).plusDays(i % 300)), euro(i + ".25")));
                    }
                });
    }

    private static Cell day(int month, int day) {
        return Cell.day(LocalDate.of(2026, month, day));
    }

    private static Cell euro(String amount) {
        return Cell.money(new BigDecimal(amount), "EUR");
    }

    /** The file's bytes. */
    public static byte[] written(ReportFormat format, Report... reports) {
        var out = new ByteArrayOutputStream();
        try {
            new Reports(new Texts(Locale.US)).write(format, List.of(reports), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ProblemException failure) {
            throw new AssertionError(failure);
        }
        return out.toByteArray();
    }
}
