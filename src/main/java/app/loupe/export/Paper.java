package app.loupe.export;

import app.loupe.text.Texts;
import java.awt.Color;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * One PDF document as all of Loupe's papers look: A4, foot with the copy it is from and "Page 2 of 7", and if wanted a
 * band at the top of every page. Sizes in points, 72 to the inch.
 */
final class Paper implements AutoCloseable {
    static final Color INK = new Color(0x1f2328);
    static final Color MUTED = new Color(0x59636e);
    static final Color LINE = new Color(0xd1d9e0);
    static final Color TINT = new Color(0xf3f6f8);
    static final PaperFonts.Type TEXT = new PaperFonts.Type(8.5f, false, INK);
    static final PaperFonts.Type STRONG = new PaperFonts.Type(8.5f, true, INK);
    static final PaperFonts.Type NOTE = new PaperFonts.Type(8.5f, false, MUTED);
    static final PaperFonts.Type HEAD = new PaperFonts.Type(8f, true, MUTED);
    static final PaperFonts.Type TITLE = new PaperFonts.Type(16f, true, INK);
    private static final PaperFonts.Type SMALL = new PaperFonts.Type(7.5f, false, MUTED);
    private static final PaperFonts.Type BAND = new PaperFonts.Type(8f, true, INK);
    private static final float SIDE = 42;
    private static final float TOP = 40;
    private static final float TOP_BELOW_BAND = 64;
    private static final float BOTTOM = 56;
    private static final float FOOT = 34;
    private static final float LEADING = 1.32f;
    private static final float BAND_HEIGHT = 18;
    private static final float NUMBERS = 140;
    private static final float LEAST_SIZE = 4;
    private static final float PADDING = 4;
    /** Characters; no line of that size has room for so many. */
    private static final int MOST_IN_FOOT = 1_000;

    private final Texts texts;
    private final PaperFonts fonts = new PaperFonts();
    private final Document document;
    private final PdfWriter writer;
    private final String band;
    private String foot = "";

