package app.loupe.text;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes an amount with its currency's sign and decimals, grouped by the owner's locale: {@code € 1,290.50}. A currency
 * that ISO 4217 does not know keeps its name and at least two decimals. Never rounds away a digit that the server gave.
 * Safe for use by several threads.
 */
public final class MoneyText {
    private static final Map<String, String> SIGNS = Map.of("EUR", "€", "USD", "$", "GBP", "£", "JPY", "¥");

    private final Locale locale;
    private final Map<String, Integer> decimals = new ConcurrentHashMap<>();

    /** Amounts for a locale. */
    public MoneyText(Locale locale) {
        this.locale = locale;
    }

    /** The amount with its currency. */
    public String format(Money money) {
        return format(money.amount(), money.currency());
    }

    /** The amount with its currency. */
    public String format(BigDecimal amount, String currency) {
        String sign = SIGNS.getOrDefault(currency, currency);
        return sign.isEmpty() ? plain(amount, currency) : sign + "\u00a0" + plain(amount, currency);
    }

    /** The amount without its currency, for columns that name it elsewhere. Uses a true minus sign. */
    public String plain(BigDecimal amount, String currency) {
        return written(amount, decimals.computeIfAbsent(currency, CurrencyDecimals::of));
    }

    /** A number that is no money, without needless zeros. */
    public String number(BigDecimal number) {
        return written(number, 0);
    }

    private String written(BigDecimal amount, int least) {
        int digits = CurrencyDecimals.atLeast(amount, least).scale();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        String text = format.format(amount.abs());
        return amount.signum() < 0 ? "\u2212" + text : text;
    }
}
