package app.loupe.export;

import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * Draws the lines of an invoice as the document has them: products with their figures, sections strong, notes muted. The
 * heads come again on every page; a unit, a discount or a tax has a column where a line has one.
 */
final class InvoiceLinesTable {
    private static final float LABEL_SHARE = 0.42f;
    private static final float SUBSECTION_INDENT = 12;
    private static final float LEAST = 52;
    private static final float MOST = 84;

    private record Figure(String key, boolean figure, Function<MoveLine, String> value) {}

    private final Paper paper;
    private final Texts texts;
    private final Invoice invoice;
    private final String currency;
    private final MoneyText money;
    private final List<MoveLine> lines;
    private final Map<Long, String> taxNames;

    InvoiceLinesTable(Paper paper, Texts texts, Invoice invoice) {
        this.paper = paper;
        this.texts = texts;
        this.invoice = invoice;
        Ref ref = invoice.booking().currency();
        this.currency = Ref.nameOf(ref);
        this.money = new MoneyText(texts);
        this.lines = invoice.lines().stream().filter(MoveLine::isShown).toList();
        this.taxNames = invoice.lines().stream().map(line -> line.taxes().tax()).flatMap(Stream::ofNullable)
                .collect(Collectors.toMap(Ref::id, Ref::name, (first, same) -> first));
    }

    void draw() {
        if (lines.isEmpty()) {
            return;
        }
        List<Figure> figures = figures();
        float rest = paper.width() * (1 - LABEL_SHARE);
        float each = Math.clamp(rest / figures.size(), LEAST, MOST);
        var widths = new float[figures.size() + 1];
        for (int i = 1; i < widths.length; i++) {
            widths[i] = each;
        }
        widths[0] = paper.width() - each * figures.size();
        var table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        head(table, paper.cell(texts.get("paper.description"), Paper.HEAD));
        for (Figure figure : figures) {
            head(table, cell(figure, texts.get(figure.key()), Paper.HEAD, each));
        }
        for (MoveLine line : lines) {
            add(table, line, figures, each);
        }
        paper.add(table);
    }

    private static void head(PdfPTable table, PdfPCell cell) {
        cell.setBackgroundColor(Paper.TINT);
        table.addCell(Paper.lined(cell));
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("invoices.lines.quantity", true, line -> money.number(line.price().quantity())));
        if (lines.stream().anyMatch(line -> isProduct(line) && line.price().unit() != null)) {
            figures.add(new Figure("paper.unit", false, InvoiceLinesTable::unit));
        }
        figures.add(new Figure("invoices.lines.price", true, line -> money.plain(line.price().priceUnit(), currency)));
        if (lines.stream().anyMatch(line -> isProduct(line) && line.price().discount().signum() != 0)) {
            figures.add(new Figure("paper.discount", true, this::discount));
        }
        if (lines.stream().anyMatch(line -> isProduct(line) && !line.taxes().ids().isEmpty())) {
            figures.add(new Figure("paper.taxes", false, this::taxes));
        }
        figures.add(new Figure("invoices.lines.amount", true, this::amount));
        return figures;
    }

    private static boolean isProduct(MoveLine line) {
        return line.kind() == LineKind.PRODUCT;
    }

    private static String unit(MoveLine line) {
        Ref unit = line.price().unit();
        return Ref.nameOf(unit);
    }

    private String discount(MoveLine line) {
        return line.price().discount().signum() == 0
                ? ""
                : texts.get("paper.percent", money.number(line.price().discount()));
    }

    /** By the tax lines of the invoice; of others, as of one of 0 %, the copy knows no name. */
    private String taxes(MoveLine line) {
        return line.taxes().ids().stream()
                .map(id -> taxNames.getOrDefault(id, texts.get("paper.tax-number", Long.toString(id))))
                .collect(Collectors.joining(", "));
    }

    private String amount(MoveLine line) {
        return money.plain(line.untaxed(invoice.type()), currency);
    }

    private PdfPCell cell(Figure figure, String text, PaperFonts.Type type, float width) {
        return figure.figure() ? paper.figure(text, type, width) : paper.cell(text, type);
    }

    private void add(PdfPTable table, MoveLine line, List<Figure> figures, float width) {
        switch (line.kind()) {
            case PRODUCT -> {
                table.addCell(Paper.lined(paper.cell(label(line), Paper.TEXT)));
                figures.forEach(figure -> table
                        .addCell(Paper.lined(cell(figure, figure.value().apply(line), Paper.TEXT, width))));
            }
            case ROUNDING -> {
                PdfPCell words = paper.cell(label(line), Paper.TEXT);
                words.setColspan(figures.size());
                table.addCell(Paper.lined(words));
                table.addCell(Paper.lined(paper.figure(amount(line), Paper.TEXT, width)));
            }
            default -> {
                boolean note = line.kind() == LineKind.NOTE;
                PdfPCell words = paper.cell(line.label(), note ? Paper.NOTE : Paper.STRONG);
                words.setColspan(figures.size() + 1);
                if (line.kind() == LineKind.SUBSECTION) {
                    words.setPaddingLeft(SUBSECTION_INDENT);
                }
                table.addCell(Paper.lined(words));
            }
        }
    }

    private static String label(MoveLine line) {
        Ref product = line.price().product();
        return line.label().isBlank() && product != null ? product.name() : line.label();
    }
}