    /** @param band at the top of every page; empty for none */
    Paper(Texts texts, String title, String band, boolean landscape, OutputStream out) {
        this.texts = texts;
        this.band = band;
        document = new Document(size(landscape), SIDE, SIDE, band.isEmpty() ? TOP : TOP_BELOW_BAND, BOTTOM);
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Edges());
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(texts.language().toLanguageTag()));
        document.addTitle(title);
        document.addCreator("Loupe");
        document.open();
    }

    static Rectangle size(boolean landscape) {
        // a sheet that is wide, and no high one that is turned: every program shows it alike
        return landscape ? new Rectangle(PageSize.A4.getHeight(), PageSize.A4.getWidth()) : PageSize.A4;
    }

    /** Room between the margins. */
    static float width(boolean landscape) {
        return size(landscape).getWidth() - 2 * SIDE;
    }

    float width() {
        return document.right() - document.left();
    }

    /** What stands at the foot of the pages from now on. */
    void foot(String words) {
        foot = words;
    }

    /** Goes on with a page of this direction. */
    void nextPage(boolean landscape) {
        document.setPageSize(size(landscape));
        document.newPage();
    }

    /** How high what comes next may be to stand on this page. */
    float room() {
        return writer.getVerticalPosition(true) - document.bottom();
    }

    /** Goes on with a page like this one. */
    void nextPage() {
        document.newPage();
    }

    void add(Element element) {
        document.add(element);
    }

    /** A paragraph over the whole width. */
    void paragraph(String text, PaperFonts.Type type, float above) {
        var table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSpacingBefore(above);
        table.setSplitLate(false);
        PdfPCell cell = cell(text, type);
        cell.setPadding(0);
        cell.setPaddingBottom(2);
        table.addCell(cell);
        add(table);
    }

    /** A cell without lines around it; a text from right to left stands at the same side as the others. */
    PdfPCell cell(String text, PaperFonts.Type type) {
        var cell = new PdfPCell(fonts.phrase(text, type));
        int direction = PaperFonts.direction(text);
        cell.setRunDirection(direction);
        // in such a text the library takes right for the far side
        cell.setHorizontalAlignment(
                direction == PdfWriter.RUN_DIRECTION_RTL ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setLeading(0, LEADING);
        cell.setPadding(PADDING);
        // a line is as high above its letters as its font size says, whatever script stands in it
        cell.setPaddingTop(1.5f);
        cell.setPaddingBottom(5);
        return cell;
    }

    /** How wide a text is with the room around it, where it stands on one line of a cell. */
    float needs(String text, PaperFonts.Type type) {
        return (float) Math.ceil(ColumnText.getWidth(fonts.phrase(text, type))) + 2 * PADDING + 1;
    }

    /** A cell with a figure, to the right; one that is too long for its room is set smaller and never broken. */
    PdfPCell figure(String text, PaperFonts.Type type, float room) {
        float natural = ColumnText.getWidth(fonts.phrase(text, type));
        float inside = room - 2 * PADDING;
        PaperFonts.Type fitting = natural <= inside
                ? type
                : type.of(Math.max(LEAST_SIZE, type.size() * inside / natural * 0.99f));
        PdfPCell cell = cell(text, fitting);
        // a column of figures stays one, whatever letters a currency has
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        cell.setNoWrap(true);
        return cell;
    }

    /** Draws a hair line below a cell. */
    static PdfPCell lined(PdfPCell cell) {
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        return cell;
    }

    @Override
    public void close() {
        document.close();
    }

    /** Draws what every page has outside of its text; the number of pages is known when all are there. */
    private final class Edges extends PdfPageEventHelper {
        private final List<PdfTemplate> numbers = new ArrayList<>();

        @Override
        public void onEndPage(PdfWriter page, Document ended) {
            PdfContentByte canvas = page.getDirectContent();
            float left = ended.left();
            float right = ended.right();
            canvas.saveState();
            canvas.setColorStroke(LINE);
            canvas.setLineWidth(0.5f);
            canvas.moveTo(left, FOOT + 12);
            canvas.lineTo(right, FOOT + 12);
            canvas.stroke();
            if (!band.isEmpty()) {
                float top = ended.getPageSize().getHeight() - 30;
                canvas.setColorFill(TINT);
                canvas.rectangle(left, top - BAND_HEIGHT, right - left, BAND_HEIGHT);
                canvas.fill();
                canvas.restoreState();
                line(canvas, band, BAND, left + 6, top - 12);
            } else {
                canvas.restoreState();
            }
            line(canvas, fitting(foot, right - left - NUMBERS), SMALL, left, FOOT);
            PdfTemplate number = canvas.createTemplate(NUMBERS, 16);
            canvas.addTemplate(number, right - NUMBERS, FOOT - 4);
            numbers.add(number);
        }

        /** Names of many connections end before the number of the page; the text is halved, and not shortened by one. */
        private String fitting(String text, float width) {
            if (text.length() <= MOST_IN_FOOT && fits(text, width)) {
                return text;
            }
            int fitting = 0;
            int beyond = Math.min(text.length(), MOST_IN_FOOT + 1);
            while (beyond - fitting > 1) {
                int middle = (fitting + beyond) / 2;
                if (fits(cut(text, middle), width)) {
                    fitting = middle;
                } else {
                    beyond = middle;
                }
            }
            return cut(text, fitting);
        }

        private boolean fits(String text, float width) {
            return ColumnText.getWidth(fonts.phrase(text, SMALL)) <= width;
        }

        private static String cut(String text, int end) {
            boolean isWithin = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
            return text.substring(0, isWithin ? end - 1 : end).strip() + "\u2026";
        }

        private void line(PdfContentByte canvas, String text, PaperFonts.Type type, float x, float y) {
            ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, fonts.phrase(text, type), x, y, 0,
                    PaperFonts.direction(text), 0);
        }

        @Override
        public void onCloseDocument(PdfWriter page, Document closed) {
            for (int i = 0; i < numbers.size(); i++) {
                String words = texts.get("paper.page", i + 1, numbers.size());
                ColumnText.showTextAligned(numbers.get(i), Element.ALIGN_RIGHT, fonts.phrase(words, SMALL), NUMBERS,
                        4, 0);
            }
        }
    }
}
