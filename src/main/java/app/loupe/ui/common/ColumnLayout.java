package app.loupe.ui.common;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an owner changed about the columns of a table.
 *
 * @param order ids from left to right; columns that it does not name follow in their usual order
 * @param hidden ids of those that the owner does not want
 * @param widths by id, in em so that they follow the size of the text
 */
public record ColumnLayout(List<String> order, Set<String> hidden, Map<String, Double> widths) {
    /** Nothing was changed. */
    public static final ColumnLayout USUAL = new ColumnLayout(List.of(), Set.of(), Map.of());

    /** Copies. */
    public ColumnLayout {
        order = List.copyOf(order);
        hidden = Set.copyOf(hidden);
        widths = Map.copyOf(widths);
    }
}
