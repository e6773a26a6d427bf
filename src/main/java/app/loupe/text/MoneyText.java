package app.loupe.text;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Money;
import app.loupe.domain.ShownDecimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Writes an amount with its currency's sign and decimals, grouped by the owner's locale: {@code € 1,290.50}. The decimals
 * are those of the books ({@link ShownDecimals}), or else ISO 4217's; a currency that it does not know keeps its name and at
 * least two. Never rounds away a digit that the server gave.
 * Every amount of the window passes here: while they are hidden, all of it that is written is {@link #HIDDEN}. Safe for
 * use by several threads.
 */
public final class MoneyText {
    private static final String MINUS = "\u2212";
    private static final Map<String, String> SIGNS = Map.of("EUR", "€", "USD", "$", "GBP", "£", "JPY", "¥");

    /** What stands in the place of an amount that is hidden: as long for a large one as for a small one. */
    public static final String HIDDEN = "\u2022\u2022\u2022";

    private final Locale locale;
    private final ShortNumber shortly;
    private final BooleanSupplier hidden;
    private final ShownDecimals decimals;

    /** Amounts for a locale, of no books. */
    public MoneyText(Locale locale) {
        this(locale, new ShortNumber(locale, locale), new ShownDecimals(), () -> false);
    }

    /** Amounts for the region of these texts, with the decimals that they know. */
    public MoneyText(Texts texts) {
        this(texts, () -> false);
    }

    /**
     * Amounts that may be hidden.
     *
     * @param hidden asked at every amount, on any thread
     */
    public MoneyText(Texts texts, BooleanSupplier hidden) {
        this(texts.locale(), new ShortNumber(texts.language(), texts.locale()), texts.decimals(), hidden);
    }

    private MoneyText(Locale locale, ShortNumber shortly, ShownDecimals decimals, BooleanSupplier hidden) {
        this.locale = locale;
        this.shortly = shortly;
        this.decimals = decimals;
        this.hidden = hidden;
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
        return hidden.getAsBoolean() ? HIDDEN : written(amount, decimals.of(currency));
    }

    /** "84.1K": what there is room for in a chart, with the word of the language and the signs of the region. */
    public String rough(Money money) {
        if (hidden.getAsBoolean()) {
            return HIDDEN;
        }
        String text = shortly.of(Math.abs(money.amount().doubleValue()));
        return money.signum() < 0 ? MINUS + text : text;
    }

    /** Whether amounts are hidden now: then nothing else may tell them either, such as a colour or a place. */
    public boolean isHidden() {
        return hidden.getAsBoolean();
    }

    /** How long a bar of this amount is, in its currency; negative the other way. While amounts are hidden, all are alike. */
    public double length(Money money) {
        return hidden.getAsBoolean() ? 1 : money.amount().doubleValue();
    }

    /** A number with the decimals of an amount that is none: a quantity, a discount. Never hidden. */
    public String quantity(BigDecimal number) {
        return written(number, CurrencyDecimals.of(""));
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
        return amount.signum() < 0 ? MINUS + text : text;
    }
}
