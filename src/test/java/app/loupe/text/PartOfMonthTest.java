package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month that is not over is told by its days, on its first day by that alone. */
class PartOfMonthTest {
    @ParameterizedTest
    @CsvSource({
        "en, 1, 1 December 2026", "de, 1, 1. December 2026", "es, 1, 1 December 2026",
        "fr, 1, 1er December 2026", "nl, 1, 1 December 2026",
        "en, 2, 1\u20132 December 2026", "de, 23, 1.\u201323. December 2026", "es, 23, 1\u201323 December 2026",
        "fr, 31, 1\u201331 December 2026", "nl, 2, 1\u20132 December 2026"
    })
    void saysItsDays(String language, int last, String said) {
        assertThat(new Texts(Locale.of(language)).get("overview.month.part", last, "December 2026")).isEqualTo(said);
    }
}
