package app.loupe.store;

import app.loupe.domain.CurrencyDecimals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives stored numbers the form people expect: an amount has at least its currency's digits (2 for EUR, 0 for JPY, 3 for
 * KWD), a quantity no needless zeros. No digit is ever lost. Not safe for use by several threads.
 */
final class Decimals {
    private final Map<String, Integer> digits = new HashMap<>();

    /** An amount in a currency by its ISO code; codes unknown to Java get two digits. */
    BigDecimal amount(BigDecimal stored, String currency) {
        return CurrencyDecimals.atLeast(stored, digits.computeIfAbsent(currency, CurrencyDecimals::of));
    }

    /** A number that is no amount. */
    static BigDecimal number(BigDecimal stored) {
        return CurrencyDecimals.atLeast(stored, 0);
    }
}
