package app.loupe.export;

import java.util.List;

/**
 * Divides the width of a page among columns: figures and days get what they need, words share the rest. A table that is
 * too wide for an upright page lies across.
 */
final class ColumnWidths {
    /** At the size of {@link Paper#TEXT}, padding apart; figures are as wide as each other. */
    private static final float FIGURE_POINTS = 5.6f;
    private static final float LETTER_POINTS = 4.8f;
    private static final float PADDING = 10;
    private static final int MOST_LETTERS = 48;
    private static final int LEAST_LETTERS = 8;
    /** Words that may be broken over lines before a table is laid across. */
    private static final int LETTERS_UPRIGHT = 22;

    private final float[] points;
    private final boolean landscape;

    ColumnWidths(List<Column> columns, int... characters) {
        var need = new float[columns.size()];
        var least = new float[columns.size()];
        for (int i = 0; i < need.length; i++) {
            if (columns.get(i).kind() == Column.Kind.TEXT) {
                int letters = Math.clamp(characters[i], LEAST_LETTERS, MOST_LETTERS);
                need[i] = letters * LETTER_POINTS + PADDING;
                least[i] = Math.min(letters, LETTERS_UPRIGHT) * LETTER_POINTS + PADDING;
            } else {
                need[i] = characters[i] * FIGURE_POINTS + PADDING;
                least[i] = need[i];
            }
        }
        landscape = sum(least) > Paper.width(false);
        points = divided(columns, need, Paper.width(landscape));
    }

    private static float sum(float... values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static float[] divided(List<Column> columns, float[] need, float page) {
        float words = 0;
        for (int i = 0; i < need.length; i++) {
            words += columns.get(i).kind() == Column.Kind.TEXT ? need[i] : 0;
        }
        float figures = sum(need) - words;
        float left = Math.max(page - figures, Math.min(words, page / 4));
        var points = new float[need.length];
        for (int i = 0; i < need.length; i++) {
            boolean text = columns.get(i).kind() == Column.Kind.TEXT;
            points[i] = words == 0 ? need[i] : text ? need[i] * left / words : need[i];
        }
        float all = sum(points);
        for (int i = 0; i < points.length; i++) {
            points[i] *= page / all;
        }
        return points;
    }

    /** Widths that fill the page. */
    float[] points() {
        return points.clone();
    }

    boolean landscape() {
        return landscape;
    }
}
