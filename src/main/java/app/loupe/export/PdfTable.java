package app.loupe.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * Draws the table of one report; its heads come again on every page, and rows that are drawn leave the memory. Sums stand on
 * the page of the row above them, and the name of a group on that of the row below it.
 */
final class PdfTable implements TableWriter {
    private static final int ROWS_IN_MEMORY = 100;
    private static final float ABOVE = 12;
    /** More would leave much of a page empty. */
    private static final int MOST_TOGETHER = 15;

    private final Paper paper;
    private final List<Column> columns;
    private final CellText cells;
    private final float[] widths;
    private final String noRows;
    private final PdfPTable table;
    private final List<PdfPCell> heads = new ArrayList<>();
    /** Lines that stand on one page: the last row with the sums below it, or the name of a group. */
    private final List<List<PdfPCell>> together = new ArrayList<>();
    private Line last = Line.TOTAL;
    private int rows;
    private int waiting;
    private boolean begun;

    /** What a line is. */
    private enum Line {
        GROUP,
        ROW,
        TOTAL
    }

    PdfTable(Paper paper, List<Column> columns, CellText cells, float[] widths, String noRows) {
        this.paper = paper;
        this.columns = columns;
        this.cells = cells;
        this.widths = widths.clone();
        this.noRows = noRows;
        table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(ABOVE);
        table.setHeaderRows(1);
        table.setComplete(false);
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            PdfPCell head = column.isFigure()
                    ? paper.figure(column.head(), Paper.HEAD, widths[i])
                    : paper.cell(column.head(), Paper.HEAD);
            head.setBackgroundColor(Paper.TINT);
            heads.add(Paper.lined(head));
        }
        heads.forEach(table::addCell);
    }

    @Override
    public void group(String name) {
        PdfPCell cell = paper.cell(name, Paper.STRONG);
        cell.setColspan(columns.size());
        cell.setPaddingTop(9);
        draw();
        add(Line.GROUP, List.of(Paper.lined(cell)));
    }

    @Override
    public void row(List<Cell> row) {
        if (last != Line.GROUP) {
            draw();
        }
        add(Line.ROW, IntStream.range(0, widths.length)
                .mapToObj(i -> Paper.lined(cell(i, row.get(i), Paper.TEXT))).toList());
    }

    @Override
    public void total(String label, List<Cell> sums) {
        int before = 0;
        while (before < columns.size() && sums.get(before) instanceof Cell.Empty) {
            before++;
        }
        var line = new ArrayList<PdfPCell>();
        if (before > 0) {
            PdfPCell words = paper.cell(label, Paper.STRONG);
            words.setColspan(before);
            words.setBackgroundColor(Paper.TINT);
            line.add(Paper.lined(words));
        }
        for (int i = before; i < widths.length; i++) {
            PdfPCell sum = cell(i, sums.get(i), Paper.STRONG);
            sum.setBackgroundColor(Paper.TINT);
            line.add(Paper.lined(sum));
        }
        add(Line.TOTAL, line);
    }

    private void add(Line kind, List<PdfPCell> cells) {
        together.add(List.copyOf(cells));
        last = kind;
        rows++;
    }

    private PdfPCell cell(int column, Cell cell, PaperFonts.Type type) {
        String text = cells.of(cell);
        return columns.get(column).isFigure() ? paper.figure(text, type, widths[column]) : paper.cell(text, type);
    }

    /** Puts the lines that wait into the table, on the next page where they have no room on this one together. */
    private void draw() {
        if (together.size() > 1 && together.size() <= MOST_TOGETHER) {
            flush();
            if (height() > paper.room()) {
                paper.nextPage();
                // else the library takes it for the rest of a page that has its heads
                table.setSkipFirstHeader(false);
            }
        }
        together.forEach(line -> line.forEach(table::addCell));
        waiting += together.size();
        together.clear();
        if (waiting >= ROWS_IN_MEMORY) {
            flush();
        }
    }

    /** Draws what is in the table; without a row the library would draw nothing and take the heads for drawn. */
    private void flush() {
        if (waiting > 0) {
            paper.add(table);
            table.setSpacingBefore(0);
            waiting = 0;
            begun = true;
        }
    }

    /** Of the lines that wait; before anything is drawn, the heads come with them. */
    private float height() {
        var measured = new PdfPTable(widths.length);
        measured.setWidths(widths);
        measured.setTotalWidth(paper.width());
        if (!begun) {
            heads.forEach(measured::addCell);
        }
        together.forEach(line -> line.forEach(measured::addCell));
        return measured.getTotalHeight() + (begun ? 0 : ABOVE);
    }

    void end() {
        draw();
        table.setComplete(true);
        paper.add(table);
        if (rows == 0) {
            paper.paragraph(noRows, Paper.NOTE, ABOVE);
        }
    }
}
