package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyDecimalsTest {
    @ParameterizedTest
    @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3", "XAU, 2", "XXX, 2", "POINTS, 2", "'', 2"})
    void areThoseOfIsoOrTwo(String code, int decimals) {
        assertThat(CurrencyDecimals.of(code)).isEqualTo(decimals);
        assertThat(CurrencyDecimals.of(new Ref(1, code))).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({"1.50, 2, 1.50", "1.5, 2, 1.50", "1.500, 2, 1.50", "1.505, 2, 1.505", "1.5050, 2, 1.505", "7, 0, 7",
        "120.00, 0, 120", "1E+2, 0, 100", "1E+3, 2, 1000.00", "0, 2, 0.00", "0.000, 2, 0.00", "-3.10, 1, -3.1"})
    void writesAtLeastSoManyDecimalsAndNoNeedlessZero(BigDecimal number, int decimals, BigDecimal written) {
        assertThat(CurrencyDecimals.atLeast(number, decimals)).isEqualTo(written);
    }

    @Test
    void withoutACurrencyAreTwo() {
        @Nullable
        Ref none = null;

        assertThat(CurrencyDecimals.of(none)).isEqualTo(2);
    }
}
