package app.loupe.domain;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Decides how many decimals an amount has at least: those of its currency by ISO 4217. All layers use this rule. */
public final class CurrencyDecimals {
    private static final int USUAL = 2;

    private CurrencyDecimals() {}

    /**
     * Decimals of a currency by its ISO code: 2 for EUR, 0 for JPY, 3 for KWD; two for a code that ISO does not know or
     * gives no decimals for, such as gold (XAU).
     */
    public static int of(String code) {
        try {
            int digits = Currency.getInstance(code).getDefaultFractionDigits();
            return digits < 0 ? USUAL : digits;
        } catch (IllegalArgumentException notIso) {
            return USUAL;
        }
    }

    /** The same number with at least this many decimals and no needless zeros after them: no digit is ever lost. */
    public static BigDecimal atLeast(BigDecimal number, int decimals) {
        if (number.scale() <= decimals) {
            // no zero can be needless; so it is for nearly every amount, of which each row of the books has several
            return number.setScale(decimals);
        }
        BigDecimal exact = number.stripTrailingZeros();
        return exact.setScale(Math.max(exact.scale(), decimals));
    }

    /** Like {@link #of(String)} for a reference to a currency; two without one. */
    public static int of(@Nullable Ref currency) {
        return currency == null ? USUAL : of(currency.name());
    }
}
