package app.loupe.ui.products;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which order a column of figures puts its rows: within a unit, because quantities of two are not compared. In both
 * directions the unit of most rows comes first, and rows without a figure last.
 *
 * @param figure of a row; null for none
 * @param unit of a row; the same for figures that can all be compared
 */
record SalesOrder<R>(Figure<R> figure, Function<R, String> unit) {
    /** What is compared. */
    interface Figure<R> {
        @Nullable
        BigDecimal of(R row);
    }

    /** Figures that can all be compared. */
    static <R> SalesOrder<R> of(Figure<R> figure) {
        return new SalesOrder<>(figure, row -> "");
    }

    /** The order of these rows. */
    Comparator<R> comparing(Collection<R> rows, boolean descending) {
        Map<String, Long> units = rows.stream().collect(Collectors.groupingBy(unit, Collectors.counting()));
        Comparator<BigDecimal> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((R row) -> figure.of(row) == null)
                .thenComparingLong(row -> -units.getOrDefault(unit.apply(row), 0L)).thenComparing(unit)
                .thenComparing(figure::of, Comparator.nullsLast(direction));
    }
}
