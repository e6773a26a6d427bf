package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
    @ParameterizedTest
    @ValueSource(chars = {0, '\t', '\n', '\r', 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069})
    void whatSteersBecomesASpace(char steering) {
        assertThat(OneLine.of("a" + steering + "b")).isEqualTo("a b");
    }

    @Test
    void everyLanguageStaysAsItIs() {
        String text = "Ærø «Łódź» שלום العربية 株式会社 👩‍💻 €\u00a05";

        assertThat(OneLine.of(text)).isEqualTo(text);
    }
}
