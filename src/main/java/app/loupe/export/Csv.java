package app.loupe.export;

import app.loupe.text.OneLine;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes RFC 4180 rows that a spreadsheet opens as they are: the file begins with a byte order mark, without which Excel
 * takes UTF-8 for an older encoding, and texts stay texts ({@link SpreadsheetText}). Numbers and dates of Loupe's own
 * stay numbers and dates.
 */
public final class Csv {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;|\t\r\n]");

    private final PrintWriter out;

    /** Begins a file. */
    public Csv(PrintWriter out) {
        this(out, true);
    }

    private Csv(PrintWriter out, boolean file) {
        this.out = out;
        if (file) {
            out.write(BYTE_ORDER_MARK);
        }
    }

    /** Begins a text that is no file, without the mark. */
    public static Csv ofText(PrintWriter out) {
        return new Csv(out, false);
    }

    /** Writes one row; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> quoted(SpreadsheetText.guarded(OneLine.keepingLayout(text)));
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
