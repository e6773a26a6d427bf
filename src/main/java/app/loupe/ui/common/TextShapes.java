package app.loupe.ui.common;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects texts by their shape, in which every digit is alike, so that the widest of a hundred thousand is found by
 * measuring few. Knows no font, and so may be filled on any thread, by one at a time.
 */
public final class TextShapes {
    /** As many are measured; more than that are first thinned out by a rough estimate of their widths. */
    private static final int MOST = 200;
    private static final int THIN_OUT_AT = 4 * MOST;
    private static final int FIRST_WIDE_LETTER = 0x1100;

    private final Set<String> shapes = new HashSet<>();

    /** Adds a text. */
    public void add(String text) {
        shapes.add(shape(text));
        if (shapes.size() > THIN_OUT_AT) {
            List<String> widest = widest();
            shapes.clear();
            shapes.addAll(widest);
        }
    }

    /** The shapes among which the widest text is. */
    public List<String> widest() {
        return shapes.stream().sorted(Comparator.comparingDouble(TextShapes::estimate).reversed()).limit(MOST).toList();
    }

    /** The text as it is shown, with each digit written as 0; {@link TextRuler} takes the font's widest for it. */
    static String shape(String text) {
        char[] letters = ShownText.of(text).toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] >= '1' && letters[i] <= '9') {
                letters[i] = '0';
            }
        }
        return new String(letters);
    }

    /** In widths of a usual letter. */
    private static double estimate(String shape) {
        return shape.codePoints().mapToDouble(TextShapes::weight).sum();
    }

    private static double weight(int letter) {
        if (letter >= FIRST_WIDE_LETTER) {
            return 2;
        }
        if ("iljtfrI.,:;'|!()[]/- ".indexOf(letter) >= 0) {
            return 0.6;
        }
        if ("mwMW@%".indexOf(letter) >= 0) {
            return 1.6;
        }
        return Character.isUpperCase(letter) ? 1.2 : 1;
    }
}
