package app.loupe.ui.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link FigureTable}, ready to be shown: made off the FX thread.
 *
 * @param <T> where a line or a cell leads to
 * @param role what kind of line it is
 * @param key what it is of: a line with the same key is the same line in the next reading
 * @param cells one for each column of the table
 * @param target where Enter leads to; null when nowhere
 */
public record FigureRow<T>(Role role, Object key, List<FigureCell<T>> cells, @Nullable T target) {
    /** Copies the cells. */
    public FigureRow {
        cells = List.copyOf(cells);
    }

    /** What a line is. */
    public enum Role {
        /** The name of what follows, in the first column. */
        HEADING,
        /** One of what is listed. */
        ENTRY,
        /** What the lines above it come to. */
        TOTAL
    }
}
