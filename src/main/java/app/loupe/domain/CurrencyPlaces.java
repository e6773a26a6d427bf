package app.loupe.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds out from amounts to how many decimals each currency is rounded: a company may use other decimals than ISO 4217
 * says, such as none for the forint. Once there are {@link #ENOUGH} amounts, the most decimals among them decide. Fewer
 * than ISO's are believed when no amount has more; more than ISO's only when one amount in ten has them, because a few
 * may be odd amounts. Used by one thread.
 */
public final class CurrencyPlaces {
    /** How many non-zero amounts it takes to tell a currency's decimals; with fewer, ISO 4217 decides. */
    public static final int ENOUGH = 40;
    /** How many amounts without decimals it takes to tell that a currency has none. */
    public static final int MANY = 400;
    /** ISO has two decimals for these, and companies round them to whole ones; Odoo has shipped them so. */
    private static final Set<String> WHOLE = Set.of("HUF", "IDR", "TWD");
    private static final int USUAL = 2;
    /** Odoo has no finer rounding: further decimals are noise of binary numbers. */
    private static final int MOST = 6;
    private static final int ONE_IN = 10;

    private final Map<String, int[]> seen = new HashMap<>();

    /** Looks at an amount of a currency. */
    public void add(String currency, BigDecimal amount) {
        add(currency, amount.signum(), Math.max(0, amount.stripTrailingZeros().scale()));
    }

    /**
     * The same for an amount given by its digits.
     *
     * @param digits ignored when 0
     * @param scale so many of them are decimals, the last of which is no zero
     */
    public void add(String currency, long digits, int scale) {
        if (digits != 0 && scale <= MOST) {
            seen.computeIfAbsent(currency, none -> new int[MOST + 1])[scale]++;
        }
    }

    /**
     * With how many decimals amounts are shown, for the currencies of which enough is known. Prices may be round for a
     * long time: fewer than two decimals, where ISO has more, are believed only after {@link #MANY} amounts.
     */
    public Map<String, Integer> shown() {
        var shown = new HashMap<String, Integer>();
        seen.forEach((currency, byScale) -> {
            int all = Arrays.stream(byScale).sum();
            int places = of(currency);
            if (all >= (isMaybeRound(currency, places) ? MANY : ENOUGH)) {
                shown.put(currency, places);
            }
        });
        return shown;
    }

    private static boolean isMaybeRound(String currency, int places) {
        return places < Math.min(USUAL, CurrencyDecimals.of(currency));
    }

    /** To how many decimals amounts of a currency are rounded, as far as is known by now. */
    public int of(String currency) {
        int iso = CurrencyDecimals.of(currency);
        int[] byScale = seen.getOrDefault(currency, new int[MOST + 1]);
        int all = 0;
        for (int count : byScale) {
            all += count;
        }
        if (all < ENOUGH) {
            return iso;
        }
        int finer = 0;
        for (int scale = MOST; scale > 0; scale--) {
            finer += byScale[scale];
            if (scale > iso ? finer * ONE_IN >= all : finer > 0) {
                return scale;
            }
        }
        return 0;
    }

    /**
     * The smallest unit of a currency, that what is wrong is held against. As with {@link #shown} round prices are no
     * currency without cents; only of one that companies do round to whole ones fewer amounts are believed.
     */
    public BigDecimal unit(String currency) {
        int places = of(currency);
        boolean isDoubtful = isMaybeRound(currency, places) && !WHOLE.contains(currency)
                && Arrays.stream(seen.getOrDefault(currency, new int[0])).sum() < MANY;
        return BigDecimal.ONE.movePointLeft(isDoubtful ? CurrencyDecimals.of(currency) : places);
    }
}
