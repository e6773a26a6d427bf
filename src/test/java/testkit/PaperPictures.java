package testkit;

import app.loupe.export.ReportFormat;
import java.nio.file.Path;

/** Draws papers into target/paper, to be looked at. Run by hand. */
public final class PaperPictures {
    private static final Path FOLDER = Path.of("target", "paper");

    private PaperPictures() {}

    /** Draws all of them. */
    public static void main(String[] arguments) {
        new PdfFile(PrintedLists.written(ReportFormat.PDF, PrintedLists.statement())).draw(FOLDER, "statement", 1);
        new PdfFile(PrintedLists.written(ReportFormat.PDF, PrintedLists.rows(300))).draw(FOLDER, "list", 2);
        PrintedInvoices.paper(PrintedInvoices.full()).draw(FOLDER, "invoice", 1);
        PrintedInvoices.paper(PrintedInvoices.long300()).draw(FOLDER, "invoice-300-lines", 20);
        PrintedInvoices.paper(PrintedInvoices.rightToLeft()).draw(FOLDER, "invoice-right-to-left", 1);
        PrintedInvoices.paper(PrintedInvoices.eastAsian()).draw(FOLDER, "invoice-east-asian-yen", 1);
        PrintedInvoices.paper(PrintedInvoices.emptyDraft()).draw(FOLDER, "draft", 1);
    }
}
