package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            372               | 372
            372.00            | 372.00
            372,5             | 372.5
            0.5               | 0.5
            1,234.56          | 1234.56
            1.234,56          | 1234.56
            1 234,56          | 1234.56
            1'234.56          | 1234.56
            1’234.56          | 1234.56
            12.345.678,90     | 12345678.90
            1,234,567         | 1234567
            1.234             | 1234 1.234
            1,234             | 1234 1.234
            0.500             | 0.500
            1234.56           | 1234.56
            1234,567          | 1234.567
            """)
    void readsAmountsOfEveryCountry(String typed, String values) {
        assertThat(TypedNumber.read(typed)).usingElementComparator(java.math.BigDecimal::compareTo)
                .containsExactlyElementsOf(
                        Arrays.stream(values.split(" ")).map(java.math.BigDecimal::new).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,00,0", "1.234.56", "1,234,56", "12 34", "1e9", "12a", ".", "1.", ".5", "1,234,567,8",
        "1234567890123456789", "-5", "١٢"})
    void refusesWhatIsNoAmount(String typed) {
        assertThat(TypedNumber.read(typed)).isEmpty();
    }
}
