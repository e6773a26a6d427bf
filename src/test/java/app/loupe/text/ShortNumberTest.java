package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short amounts in the language of the window and for the region of numbers and dates. */
class ShortNumberTest {
    private static String rough(String language, String region, String amount) {
        var texts = new Texts(Locale.forLanguageTag(language), Locale.forLanguageTag(region));
        return new MoneyText(texts).rough(new Money(new BigDecimal(amount), "EUR")).replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | en-US | 84084      | 84.1K
            en | de-DE | 84084      | 84,1K
            en | fr-CH | 84084      | 84,1K
            en | de-CH | 84084      | 84.1K
            de | en-GB | 84084      | 84,084
            de | de-CH | 84084      | 84’084
            de | de-DE | 1234567    | 1,2 Mio.
            de | en-US | 1234567    | 1.2 Mio.
            de | de-CH | 1234567    | 1.2 Mio.
            fr | nl-BE | 1234       | 1,2 k
            fr | en-GB | 1234       | 1.2 k
            fr | de-CH | 12345678901 | 12.3 Md
            es | en-US | 12345      | 12.3 mil
            es | es-MX | 12345      | 12.3 mil
            es | es-ES | 12345678901 | 12,3 mil M
            nl | en-GB | 1234567    | 1.2 mln.
            nl | fr-FR | 84084      | 84,1K
            de-AT | fr-FR | 84084   | 84 084
            es-MX | es-MX | 1234567 | 1.2 M
            en | de-DE | 123456     | 123K
            en | de-DE | -84084     | −84,1K
            en | de-DE | 999.9      | 1K
            en | de-DE | 84.4       | 84
            de | en-US | 0          | 0
            """)
    void theLanguageHasTheWordAndTheRegionTheSigns(String language, String region, String amount, String expected) {
        assertThat(rough(language, region, amount)).isEqualTo(expected);
    }
}
