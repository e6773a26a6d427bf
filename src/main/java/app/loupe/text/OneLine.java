package app.loupe.text;

import java.util.regex.Pattern;

/**
 * Makes foreign text (of a server, an argument, a certificate) safe to be shown amid Loupe's own words: whatever could end
 * a line, steer a terminal or turn the direction of reading becomes a space. Everything else stays as it is.
 */
public final class OneLine {
    private static final String STEERING = "\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";
    private static final Pattern ALL = Pattern.compile("[" + STEERING + "]");
    private static final Pattern ALL_BUT_LAYOUT = Pattern.compile("[" + STEERING + "&&[^\\t\\r\\n]]");

    private OneLine() {}

    /** The text without anything that steers. */
    public static String of(String foreign) {
        return ALL.matcher(foreign).replaceAll(" ");
    }

    /** The same for a form that can quote line breaks and tabs: these stay. */
    public static String keepingLayout(String foreign) {
        return ALL_BUT_LAYOUT.matcher(foreign).replaceAll(" ");
    }
}
