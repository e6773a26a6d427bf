package app.loupe.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount as people of several countries write it: {@code 372}, {@code 372.00}, {@code 1,234.56},
 * {@code 1.234,56}, {@code 1 234,56}, {@code 1'234.56}. The likeliest value comes first; a single point or comma before
 * three digits may group thousands or begin decimals, so {@code 1.234} has two.
 */
final class TypedNumber {
    private static final String GROUPS = ",.'\u2019 ";
    // 18 digits are more than any currency needs and keep a typed number small
    private static final Pattern PLAIN = Pattern.compile("\\d{1,18}([.,]\\d{1,6})?");
    private static final Pattern GROUPED = Pattern
            .compile("\\d{1,3}([" + GROUPS + "])\\d{3}(?:\\1\\d{3}){0,4}([.,]\\d{1,6})?");

    private TypedNumber() {}

    /** The values that may be meant; none when this is no number. */
    static List<BigDecimal> read(String text) {
        Matcher grouped = GROUPED.matcher(text);
        if (!grouped.matches() || grouped.group(1).equals(sign(grouped.group(2)))) {
            return PLAIN.matcher(text).matches() ? List.of(decimal(text)) : List.of();
        }
        String decimals = grouped.group(2) == null ? "" : grouped.group(2);
        String whole = text.substring(0, text.length() - decimals.length());
        var value = new BigDecimal(whole.replaceAll("[" + GROUPS + "]", "") + decimals.replace(',', '.'));
        boolean mayBeDecimal = decimals.isEmpty() && PLAIN.matcher(text).matches();
        if (mayBeDecimal && text.startsWith("0")) {
            return List.of(decimal(text));
        }
        return mayBeDecimal ? List.of(value, decimal(text)) : List.of(value);
    }

    private static String sign(String decimals) {
        return decimals == null ? "" : decimals.substring(0, 1);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
