package app.loupe.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * To how many decimals people read the amounts of each currency: those of the books that were read last, and ISO 4217's of a
 * currency that no books told about. Safe for use by several threads.
 */
public final class ShownDecimals {
    private final Map<String, Integer> iso = new ConcurrentHashMap<>();
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    /** Takes over what the amounts of books tell. */
    public void learn(Map<String, Integer> books) {
        told.putAll(books);
    }

    /** Takes it over of the currencies alone that nothing is known of. */
    public void learnNew(Map<String, Integer> books) {
        books.forEach(told::putIfAbsent);
    }

    /** At least so many decimals an amount of this currency is shown with; it may have more. */
    public int of(String currency) {
        Integer known = told.get(currency);
        return known == null ? iso.computeIfAbsent(currency, CurrencyDecimals::of) : known;
    }
}
