package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack has one name for a month and one for a quarter, wherever it is named. */
class PackNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "nl"})
    void thePackIsCalledAlikeInTheWindowInItsFileAndInItself(String language) {
        var texts = new Texts(Locale.of(language));
        String choice = texts.get("export.pack").toLowerCase(Locale.ROOT);
        String quarter = texts.get("export.file.pack.quarter", "").strip().toLowerCase(Locale.ROOT);

        for (String of : new String[] {"pack", "pack.quarter"}) {
            String file = texts.get("export.file." + of, "").strip().toLowerCase(Locale.ROOT);
            assertThat(texts.get("paper.readme." + of, "").toLowerCase(Locale.ROOT)).startsWith(file);
        }
        assertThat(choice).contains(quarter.substring(quarter.lastIndexOf(' ') + 1));
    }
}
