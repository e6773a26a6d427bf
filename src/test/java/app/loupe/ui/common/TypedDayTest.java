package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date is read as people write it, with two or four digits of the year, in every language. */
class TypedDayTest {
    private static final LocalDate BEFORE = LocalDate.of(2020, 1, 1);

    private final SimpleBooleanProperty unreadable = new SimpleBooleanProperty();

    @ParameterizedTest
    @CsvSource({"en-US,11/7/26", "en-US,11/07/2026", "en-GB,07/11/26", "en-GB,7/11/2026", "de-DE,07.11.26",
        "de-DE,7.11.2026",
        "de-CH,07.11.2026", "fr-FR,07/11/26", "fr-FR,7/11/2026", "fr-CA,2026-11-07", "es-ES,7/11/26",
        "es-ES,07/11/2026",
        "nl-NL,07-11-26", "nl-NL,7-11-2026", "nl-BE,7/11/26", "en-US,2026-11-07", "nl-NL,2026-11-07"})
    void theYearHasTwoDigitsOrFour(String language, String typed) {
        assertThat(day(language).fromString(typed)).isEqualTo(LocalDate.of(2026, 11, 7));
        assertThat(unreadable.get()).isFalse();
    }

    /** What people bring from a letter, another program or another country; dots are of those who write the day first. */
    @ParameterizedTest
    @CsvSource({"en-US,07.11.2026", "en-GB,7.11.26", "en-GB,7-11-2026", "en-US,11-7-26", "de-DE,7/11/2026",
        "de-DE,7-11-26",
        "nl-NL,7/11/26", "fr-FR,07.11.2026", "es-ES,7.11.26", "fr-CA,7/11/2026", "en-US,2026-11-7", "de-DE,2026/11/07",
        "en-US,7 November 2026", "en-GB,7 nov 2026", "de-DE,7. november 2026", "fr-FR,7 novembre 2026",
        "es-ES,7 NOV 2026", "nl-NL,7 november 2026"})
    void otherUsualFormsAreReadToo(String language, String typed) {
        assertThat(day(language).fromString(typed)).isEqualTo(LocalDate.of(2026, 11, 7));
        assertThat(unreadable.get()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en-GB,31/02/2026", "de-DE,30.2.26", "en-US,31 Feb 2026", "en-GB,7/11/126", "de-DE,7.11.",
        "nl-NL,7-13-2026", "fr-FR,demain"})
    void whatIsNoDayLeavesTheDateAndIsTold(String language, String typed) {
        assertThat(day(language).fromString(typed)).isEqualTo(BEFORE);
        assertThat(unreadable.get()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "nl-NL"})
    void whatItWritesItReads(String language) {
        TypedDay day = day(language);
        var shown = LocalDate.of(1999, 12, 31);

        assertThat(day.fromString(day.toString(shown))).isEqualTo(shown);
        assertThat(unreadable.get()).isFalse();
    }

    /** What is shown as an example can be typed as it stands there. */
    @ParameterizedTest
    @CsvSource({"en-US,31 Dec 2026", "de-DE,31. Dez. 2026", "fr-FR,31 déc. 2026", "es-ES,31 dic 2026",
        "nl-NL,31 dec 2026"})
    void theExampleIsADayInTheFormOfTheLists(String language, String expected) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

        String example = TypedDay.example(Wording.of(new Texts(Locale.forLanguageTag(language)), clock));

        assertThat(example).isEqualTo(expected);
        assertThat(day(language).fromString(example)).isEqualTo("2026-12-31");
    }

    private TypedDay day(String language) {
        return new TypedDay(Wording.of(new Texts(Locale.forLanguageTag(language)), Clock.systemUTC()), () -> BEFORE,
                unreadable,
                false);
    }
}
