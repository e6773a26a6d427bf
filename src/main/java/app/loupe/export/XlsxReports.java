package app.loupe.export;

import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes reports as a workbook: each a sheet with its heads in the first row, so that it can be sorted, filtered and
 * summed as it is, and a last sheet that says what they are and from which copy. Rows are written as they come.
 */
final class XlsxReports {
    private static final double ABOUT_WIDTH = 100;

    private final Texts texts;
    private final Workbook book;
    private final SheetNames names = new SheetNames();

    private XlsxReports(Texts texts, Workbook book) {
        this.texts = texts;
        this.book = book;
    }

    static void write(List<Report> reports, Texts texts, OutputStream out) throws IOException, ProblemException {
        var book = new Workbook(out, "Loupe", null);
        book.properties().setTitle(XlsxText.of(reports.getFirst().title(), ""));
        var written = new XlsxReports(texts, book);
        for (Report report : reports) {
            written.sheet(report);
        }
        written.about(reports);
        book.finish();
    }

    private void sheet(Report report) throws IOException, ProblemException {
        var cells = new CellText(texts);
        var started = new XlsxTable[1];
        var measuring = new Measuring(report.columns(), cells::of, characters -> {
            started[0] = new XlsxTable(report.columns(), characters, texts, () -> newSheet(report.name()));
            return started[0];
        });
        var totalling = new Totalling(report.columns(), texts, measuring);
        try {
            report.rows().each(totalling);
            totalling.end();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        measuring.release();
        started[0].end();
    }

    private Worksheet newSheet(String name) {
        return book.newWorksheet(names.of(name));
    }

    private void about(List<Report> reports) throws IOException {
        Worksheet sheet = newSheet(texts.get("paper.about"));
        sheet.width(0, ABOUT_WIDTH);
        int row = 0;
        for (Report report : reports) {
            sheet.inlineString(row, 0, XlsxText.of(report.title(), ""));
            sheet.style(row++, 0).bold().set();
            for (String note : report.notes()) {
                sheet.inlineString(row++, 0, XlsxText.of(note, ""));
            }
            sheet.inlineString(row++, 0, XlsxText.of(report.foot(), ""));
            row++;
        }
        sheet.inlineString(row, 0, texts.get("paper.plain"));
        sheet.finish();
    }
}
