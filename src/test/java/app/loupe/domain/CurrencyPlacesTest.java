package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyPlacesTest {
    @ParameterizedTest
    @CsvSource({
        // currency, so many amounts of these decimals, and so many of those: the decimals; those of the smallest unit
        "HUF, 40, 100.00, 0, 1, 0, 0", "HUF, 39, 100.00, 0, 1, 2, 2", "HUF, 39, 100, 1, 7.5, 1, 1",
        "HUF, 39, 100, 1, 0.00, 2, 2", "EUR, 100, 12.34, 5, 1.005, 2, 2", "EUR, 10, 12.34, 90, 1.005, 3, 3",
        "JPY, 20, 100, 20, 7.25, 2, 2", "CLF, 40, 1.25, 0, 1, 2, 2", "EUR, 100, 12.34, 100, 300.03000000000003, 2, 2",
        // prices without cents are no currency without cents, until there are very many
        "EUR, 40, 1E+3, 0, 1, 0, 2", "EUR, 300, 100, 99, 7.5, 1, 2", "EUR, 400, 100, 0, 1, 0, 0",
        "IDR, 40, 100, 0, 1, 0, 0", "KWD, 40, 1.25, 0, 1, 2, 2", "KWD, 40, 100, 0, 1, 0, 3"})
    void theFinestThatTheAmountsHaveDecides(String currency, int some, BigDecimal one, int more, BigDecimal other,
            int decimals, int smallest) {
        var places = new CurrencyPlaces();
        for (int i = 0; i < some; i++) {
            places.add(currency, one);
        }
        for (int i = 0; i < more; i++) {
            places.add(currency, other.negate());
        }

        assertThat(places.of(currency)).isEqualTo(decimals);
        assertThat(places.unit(currency)).isEqualByComparingTo(BigDecimal.ONE.movePointLeft(smallest));
        assertThat(places.of("BHD")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        // currency, so many amounts of one and of another kind, and what is shown; nothing where too little is known
        "CLF, 40, 1.25, 0, 1,2", "CLF, 39, 1.25, 0, 1,", "EUR, 40, 1.255, 0, 1,3", "EUR, 399, 100, 0, 1,",
        "HUF, 400, 100, 0, 1,0", "HUF, 399, 100, 1, 7.5,1", "EUR, 399, 100, 1, 7.25,2", "JPY, 40, 100, 0, 1,0"})
    void thatACurrencyHasFewDecimalsTakesManyAmounts(String currency, int some, BigDecimal one, int more,
            BigDecimal other, Integer decimals) {
        var places = new CurrencyPlaces();
        for (int i = 0; i < some; i++) {
            places.add(currency, one);
        }
        for (int i = 0; i < more; i++) {
            places.add(currency, other);
        }

        assertThat(places.shown()).isEqualTo(decimals == null ? Map.of() : Map.of(currency, decimals));
    }
}
