package app.loupe.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.window.Fx;

/** What numbers and dates look like stands beside the region before it is used. */
class RegionRowFxTest {
    private final Memory memory = new Memory(Map.of("settings.region", "en-GB"));
    private final Preferences chosen = Fx.get(() -> new Preferences(memory));
    private final AtomicInteger spoken = new AtomicInteger();

    private RegionRow row(Locale language) {
        return Fx.get(() -> new RegionRow(chosen, spoken::incrementAndGet,
                Wording.of(new Texts(language, Locale.UK), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));
    }

    private static Button now(RegionRow row) {
        return (Button) row.choice().getChildren().getLast();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en-US | 1,234.56 \u00b7 23 Nov 2026, typed also as 11/23/2026",
        "de-DE | 1.234,56 \u00b7 23 Nov 2026, typed also as 23.11.2026",
        "de-CH | 1\u2019234.56 \u00b7 23 Nov 2026, typed also as 23.11.2026",
        "nl-NL | 1.234,56 \u00b7 23 Nov 2026, typed also as 23-11-2026",
        "fr-FR | 1\u202f234,56 \u00b7 23 Nov 2026, typed also as 23/11/2026"})
    void theExampleIsThatOfTheRegionThatIsChosen(String region, String example) {
        RegionRow row = row(Locale.ENGLISH);
        String used = Fx.get(() -> row.explained().getText());
        assertThat(used).startsWith("1,234.56 \u00b7 23 Nov 2026").endsWith("23/11/2026");
        assertThat(Fx.get(() -> now(row).isVisible())).isFalse();

        Fx.run(() -> chosen.region().set(Locale.forLanguageTag(region)));

        assertThat(Fx.get(() -> row.explained().getText())).isEqualTo(example + "\nFrom the next start of Loupe.");
        assertThat(memory.get("settings.region")).isEqualTo(region);
        Fx.run(() -> now(row).fire());
        assertThat(spoken).hasValue(1);
    }

    /** What looks the same today may not tomorrow. */
    @Test
    void anotherRegionThatLooksTheSameInTheExampleIsAnotherOne() {
        RegionRow row = row(Locale.ENGLISH);
        String used = Fx.get(() -> row.explained().getText());

        Fx.run(() -> chosen.region().set(Locale.forLanguageTag("en-IE")));

        assertThat(Fx.get(() -> row.explained().getText())).isEqualTo(used + "\nFrom the next start of Loupe.");
        assertThat(Fx.get(() -> now(row).isVisible())).isTrue();
    }

    @Test
    void regionsAreNamedInTheLanguageOfTheWindow() {
        assertThat(names(row(Locale.ENGLISH))).startsWith("Same as the system", "English (United Kingdom)",
                "English (United States)").contains("German (Switzerland)", "Dutch (Netherlands)")
                .doesNotHaveDuplicates();
        assertThat(names(row(Locale.FRENCH))).startsWith("Comme le syst\u00e8me", "Anglais (Royaume-Uni)")
                .contains("Allemand (Suisse)");
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(RegionRow row) {
        return Fx.get(() -> {
            var box = (ComboBox<Locale>) Objects.requireNonNull(row.choice().getChildren().getFirst());
            return box.getItems().stream().map(box.getConverter()::toString).toList();
        });
    }
}
