package app.loupe.export;

import java.util.Arrays;
import java.util.List;

/**
 * Divides the width of a statement by the words that stand in it, which are longer in one language than in another: days and
 * figures get what they need, what is said of an entry the rest. In points.
 */
final class StatementWidths {
    /** How what is left over is divided: the looks of a page that has room. */
    private static final float[] SPARE = {1, 2, 4, 2, 2};
    private static final int DOCUMENT = 1;
    private static final int ABOUT = 2;
    /** A figure that needs more is set smaller. */
    private static final float MOST_OF_FIGURE = 0.2f;
    /** Where documents and what is said of them have no room beside each other, they break their lines. */
    private static final float DOCUMENT_SHARE = 0.4f;

    private StatementWidths() {}

    /** The widths of day, document, what is said of it, and two figures. */
    static float[] of(Paper paper, List<String> heads, List<List<String>> rows) {
        var need = new float[heads.size()];
        for (int i = 0; i < need.length; i++) {
            need[i] = paper.needs(heads.get(i), Paper.HEAD);
            for (List<String> row : rows) {
                need[i] = Math.max(need[i], paper.needs(row.get(i), i == need.length - 1 ? Paper.STRONG : Paper.TEXT));
            }
            if (i > ABOUT) {
                need[i] = Math.min(need[i], paper.width() * MOST_OF_FIGURE);
            }
        }
        float spare = paper.width() - sum(need);
        if (spare >= 0) {
            for (int i = 0; i < need.length; i++) {
                need[i] += spare * SPARE[i] / sum(SPARE);
            }
            return need;
        }
        float words = need[DOCUMENT] + need[ABOUT] + spare;
        need[DOCUMENT] = Math.max(Math.min(need[DOCUMENT], words * DOCUMENT_SHARE), words - need[ABOUT]);
        need[ABOUT] = words - need[DOCUMENT];
        return need;
    }

    /** The widths of boxes beside each other: all the same where their names have room so. */
    static float[] ofBoxes(Paper paper, List<String> names) {
        float same = paper.width() / names.size();
        var need = new float[names.size()];
        boolean fit = true;
        for (int i = 0; i < need.length; i++) {
            need[i] = paper.needs(names.get(i), Paper.NOTE);
            fit &= need[i] <= same;
        }
        if (fit) {
            Arrays.fill(need, same);
            return need;
        }
        float factor = paper.width() / sum(need);
        for (int i = 0; i < need.length; i++) {
            need[i] *= factor;
        }
        return need;
    }

    private static float sum(float... values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
