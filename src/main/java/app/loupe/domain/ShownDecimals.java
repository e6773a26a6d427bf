package app.loupe.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * With how many decimals the amounts of each currency are shown: as in the books that were read last, or by ISO 4217 for
 * a currency that no books told about. Safe for use by several threads.
 */
public final class ShownDecimals {
    private final Map<String, Integer> iso = new ConcurrentHashMap<>();
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    /** Takes over the decimals found in the amounts of books. */
    public void learn(Map<String, Integer> books) {
        told.putAll(books);
    }

    /** Takes them over only for currencies of which nothing is known. */
    public void learnNew(Map<String, Integer> books) {
        books.forEach(told::putIfAbsent);
    }

    /** The least number of decimals with which amounts of this currency are shown; an amount may have more. */
    public int of(String currency) {
        Integer known = told.get(currency);
        return known == null ? iso.computeIfAbsent(currency, CurrencyDecimals::of) : known;
    }
}
