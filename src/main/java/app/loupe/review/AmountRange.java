package app.loupe.review;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an amount lies in a range as it is typed: {@code >1000}, {@code >=1000}, {@code <50}, {@code =99.5},
 * {@code 1000..2000}, {@code 1000..}. Ends without a value are open.
 *
 * @param strict whether the ends themselves lie outside
 */
record AmountRange(@Nullable BigDecimal low, @Nullable BigDecimal high, boolean strict) {
    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|=)(.*)");
    private static final Pattern RANGE_MEANT = Pattern.compile("(\\d.*)?\\.\\..*");

    /** Whether somebody who types this means amounts, well written or not. */
    static boolean isMeant(String word) {
        return COMPARED.matcher(word).matches() || RANGE_MEANT.matcher(word).matches();
    }

    /** Reads a word; empty when it is not a range or one that nothing could lie in. */
    static Optional<AmountRange> parse(String word) {
        Matcher compared = COMPARED.matcher(word);
        if (compared.matches()) {
            return number(compared.group(2)).map(value -> compared(compared.group(1), value));
        }
        int dots = word.indexOf("..");
        if (dots < 0 || word.length() == 2) {
            return Optional.empty();
        }
        String from = word.substring(0, dots);
        String to = word.substring(dots + 2);
        Optional<BigDecimal> low = number(from);
        Optional<BigDecimal> high = number(to);
        if (low.isEmpty() != from.isEmpty() || high.isEmpty() != to.isEmpty()) {
            return Optional.empty();
        }
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            return Optional.empty();
        }
        return Optional.of(new AmountRange(low.orElse(null), high.orElse(null), false));
    }

    /** Whether the amount lies inside. */
    boolean contains(BigDecimal amount) {
        int least = strict ? 1 : 0;
        return (low == null || amount.compareTo(low) >= least) && (high == null || high.compareTo(amount) >= least);
    }

    private static AmountRange compared(String sign, BigDecimal value) {
        return switch (sign) {
            case ">" -> new AmountRange(value, null, true);
            case ">=" -> new AmountRange(value, null, false);
            case "<" -> new AmountRange(null, value, true);
            case "<=" -> new AmountRange(null, value, false);
            default -> new AmountRange(value, value, false);
        };
    }

    private static Optional<BigDecimal> number(String text) {
        return TypedNumber.read(CurrencyWords.withoutCurrency(text)).stream().findFirst();
    }
}
