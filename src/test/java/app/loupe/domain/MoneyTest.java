package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    @ParameterizedTest
    @CsvSource({"12, EUR, 1200, 2", "12.5, EUR, 1250, 2", "12.505, EUR, 12505, 3", "12, JPY, 12, 0",
        "12.50, JPY, 125, 1",
        "1.5, KWD, 1500, 3", "-0.1, EUR, -10, 2", "7, Points, 700, 2"})
    void countsMinorUnitsOfItsCurrencyOrFinerOnes(String amount, String currency, String units, int decimals) {
        assertThat(money(amount, currency).amount().unscaledValue()).isEqualTo(units);
        assertThat(money(amount, currency).decimals()).isEqualTo(decimals);
    }

    @Test
    void equalAmountsAreEqualHoweverTheyWereWritten() {
        assertThat(money("12.500", "EUR")).isEqualTo(money("12.5", "EUR")).hasSameHashCodeAs(money("12.50", "EUR"));
        assertThat(money("0.000", "EUR")).isEqualTo(Money.zero("EUR"));
        assertThat(money("12.5", "EUR")).isNotEqualTo(money("12.5", "USD"));
    }

    @Test
    void addsAndTakesAwayWithoutLosingADigit() {
        assertThat(money("0.1", "EUR").plus(money("0.205", "EUR"))).isEqualTo(money("0.305", "EUR"));
        assertThat(money("1", "EUR").minus(money("0.95", "EUR"))).isEqualTo(money("0.05", "EUR"));
        assertThat(money("99999999999999999999.99", "EUR").plus(money("0.01", "EUR")))
                .isEqualTo(money("100000000000000000000", "EUR"));
        assertThat(money("5", "EUR").negated()).isEqualTo(money("-5", "EUR"));
    }

    @Test
    void neverMixesTwoCurrencies() {
        Money euros = money("1", "EUR");
        Money dollars = money("1", "USD");

        assertThatThrownBy(() -> euros.plus(dollars)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros.minus(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInvoiceWithoutACurrencyHasMoneyOfNone() {
        assertThat(Money.of(BigDecimal.ONE, null)).isEqualTo(money("1", ""));
        assertThat(Money.of(BigDecimal.ONE, new Ref(1, "EUR"))).isEqualTo(money("1", "EUR"));
    }
}
