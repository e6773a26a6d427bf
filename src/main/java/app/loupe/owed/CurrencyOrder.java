package app.loupe.owed;

import app.loupe.domain.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * In which order currencies stand whose amounts are not compared: the one that most rows are open in first, by their
 * codes where as many are.
 *
 * @param open in how many rows something is open, by the code of the currency; none of it is 0
 */
public record CurrencyOrder(Map<String, Long> open) implements Comparator<String> {
    /** By code alone: where there is one currency, or nothing to count. */
    public static final CurrencyOrder BY_CODE = new CurrencyOrder(Map.of());

    /** Copies the counts. */
    public CurrencyOrder {
        open = Map.copyOf(open);
    }

    /** The order for rows of which these amounts are open; a row in which nothing is open does not count. */
    public static <R> CurrencyOrder of(Collection<R> rows, Function<R, Money> amount) {
        return new CurrencyOrder(rows.stream().map(amount).filter(one -> one.signum() != 0)
                .collect(Collectors.groupingBy(Money::currency, Collectors.counting())));
    }

    @Override
    public int compare(String one, String other) {
        int most = Long.compare(open.getOrDefault(other, 0L), open.getOrDefault(one, 0L));
        return most == 0 ? one.compareTo(other) : most;
    }
}
