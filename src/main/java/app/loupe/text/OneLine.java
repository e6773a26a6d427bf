package app.loupe.text;

import java.util.regex.Pattern;

/**
 * Makes foreign text (of a server, an argument, a certificate) safe to be shown amid Loupe's own words: whatever could end
 * a line, steer a terminal or turn the direction of reading becomes a space. Everything else stays as it is.
 */
public final class OneLine {
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private OneLine() {}

    /** The text without anything that steers. */
    public static String of(String foreign) {
        return STEERING.matcher(foreign).replaceAll(" ");
    }
}
