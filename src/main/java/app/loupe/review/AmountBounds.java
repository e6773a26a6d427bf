package app.loupe.review;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AmountRange} made ready for amounts in their smallest unit: its ends are worked out once for every number of
 * decimals, so that a row costs two comparisons of longs.
 */
final class AmountBounds {
    private static final int MOST_DECIMALS = SheetWriter.MOST_DIGITS;
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final AmountRange range;
    private final long[] lows = new long[MOST_DECIMALS + 1];
    private final long[] highs = new long[MOST_DECIMALS + 1];

    AmountBounds(AmountRange range) {
        this.range = range;
        for (int places = 0; places <= MOST_DECIMALS; places++) {
            BigInteger low = low(range.low(), range.strict(), places);
            BigInteger high = high(range.high(), range.strict(), places);
            boolean nothing = low.compareTo(LARGEST) > 0 || high.signum() < 0;
            lows[places] = nothing ? 1 : low.longValueExact();
            highs[places] = nothing ? 0 : high.min(LARGEST).longValueExact();
        }
    }

    /** Exactly this amount. */
    static AmountBounds exactly(BigDecimal value) {
        return new AmountBounds(new AmountRange(value, value, false));
    }

    private static BigInteger low(@Nullable BigDecimal end, boolean strict, int places) {
        if (end == null || end.signum() < 0) {
            return BigInteger.ZERO;
        }
        BigDecimal units = end.movePointRight(places);
        return strict
                ? units.setScale(0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE)
                : units.setScale(0, RoundingMode.CEILING).toBigInteger();
    }

    private static BigInteger high(@Nullable BigDecimal end, boolean strict, int places) {
        if (end == null) {
            return LARGEST;
        }
        BigDecimal units = end.movePointRight(places);
        return strict
                ? units.setScale(0, RoundingMode.CEILING).toBigInteger().subtract(BigInteger.ONE)
                : units.setScale(0, RoundingMode.FLOOR).toBigInteger();
    }

    /** Whether an amount lies inside, its sign left out. */
    boolean contains(long units, int decimals) {
        long size = Math.abs(units);
        return size >= lows[decimals] && size <= highs[decimals];
    }

    /** Whether an amount lies inside that fits into no long, its sign left out. */
    boolean contains(BigDecimal amount) {
        return range.contains(amount.abs());
    }
}
