package app.loupe.export;

import app.loupe.text.OneLine;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a spreadsheet takes them from the clipboard: a tab between cells, a line for each row. Texts stay texts
 * ({@link SpreadsheetText}) and cannot end a cell; numbers have all their digits, no groups, and the decimal sign of the
 * owner's region, because a spreadsheet reads what is pasted as if it were typed. On any thread, by one at a time.
 */
public final class TabText {
    private final StringBuilder text = new StringBuilder();
    private final char decimalSign;

    /** Begins a text for a region. */
    public TabText(Locale region) {
        decimalSign = DecimalFormatSymbols.getInstance(region).getDecimalSeparator();
    }

    /** Writes one row; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        var row = new StringJoiner("\t", "", "\n");
        for (Object cell : cells) {
            row.add(cell(cell));
        }
        text.append(row);
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString().replace('.', decimalSign);
            case String words -> quoted(SpreadsheetText.guarded(OneLine.of(words)));
            default -> value.toString();
        };
    }

    /** A spreadsheet takes a mark at the beginning for that of a whole cell, and reads on to the next one over tabs and lines. */
    private static String quoted(String words) {
        return words.startsWith("\"") ? '"' + words.replace("\"", "\"\"") + '"' : words;
    }

    /** All rows so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
