package app.loupe.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns a server's text, plain or HTML, into plain text: tags go, blocks become lines, entities become their characters,
 * scripts and styles go with their content. One pass; the result is shown as text and never read as HTML again.
 */
public final class PlainText {
    private static final Set<String> BLOCKS = Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol",
            "table", "blockquote");
    private static final Set<String> SILENT = Set.of("script", "style");
    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos",
            "'", "nbsp", " ", "#39", "'", "euro", "€", "ndash", "–", "mdash", "—");
    private static final int LONGEST_ENTITY = 10;
    // some ten pages: more is no condition of payment
    private static final int MAX_CHARACTERS = 40_000;

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private PlainText(String source) {
        this.source = source;
    }

    /** The plain text of a server's text; of a very long one the beginning. */
    public static String of(String source) {
        return new PlainText(source.length() > MAX_CHARACTERS ? source.substring(0, MAX_CHARACTERS) : source).read();
    }

    private String read() {
        while (at < source.length()) {
            switch (source.charAt(at)) {
                case '<' -> tag();
                case '&' -> entity();
                case '\r' -> at++;
                default -> text.append(source.charAt(at++));
            }
        }
        var lines = new StringBuilder(text.length());
        boolean afterEmpty = true;
        for (String line : OneLine.keepingLayout(text.toString()).lines().map(String::strip).toList()) {
            if (!line.isEmpty() || !afterEmpty) {
                lines.append(line).append('\n');
            }
            afterEmpty = line.isEmpty();
        }
        return lines.toString().strip();
    }

    private void tag() {
        int name = at + 1 < source.length() && source.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = name;
        while (end < source.length() && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        boolean comment = source.startsWith("<!--", at);
        int close = comment ? source.indexOf("-->", at) : source.indexOf('>', end);
        if (!comment && (end == name || !Character.isLetter(source.charAt(name)) || close < 0)) {
            text.append(source.charAt(at++));
            return;
        }
        String tag = source.substring(name, end).toLowerCase(Locale.ROOT);
        boolean opens = name == at + 1;
        at = close < 0 ? source.length() : close + (comment ? 3 : 1);
        if (opens && SILENT.contains(tag)) {
            at = endOf(tag);
        } else if (BLOCKS.contains(tag)) {
            text.append('\n');
        }
    }

    /** Where the closing tag stands, in the text as it came: its letters in lower case may be more of them. */
    private int endOf(String tag) {
        String closing = "</" + tag;
        int found = source.indexOf("</", at);
        while (found >= 0 && !source.regionMatches(true, found, closing, 0, closing.length())) {
            found = source.indexOf("</", found + 1);
        }
        return found < 0 ? source.length() : found;
    }

    private void entity() {
        int end = source.indexOf(';', at, Math.min(source.length(), at + LONGEST_ENTITY + 1));
        String name = end < 0 ? "" : source.substring(at + 1, end);
        int code = number(name);
        if (ENTITIES.containsKey(name)) {
            text.append(ENTITIES.get(name));
            at = end + 1;
        } else if (code < 0 || Character.isISOControl(code) || !Character.isValidCodePoint(code)) {
            text.append(source.charAt(at++));
        } else {
            text.append(isUnseen(code) ? "" : Character.toString(code));
            at = end + 1;
        }
    }

    /** Below zero for what is no number of a character. */
    private static int number(String name) {
        if (!name.matches("#(\\d{1,7}|x[0-9a-fA-F]{1,6})")) {
            return -1;
        }
        return name.charAt(1) == 'x' ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    }

    /** What would turn the direction of reading or end a line, and half a character: nobody misses them in a text. */
    private static boolean isUnseen(int code) {
        String character = Character.toString(code);
        return Character.getType(code) == Character.SURROGATE || !OneLine.of(character).equals(character);
    }
}
