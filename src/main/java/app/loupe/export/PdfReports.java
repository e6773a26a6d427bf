package app.loupe.export;

import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;

/** Writes reports as one PDF: each begins on a page of its own, upright or across by the width of its columns. */
final class PdfReports {
    private final Texts texts;
    private final String title;
    private final OutputStream out;
    private @Nullable Paper paper;

    private PdfReports(Texts texts, String title, OutputStream out) {
        this.texts = texts;
        this.title = title;
        this.out = out;
    }

    static void write(List<Report> reports, Texts texts, OutputStream out) throws IOException, ProblemException {
        var written = new PdfReports(texts, reports.getFirst().title(), out);
        try {
            for (Report report : reports) {
                written.report(report);
            }
            if (written.paper != null) {
                written.paper.close();
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (DocumentException failure) {
            throw new IOException(failure);
        }
    }

    private void report(Report report) throws IOException, ProblemException {
        var cells = new CellText(texts);
        var table = new PdfTable[1];
        var measuring = new Measuring(report.columns(), cells::of, characters -> {
            table[0] = begin(report, cells, characters);
            return table[0];
        });
        var totalling = new Totalling(report.columns(), texts, measuring);
        report.rows().each(totalling);
        totalling.end();
        measuring.release();
        table[0].end();
    }

    private PdfTable begin(Report report, CellText cells, int[] characters) {
        var widths = new ColumnWidths(report.columns(), characters);
        Paper page = paper;
        if (page == null) {
            page = new Paper(texts, title, "", widths.landscape(), out);
            paper = page;
        } else {
            page.nextPage(widths.landscape());
        }
        page.foot(report.foot());
        page.paragraph(report.title(), Paper.TITLE, 0);
        for (String note : report.notes()) {
            page.paragraph(note, Paper.NOTE, 0);
        }
        return new PdfTable(page, report.columns(), cells, widths.points(), texts.get("paper.empty"));
    }
}
