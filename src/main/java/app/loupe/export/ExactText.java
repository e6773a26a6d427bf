package app.loupe.export;

import app.loupe.domain.CurrencyDecimals;
import java.math.BigDecimal;

/** Decides the digits of a number for programs: none lost, those of the currency all there. */
final class ExactText {
    private ExactText() {}

    static BigDecimal of(Cell.Money money) {
        return CurrencyDecimals.atLeast(money.amount(), CurrencyDecimals.of(money.currency()));
    }

    static BigDecimal of(Cell.Quantity quantity) {
        return CurrencyDecimals.atLeast(quantity.number(), 0);
    }
}
