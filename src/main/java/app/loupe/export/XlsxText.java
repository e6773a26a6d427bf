package app.loupe.export;

import app.loupe.text.OneLine;
import java.util.regex.Pattern;

/** Makes a text fit for a cell of a workbook: no character that XML or Excel refuses, and not longer than Excel takes. */
final class XlsxText {
    /** Excel's limit, in UTF-16 units; a file with a longer text is called damaged. */
    private static final int MOST_UNITS = 32_767;
    private static final Pattern REFUSED = Pattern
            .compile("[\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    /** What Excel would read as the character of this number. */
    private static final Pattern NUMBERED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    /** @param cutMark stands at the end of a text that is cut */
    static String of(String text, String cutMark) {
        if (text.length() <= MOST_UNITS && isPlain(text)) {
            return text;
        }
        String clean = REFUSED.matcher(OneLine.keepingLayout(text).replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("\ufffd");
        // the limit is of what Excel reads
        return NUMBERED.matcher(clean.length() <= MOST_UNITS ? clean : cut(clean, cutMark)).replaceAll("_x005F_");
    }

    private static String cut(String text, String cutMark) {
        int end = MOST_UNITS - cutMark.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + cutMark;
    }

    /** Most texts are: a look at each character costs a tenth of what the patterns do. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~' || text.charAt(i) == '_') {
                return false;
            }
        }
        return true;
    }
}
