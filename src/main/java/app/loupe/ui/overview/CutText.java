package app.loupe.ui.overview;

import java.util.function.ToDoubleFunction;

/** Cuts a text that has no room in the middle, with one ellipsis and without a blank, a dot or half a character beside it. */
final class CutText {
    private static final String ELLIPSIS = "\u2026";

    private CutText() {}

    /**
     * The text, or its beginning and end around an ellipsis.
     *
     * @param room in pixels
     * @param width how many pixels a text takes
     */
    static String amid(String text, double room, ToDoubleFunction<String> width) {
        if (width.applyAsDouble(text) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int kept = points.length - 1; kept > 0; kept--) {
            int begin = (kept + 1) / 2;
            String cut = stripped(points, 0, begin, false) + ELLIPSIS
                    + stripped(points, points.length - (kept - begin), points.length, true);
            if (width.applyAsDouble(cut) <= room) {
                return cut;
            }
        }
        return ELLIPSIS;
    }

    private static String stripped(int[] points, int from, int to, boolean atBegin) {
        int first = from;
        int end = to;
        while (first < end && separates(points[atBegin ? first : end - 1])) {
            if (atBegin) {
                first++;
            } else {
                end--;
            }
        }
        return new String(points, first, end - first);
    }

    private static boolean separates(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == '.' || point == '\u2026';
    }
}
