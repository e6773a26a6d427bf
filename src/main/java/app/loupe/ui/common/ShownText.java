package app.loupe.ui.common;

/**
 * What one cell, label or chip shows of a text. A server decides how long a name is, and to measure and draw a million of letters
 * in one line keeps the window waiting; nobody sees the end of it there. The whole of it is in the detail, in files and searches.
 */
public final class ShownText {
    /** Many times what the widest screen shows in a line. */
    static final int MOST_CHARACTERS = 4_000;
    private static final String CUT = "\u2026";

    private ShownText() {}

    /** The text, or the beginning of a very long one. */
    public static String of(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - CUT.length();
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + CUT;
    }
}
