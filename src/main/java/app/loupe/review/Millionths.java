package app.loupe.review;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers of lines as longs: in millionths, which is finer than any price, quantity or amount that Odoo is set up for. What
 * is no whole number of them, or too large, is kept as it is by whoever asks {@link #fits}.
 */
final class Millionths {
    private static final int DECIMALS = 6;
    private static final int MOST_DIGITS = 18;

    private Millionths() {}

    /** Whether no digit is lost. */
    static boolean fits(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() <= DECIMALS && bare.precision() - bare.scale() + DECIMALS <= MOST_DIGITS;
    }

    /** So many millionths; only of a number that fits. */
    static long of(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    /** The number that they are. */
    static BigDecimal number(long millionths) {
        return BigDecimal.valueOf(millionths, DECIMALS);
    }
}
