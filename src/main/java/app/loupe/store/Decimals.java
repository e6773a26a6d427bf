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
    /** The most digits that a column holds. */
    private static final int MOST_DIGITS = 100;

    private final Map<String, Integer> digits = new HashMap<>();

    /** An amount in a currency by its ISO code; codes unknown to Java get two digits. */
    BigDecimal amount(BigDecimal stored, String currency) {
        return CurrencyDecimals.atLeast(sensible(stored), digits.computeIfAbsent(currency, CurrencyDecimals::of));
    }

    /** A number other than an amount. */
    static BigDecimal number(BigDecimal stored) {
        return CurrencyDecimals.atLeast(sensible(stored), 0);
    }

    /** A number as a row gives it back: H2 keeps no zeros at its end. */
    static BigDecimal kept(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    /**
     * A stored number. One that no server was ever allowed to send is damage: writing out a number with nine digits in
     * its exponent, or adding it to another, would keep the program busy for ever.
     *
     * @throws IllegalStateException when it cannot be one that was stored
     */
    static BigDecimal sensible(BigDecimal stored) {
        if (Math.abs((long) stored.scale()) > MOST_DIGITS || stored.precision() > MOST_DIGITS) {
            throw new IllegalStateException("a number that was never stored");
        }
        return stored;
    }
}
