package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.ShownDecimals;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The average price of one piece. */
class ProductPriceTest {
    @ParameterizedTest
    @CsvSource({
        // quantity, amount, currency, for programs, for people
        "1, 12345678901, VND, 12345678901, 12345678901", "1, 123456789.01, EUR, 123456789.01, 123456789.01",
        "3, 100, EUR, 33.33333333, 33.33", "4, 1, EUR, 0.25, 0.25",
        "2, 246913578.035, EUR, 123456789.018, 123456789.02",
        // to ten digits first, and then to cents, it would be a cent more
        "1000000000, 123456004999999, EUR, 123456.0050, 123456.00", "-1, -12345678901, VND, 12345678901, 12345678901"})
    void isExactToTenDigitsAndToTheSmallestUnit(BigDecimal quantity, BigDecimal amount, String currency, String exact,
            String price) {
        var untaxed = new Money(amount, currency);

        assertThat(ProductSales.averagePrice(quantity, untaxed).orElseThrow().toPlainString()).isEqualTo(exact);
        assertThat(ProductSales.price(quantity, untaxed, new ShownDecimals()))
                .contains(new Money(new BigDecimal(price), currency));
    }

    @Test
    void isRoundedToTheUnitThatTheBooksHave() {
        var decimals = new ShownDecimals();
        decimals.learn(Map.of("CLF", 2, "USD", 3));

        assertThat(ProductSales.price(new BigDecimal("3"), new Money(BigDecimal.TEN, "CLF"), decimals))
                .contains(new Money(new BigDecimal("3.33"), "CLF"));
        assertThat(ProductSales.price(new BigDecimal("3"), new Money(BigDecimal.TEN, "USD"), decimals))
                .contains(new Money(new BigDecimal("3.333"), "USD"));
    }
}
