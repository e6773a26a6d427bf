package app.loupe.export;

import java.util.List;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Draws the table of one report; its heads come again on every page, and rows that are drawn leave the memory. */
final class PdfTable implements TableWriter {
    private static final int ROWS_IN_MEMORY = 100;
    private static final float ABOVE = 12;

    private final Paper paper;
    private final List<Column> columns;
    private final CellText cells;
    private final float[] widths;
    private final String noRows;
    private final PdfPTable table;
    private int rows;

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
            table.addCell(Paper.lined(head));
        }
    }

    @Override
    public void group(String name) {
        PdfPCell cell = paper.cell(name, Paper.STRONG);
        cell.setColspan(columns.size());
        cell.setPaddingTop(9);
        table.addCell(Paper.lined(cell));
        drawn();
    }

    @Override
    public void row(List<Cell> row) {
        for (int i = 0; i < widths.length; i++) {
            table.addCell(Paper.lined(cell(i, row.get(i), Paper.TEXT)));
        }
        drawn();
    }

    @Override
    public void total(String label, List<Cell> sums) {
        int before = 0;
        while (before < columns.size() && sums.get(before) instanceof Cell.Empty) {
            before++;
        }
        if (before > 0) {
            PdfPCell words = paper.cell(label, Paper.STRONG);
            words.setColspan(before);
            words.setBackgroundColor(Paper.TINT);
            table.addCell(Paper.lined(words));
        }
        for (int i = before; i < widths.length; i++) {
            PdfPCell sum = cell(i, sums.get(i), Paper.STRONG);
            sum.setBackgroundColor(Paper.TINT);
            table.addCell(Paper.lined(sum));
        }
        drawn();
    }

    private PdfPCell cell(int column, Cell cell, PaperFonts.Type type) {
        String text = cells.of(cell);
        return columns.get(column).isFigure() ? paper.figure(text, type, widths[column]) : paper.cell(text, type);
    }

    private void drawn() {
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            paper.add(table);
        }
    }

    void end() {
        table.setComplete(true);
        paper.add(table);
        if (rows == 0) {
            paper.paragraph(noRows, Paper.NOTE, ABOVE);
        }
    }
}
