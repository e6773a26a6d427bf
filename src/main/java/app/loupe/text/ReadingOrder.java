package app.loupe.text;

import java.text.Bidi;
import java.util.regex.Pattern;

/**
 * Keeps words that are read from right to left, as a name in Hebrew or Arabic, from moving the numbers and signs beside them in
 * a sentence of Loupe's, which is read from left to right. For what is shown in the window alone: files, their names and the
 * clipboard have the words as they are.
 *
 * <p>A mark on each side does it and not an isolate: words that are filled in may be filled in again, and
 * {@link OneLine} takes isolates for foreign.
 */
public final class ReadingOrder {
    /** Is seen nowhere, and counts as a letter that is read from left to right. */
    private static final String MARK = "\u200e";
    private static final Pattern MARKS = Pattern.compile(MARK);

    private ReadingOrder() {}

    /**
     * The words amid others: with a mark on each side, when any of them is read from right to left; without what turns the
     * direction by itself, which no mark would end ({@link OneLine}).
     */
    public static String amid(String words) {
        String safe = OneLine.of(words);
        char[] letters = safe.toCharArray();
        boolean marked = safe.startsWith(MARK) && safe.endsWith(MARK);
        return !marked && Bidi.requiresBidi(letters, 0, letters.length) ? MARK + safe + MARK : safe;
    }

    /** The words without such marks. */
    public static String without(String words) {
        return MARKS.matcher(words).replaceAll("");
    }
}
