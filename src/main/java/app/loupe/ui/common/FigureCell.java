package app.loupe.ui.common;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a {@link FigureRow}.
 *
 * @param tone how it is set
 * @param target where a press leads to; null when nowhere
 */
public record FigureCell<T>(String text, Tone tone, @Nullable T target) {
    /** Keeps of the text what is shown. */
    public FigureCell {
        text = ShownText.of(text);
    }

    /** How a cell is set; colour is never all that tells. */
    public enum Tone {
        PLAIN,
        MUTED,
        STRONG,
        LATE
    }

    /** Words or a figure. */
    public static <T> FigureCell<T> of(String text) {
        return new FigureCell<>(text, Tone.PLAIN, null);
    }

    /** Words that explain. */
    public static <T> FigureCell<T> muted(String text) {
        return new FigureCell<>(text, Tone.MUTED, null);
    }

    /** A figure that counts. */
    public static <T> FigureCell<T> strong(String text) {
        return new FigureCell<>(text, Tone.STRONG, null);
    }

    /** The same set otherwise. */
    public FigureCell<T> in(Tone other) {
        return new FigureCell<>(text, other, target);
    }

    /** The same leading somewhere; nowhere when that is null. */
    public FigureCell<T> to(@Nullable T where) {
        return new FigureCell<>(text, tone, where);
    }
}
