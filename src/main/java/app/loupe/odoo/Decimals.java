package app.loupe.odoo;

import app.loupe.domain.Ref;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Decides how many decimals an amount has at least: those of its currency by ISO 4217. */
final class Decimals {
    private static final int USUAL = 2;

    private Decimals() {}

    /** Two for a currency that ISO does not know. */
    static int of(@Nullable Ref currency) {
        if (currency == null) {
            return USUAL;
        }
        try {
            int digits = Currency.getInstance(currency.name()).getDefaultFractionDigits();
            return digits < 0 ? USUAL : digits;
        } catch (IllegalArgumentException ownCurrency) {
            return USUAL;
        }
    }
}
