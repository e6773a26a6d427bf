package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.Ref;
import app.loupe.text.DateText;
import app.loupe.text.DocumentNumber;
import app.loupe.text.PlainText;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * Puts an invoice on paper as the copy that it is: every page says so, and its layout is Loupe's and nobody's letterhead.
 * Amounts are those of the document, unsigned as Odoo prints them: its title says whether it gives money back.
 */
public final class InvoicePaper {
    private static final float[] FACTS = {1.1f, 2, 1.1f, 2};
    private static final float BETWEEN = 14;

    private final Texts texts;
    private final DateText dates;
    private final InvoiceCopy copy;
    private final Invoice invoice;
    private final Paper paper;

    private InvoicePaper(Texts texts, InvoiceCopy copy, Paper paper) {
        this.texts = texts;
        // plain days are the same in every zone
        this.dates = new DateText(texts, ZoneOffset.UTC);
        this.copy = copy;
        this.invoice = copy.invoice();
        this.paper = paper;
    }

    /**
     * Writes the PDF of an invoice; the stream stays open.
     *
     * @throws IOException what the stream throws
     */
    @Blocking
    public static void write(InvoiceCopy copy, Texts texts, OutputStream out) throws IOException {
        try (var paper = new Paper(texts, title(copy.invoice(), texts), texts.get("paper.copy"), false, out)) {
            paper.foot(copy.foot());
            new InvoicePaper(texts, copy, paper).draw();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (DocumentException failure) {
            throw new IOException(failure);
        }
    }

    private static String title(Invoice invoice, Texts texts) {
        return texts.get("invoices.type." + EnumKey.of(invoice.type())) + " "
                + DocumentNumber.inTitle(invoice.number(), invoice.state(), texts);
    }

    private void draw() {
        paper.add(head());
        paper.add(facts());
        new InvoiceLinesTable(paper, texts, invoice).draw();
        new InvoiceTotalsTable(paper, texts, dates, copy).draw();
        new InstalmentsTable(paper, texts, dates, copy).draw();
        String terms = PlainText.of(invoice.otherInfo().narration());
        if (!terms.isEmpty()) {
            paper.paragraph(texts.get("paper.terms"), Paper.HEAD, BETWEEN);
            paper.paragraph(terms, Paper.NOTE, 0);
        }
        if (copy.partner().isPresent() || copy.company().isPresent()) {
            // Odoo keeps no other: whoever reads an old document would take them for those that were printed on it
            paper.paragraph(texts.get("paper.todays-addresses"), Paper.NOTE, BETWEEN);
        }
    }

    private PdfPTable head() {
        String printed = invoice.parties().printedName();
        return new PaperHead(paper, texts, title(invoice, texts),
                List.of(texts.get("invoices.status." + copy.status().key(invoice.type()))))
                .from(invoice.booking().company(), copy.company())
                .to(printed.isBlank() ? Ref.nameOf(invoice.parties().partner()) : printed, copy.partner()).table();
    }

    /** Days and references, two beside each other; absent ones are left out. */
    private PdfPTable facts() {
        boolean sale = invoice.type().isSale();
        Invoice.OtherInfo info = invoice.otherInfo();
        var facts = new ArrayList<PdfPCell>();
        day(facts, sale ? "invoice-date" : "bill-date", invoice.dates().invoice());
        LocalDate accounting = invoice.dates().accounting();
        day(facts, "accounting-date", Objects.equals(accounting, invoice.dates().invoice()) ? null : accounting);
        fact(facts, sale ? "reference" : "bill-reference", info.ref());
        fact(facts, "due-date", due());
        fact(facts, "payment-reference", info.paymentReference());
        fact(facts, "bank-account", Ref.nameOf(invoice.booking().bankAccount()));
        fact(facts, "payment-terms", Ref.nameOf(invoice.booking().paymentTerms()));
        fact(facts, "source-document", info.origin());
        fact(facts, "salesperson", Ref.nameOf(invoice.booking().salesperson()));
        fact(facts, "reverses", Ref.nameOf(invoice.booking().reversedEntry()));
        fact(facts, "reversed", copy.reversals().stream()
                .map(row -> DocumentNumber.of(row.number(), row.state(), texts))
                .collect(Collectors.joining(", ")));
        var table = new PdfPTable(FACTS.length);
        table.setWidths(FACTS);
        table.setWidthPercentage(100);
        table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
        facts.forEach(table::addCell);
        table.completeRow();
        table.setSpacingAfter(BETWEEN);
        return table;
    }

    private String due() {
        LocalDate day = copy.due().day();
        return day == null
                ? ""
                : Stream.concat(Stream.of(dates.day(day)), new DueWords(texts, dates).more(copy.due()).stream())
                        .collect(Collectors.joining("\n"));
    }

    private void day(List<PdfPCell> facts, String key, @Nullable LocalDate day) {
        fact(facts, key, day == null ? "" : dates.day(day));
    }

    private void fact(List<PdfPCell> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(PaperHead.flush(paper.cell(texts.get("invoices.detail." + key), Paper.NOTE)));
            facts.add(PaperHead.flush(paper.cell(value, Paper.TEXT)));
        }
    }
}
