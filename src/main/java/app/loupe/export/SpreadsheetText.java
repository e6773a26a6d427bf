package app.loupe.export;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps a text the text that it is when a spreadsheet opens it: an apostrophe goes in front of what would be run as a
 * formula, and of what would be shown as another number, date or truth value than was typed ({@code 0012345},
 * {@code 1E10}, {@code 3-4}). A whole day as ISO writes it stays bare, and a percentage: every spreadsheet takes them for what they
 * are, and programs read them. The rule for formulas holds whatever separator the spreadsheet takes, because it does not
 * ask which one wrote the file: a part behind a semicolon, a tab, a bar or a line's end is looked at like a whole text.
 */
final class SpreadsheetText {
    /** White space, invisible characters and quotes: a spreadsheet may drop them before it looks for a formula. */
    private static final String UNSEEN = "[\\p{Z}\\p{Cc}\\p{Cf}\\p{M}\"\u115f\u1160\u2800\u3164\uffa0&&[^;|\t\r\n]]*+";
    private static final String SIGN = "[=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]";
    private static final Pattern FORMULA = Pattern.compile("(?<=^|[;|\t\r\n])(?=" + UNSEEN + SIGN + ")");
    private static final Pattern LAYOUT_FIRST = Pattern.compile("^(?=[\t\r\n])");

    /** Shown in full, digit for digit, by every spreadsheet. */
    private static final Pattern PLAIN_COUNT = Pattern.compile("0|[1-9][0-9]{0,10}");
    /** As taxes are called: a spreadsheet that takes it for a number shows the same percentage. */
    private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,3}([.,][0-9]{1,2})?[ \u00a0\u202f]?%");
    private static final Pattern ISO_DAY = Pattern.compile("[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
    private static final String OF_NUMBERS = "\\p{Z}.,'\u2019:/+\\-\u2212%()eE\\p{Sc}";
    /** Each part gives nothing back: a text of a server is long, and would be gone through once for each of its characters. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[" + OF_NUMBERS + "]*+\\d[\\d" + OF_NUMBERS + "]*+");
    private static final Pattern LIKE_A_TIME = Pattern.compile("[\\d:.\\p{Z}]*\\d\\p{Z}*[ap]\\.?m?\\.?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIKE_A_DATE = Pattern.compile("(?=.*\\d)[\\p{Z}\\d./,\\-]*(" + months()
            + ")\\.?[\\p{Z}\\d./,:\\-]*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TRUTH = Pattern.compile(
            "true|false|wahr|falsch|vrai|faux|verdadero|falso|waar|onwaar|#[a-z/0]+[!?]?", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> SAME = List.of(PLAIN_COUNT, PERCENTAGE, ISO_DAY);
    private static final List<Pattern> RETOLD = List.of(LIKE_A_NUMBER, LIKE_A_TIME, LIKE_A_DATE, TRUTH);

    private SpreadsheetText() {}

    /** The text with as many apostrophes as it needs; as it is when it needs none. */
    static String guarded(String text) {
        if (SAME.stream().anyMatch(pattern -> pattern.matcher(text).matches())) {
            return text;
        }
        String guarded = FORMULA.matcher(text).replaceAll("'");
        if (guarded.startsWith("'") && !text.startsWith("'")) {
            return guarded;
        }
        boolean first = LAYOUT_FIRST.matcher(text).find()
                || RETOLD.stream().anyMatch(pattern -> pattern.matcher(text).matches());
        return first ? "'" + guarded : guarded;
    }

    /** The names of the months, whole and short, in the languages that Loupe is used in. */
    private static String months() {
        return Stream.of("en", "fr", "de", "es", "nl").map(Locale::of)
                .flatMap(locale -> Stream.of(Month.values())
                        .flatMap(month -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                                .map(style -> month.getDisplayName(style, locale))))
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name).distinct()
                .map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
