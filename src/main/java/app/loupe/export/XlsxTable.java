package app.loupe.export;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.ShownDecimals;
import app.loupe.text.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the table of one report into a sheet, and into further ones when it has more rows than a sheet takes. Amounts
 * carry the format of their currency; a number with more digits than a spreadsheet keeps is written as text, because it
 * would be rounded.
 */
final class XlsxTable implements TableWriter {
    /** Excel's 1,048,576 without a few for the totals. */
    private static final int MOST_ROWS = 1_048_500;
    private static final int ROWS_IN_MEMORY = 500;
    private static final int MOST_DIGITS = 15;
    private static final double LEAST_WIDTH = 8;
    private static final double MOST_WIDTH = 60;
    private static final double ROOM = 2;
    private static final String DAY = "yyyy-mm-dd";
    private static final String HEAD_COLOUR = "E6EEF0";
    /** Before it Excel counts a day that never was. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Pattern NO_CODE = Pattern.compile("[^\\p{Alnum}]");

    private final List<Column> columns;
    private final int[] characters;
    private final String cutMark;
    private final ShownDecimals shown;
    private final Supplier<Worksheet> sheets;
    private Worksheet sheet;
    private int row;
    private int lastEntry;

    XlsxTable(List<Column> columns, int[] characters, Texts texts, Supplier<Worksheet> sheets) {
        this.columns = columns;
        this.characters = characters.clone();
        this.cutMark = texts.get("paper.cut");
        this.shown = texts.decimals();
        this.sheets = sheets;
        this.sheet = begin();
    }

    private Worksheet begin() {
        Worksheet begun = sheets.get();
        for (int i = 0; i < columns.size(); i++) {
            begun.width(i, Math.clamp(characters[i] + ROOM, LEAST_WIDTH, MOST_WIDTH));
            begun.inlineString(0, i, XlsxText.of(columns.get(i).head(), cutMark));
            StyleSetter style = begun.style(0, i);
            style.bold().fillColor(HEAD_COLOUR).horizontalAlignment(columns.get(i).isFigure() ? "right" : "left")
                    .set();
        }
        begun.freezePane(0, 1);
        row = 1;
        lastEntry = 0;
        return begun;
    }

    @Override
    public void group(String name) throws IOException {
        next();
        sheet.inlineString(row, 0, XlsxText.of(name, cutMark));
        sheet.style(row, 0).bold().set();
        row++;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        next();
        write(cells, false);
        lastEntry = row++;
    }

    @Override
    public void total(String label, List<Cell> cells) throws IOException {
        next();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.TEXT) {
                sheet.inlineString(row, i, XlsxText.of(label, cutMark));
                sheet.style(row, i).bold().set();
                break;
            }
        }
        write(cells, true);
        row++;
    }

    /** Rows that are written leave the memory; a full sheet is followed by another. */
    private void next() throws IOException {
        if (row >= MOST_ROWS) {
            end();
            sheet = begin();
        } else if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(List<Cell> cells, boolean strong) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Cell.Text text -> sheet.inlineString(row, i, XlsxText.of(text.text(), cutMark));
                case Cell.Coded coded -> sheet.inlineString(row, i, XlsxText.of(coded.words(), cutMark));
                case Cell.Whole whole -> sheet.value(row, i, whole.number());
                case Cell.Quantity quantity -> quantity(i, ExactText.of(quantity), strong);
                case Cell.Money money -> money(i, money, strong);
                case Cell.Day day -> day(i, day.date());
                case Cell.Flag flag -> sheet.value(row, i, flag.set());
                case Cell.Empty empty -> {
                    // stays absent
                }
            }
        }
    }

    private void money(int column, Cell.Money money, boolean strong) {
        BigDecimal amount = CurrencyDecimals.atLeast(money.amount(), shown.of(money.currency()));
        String code = NO_CODE.matcher(money.currency()).replaceAll("");
        String sign = code.isEmpty() ? "" : "[$" + code + "] ";
        String digits = digits(amount);
        number(column, amount, sign + digits + ";-" + sign + digits, strong);
    }

    private void quantity(int column, BigDecimal number, boolean strong) {
        number(column, number, digits(number), strong);
    }

    /** Each number has its own format: one that leaves out needless zeros would leave the sign before them. */
    private static String digits(BigDecimal number) {
        return number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale());
    }

    private void number(int column, BigDecimal number, String format, boolean strong) {
        StyleSetter style = sheet.style(row, column);
        if (number.precision() > MOST_DIGITS) {
            sheet.inlineString(row, column, number.toPlainString());
            style.horizontalAlignment("right");
        } else {
            sheet.value(row, column, number);
            style.format(format);
        }
        if (strong) {
            style.bold();
        }
        style.set();
    }

    private void day(int column, LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            sheet.inlineString(row, column, date.toString());
        } else {
            sheet.value(row, column, date);
            sheet.style(row, column).format(DAY).set();
        }
    }

    /** The sheet is done. */
    void end() throws IOException {
        sheet.setAutoFilter(0, 0, Math.max(lastEntry, 1), columns.size() - 1);
        sheet.finish();
    }
}
