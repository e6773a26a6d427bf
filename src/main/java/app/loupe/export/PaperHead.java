package app.loupe.export;

import app.loupe.domain.Partner;
import app.loupe.domain.Ref;
import app.loupe.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** The head of a letter: what it is at the left, who writes at the right, and to whom below. */
final class PaperHead {
    private static final float[] HALVES = {3, 2};
    private static final float BETWEEN = 14;
    private static final float TITLE_DEEPER = 6;

    private final Paper paper;
    private final Texts texts;
    private final List<PdfPCell> left = new ArrayList<>();
    private final List<PdfPCell> right = new ArrayList<>();
    private final List<PdfPCell> below = new ArrayList<>();

    /**
     * Of this document.
     *
     * @param title what it is
     * @param more what to say of it; at least the first line stands beside the company
     */
    PaperHead(Paper paper, Texts texts, String title, List<String> more) {
        this.paper = paper;
        this.texts = texts;
        left.add(paper.cell(title, Paper.TITLE));
        more.forEach(line -> left.add(paper.cell(line, Paper.NOTE)));
    }

    /**
     * Who writes, by the name that its books have for it.
     *
     * @param contact where it is found; empty where that is not known
     */
    PaperHead from(@Nullable Ref company, Optional<Partner> contact) {
        right.add(aside(Ref.nameOf(company), Paper.STRONG));
        contact.map(this::address).orElse(List.of()).forEach(line -> right.add(aside(line, Paper.NOTE)));
        return this;
    }

    /** To whom, under this name. */
    PaperHead to(String name, Optional<Partner> contact) {
        PdfPCell party = paper.cell(name.isEmpty() ? texts.get("paper.no-party") : name, Paper.STRONG);
        below.add(party);
        contact.map(this::address).orElse(List.of()).forEach(line -> below.add(paper.cell(line, Paper.NOTE)));
        return this;
    }

    /** All of it. */
    PdfPTable table() {
        var table = new PdfPTable(HALVES.length);
        table.setWidths(HALVES);
        table.setWidthPercentage(100);
        table.addCell(beside(left, 0));
        // on one line with the title
        table.addCell(beside(right, TITLE_DEEPER));
        for (int i = 0; i < below.size(); i++) {
            PdfPCell cell = flush(below.get(i));
            cell.setColspan(HALVES.length);
            cell.setPaddingTop(i == 0 ? BETWEEN : 0);
            table.addCell(cell);
        }
        table.setSpacingAfter(BETWEEN);
        return table;
    }

    /** Lines below each other, however many lines those on the other side take. */
    private static PdfPCell beside(List<PdfPCell> lines, float above) {
        var side = new PdfPTable(1);
        side.setWidthPercentage(100);
        for (int i = 0; i < lines.size(); i++) {
            PdfPCell line = flush(lines.get(i));
            line.setPaddingTop(i == 0 ? above : 0);
            side.addCell(line);
        }
        var cell = new PdfPCell(side);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    /** At the right edge; what is longer than the half goes on below. */
    private PdfPCell aside(String text, PaperFonts.Type type) {
        PdfPCell cell = paper.cell(text, type);
        // in a text that is read from right to left the library takes left for the near side
        cell.setHorizontalAlignment(cell.getRunDirection() == PdfWriter.RUN_DIRECTION_RTL
                ? Element.ALIGN_LEFT
                : Element.ALIGN_RIGHT);
        return cell;
    }

    private List<String> address(Partner partner) {
        Partner.Address at = partner.contact().address();
        String town = (at.zip() + " " + at.city()).strip();
        String vat = partner.vat().isBlank() ? "" : texts.get("invoices.detail.vat", partner.vat());
        return Stream.of(at.street(), at.street2(), town, Ref.nameOf(at.country()), vat).filter(line -> !line.isBlank())
                .toList();
    }

    /** Without room around it but below. */
    static PdfPCell flush(PdfPCell cell) {
        cell.setPadding(0);
        cell.setPaddingBottom(3);
        return cell;
    }
}
