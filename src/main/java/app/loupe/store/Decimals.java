package app.loupe.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives stored numbers the form people expect: an amount has at least its currency's digits (2 for EUR, 0 for JPY, 3 for
 * KWD), a quantity no needless zeros. No digit is ever lost. Not safe for use by several threads.
 */
final class Decimals {
    private static final int USUAL_DIGITS = 2;

    private final Map<String, Integer> digits = new HashMap<>();

    /** An amount in a currency by its ISO code; codes unknown to Java get two digits. */
    BigDecimal amount(BigDecimal stored, String currency) {
        return scaled(stored, digits.computeIfAbsent(currency, Decimals::digits));
    }

    /** A number that is no amount. */
    static BigDecimal number(BigDecimal stored) {
        return scaled(stored, 0);
    }

    private static BigDecimal scaled(BigDecimal stored, int atLeast) {
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < atLeast ? stripped.setScale(atLeast, RoundingMode.UNNECESSARY) : stripped;
    }

    private static int digits(String currency) {
        try {
            int known = Currency.getInstance(currency).getDefaultFractionDigits();
            return known < 0 ? USUAL_DIGITS : known;
        } catch (IllegalArgumentException notIso) {
            return USUAL_DIGITS;
        }
    }
}
