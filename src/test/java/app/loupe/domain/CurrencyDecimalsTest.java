package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void withoutACurrencyAreTwo() {
        @Nullable
        Ref none = null;

        assertThat(CurrencyDecimals.of(none)).isEqualTo(2);
    }
}
