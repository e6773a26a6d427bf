package app.loupe.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.Notice;
import app.loupe.session.Rhythm;
import app.loupe.ui.common.Memory;
import app.loupe.ui.settings.Preferences.LockAfter;
import app.loupe.ui.settings.Preferences.Look;
import app.loupe.ui.settings.Preferences.When;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private final Memory memory = new Memory(Map.of());

    @Test
    void whatIsChosenIsThereAgainAtTheNextStart() {
        var chosen = new Preferences(memory);
        chosen.look().set(Look.DARK);
        chosen.language().set(Locale.GERMAN);
        chosen.textSize().set(150);
        chosen.when().set(When.AT_START);
        chosen.region().set(Locale.forLanguageTag("de-CH"));
        chosen.hidden().set(true);
        chosen.news().set(true);
        chosen.lockAfter().set(LockAfter.QUARTER_HOUR);
        chosen.silenced().set(Set.of(Notice.Kind.OVERDUE, Notice.Kind.SYNC_FAILING));

        var later = new Preferences(new Memory(memory.values()));

        assertThat(later.look().get()).isEqualTo(Look.DARK);
        assertThat(later.language().get()).isEqualTo(Locale.GERMAN);
        assertThat(later.region().get()).isEqualTo(Locale.forLanguageTag("de-CH"));
        assertThat(later.textSize().get()).isEqualTo(150);
        assertThat(later.when().get().rhythm()).isEqualTo(new Rhythm.AtStart());
        assertThat(later.hidden().get()).isTrue();
        assertThat(later.hidesAmounts()).isTrue();
        assertThat(later.news().get()).isTrue();
        assertThat(later.silenced().get()).containsExactlyInAnyOrder(Notice.Kind.OVERDUE, Notice.Kind.SYNC_FAILING);
        assertThat(later.lockAfter().get().time()).contains(Duration.ofMinutes(15));
        assertThat(Preferences.language(memory.values(), Locale.CANADA)).isEqualTo(Locale.GERMAN);
        assertThat(Preferences.region(memory.values(), Locale.CANADA)).isEqualTo(Locale.forLanguageTag("de-CH"));
    }

    @Test
    void theSystemsLanguageIsTakenBack() {
        var chosen = new Preferences(memory);
        chosen.language().set(Locale.GERMAN);
        chosen.language().set(Locale.ROOT);
        chosen.region().set(Locale.US);
        chosen.region().set(Locale.ROOT);

        assertThat(Preferences.language(memory.values(), Locale.CANADA)).isEqualTo(Locale.CANADA);
        assertThat(Preferences.region(memory.values(), Locale.CANADA)).isEqualTo(Locale.CANADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "purple", "-1", "1000000", "en_US_POSIX_x"})
    void whatNobodyCanReadCountsAsTheUsual(String value) {
        Map<String, String> kept = Map.of("settings.look", value, "settings.language", value, "settings.text-size",
                value,
                "settings.sync", value, "settings.region", value, "settings.hide-amounts", value, "settings.news",
                value,
                "settings.lock-after", value, "settings.silenced", value);

        var read = new Preferences(new Memory(kept));

        assertThat(read.look().get()).isEqualTo(Look.SYSTEM);
        assertThat(read.language().get()).isEqualTo(Locale.ROOT);
        assertThat(read.textSize().get()).isEqualTo(100);
        assertThat(read.when().get().rhythm()).isEqualTo(Rhythm.USUAL);
        assertThat(read.hidden().get()).isFalse();
        assertThat(read.news().get()).isFalse();
        assertThat(read.silenced().get()).isEmpty();
        assertThat(read.lockAfter().get().time()).isEmpty();
        assertThat(Preferences.language(kept, Locale.CANADA)).isEqualTo(Locale.CANADA);
        assertThat(Preferences.region(kept, Locale.CANADA)).isEqualTo(Locale.CANADA);
    }

    @Test
    void textsGrowAndShrinkStepByStepAndNoFurther() {
        var chosen = new Preferences(memory);
        chosen.resize(-1);
        assertThat(chosen.textSize().get()).isEqualTo(100);
        for (int expected : new int[] {110, 125, 150, 200, 200}) {
            chosen.resize(1);
            assertThat(chosen.textSize().get()).isEqualTo(expected);
        }
        chosen.resize(-1);
        assertThat(chosen.textSize().get()).isEqualTo(150);
        chosen.resize(0);
        assertThat(chosen.textSize().get()).isEqualTo(100);
    }

    @Test
    void theSchemeFollowsTheSystemUnlessOneWasChosen() {
        var chosen = new Preferences(memory);
        var system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
        var scheme = chosen.scheme(system);
        assertThat(scheme.getValue()).isEqualTo(ColorScheme.LIGHT);

        system.set(ColorScheme.DARK);
        assertThat(scheme.getValue()).isEqualTo(ColorScheme.DARK);
        chosen.look().set(Look.LIGHT);
        assertThat(scheme.getValue()).isEqualTo(ColorScheme.LIGHT);
        chosen.look().set(Look.SYSTEM);
        assertThat(scheme.getValue()).isEqualTo(ColorScheme.DARK);
    }
}
