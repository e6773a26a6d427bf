package app.loupe.app.commands;

import app.loupe.text.OneLine;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes RFC 4180 rows that a spreadsheet cannot mistake for formulas: a text that begins like one gets an
 * apostrophe in
 * front. Numbers stay numbers, negative ones too.
 */
final class Csv {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*",
            Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private final PrintWriter out;

    Csv(PrintWriter out) {
        this.out = out;
    }

    /** Writes one row; null is an empty cell. */
    void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = OneLine.keepingLayout(value.toString());
        boolean formula = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
