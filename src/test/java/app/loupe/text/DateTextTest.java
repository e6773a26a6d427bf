package app.loupe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates are written in the language of the words around them, whatever the region of the numbers. */
class DateTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 7);

    private static DateText of(Locale language, Locale region) {
        return new DateText(new Texts(language, region), ZoneOffset.UTC);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 7 Oct 2026  | 7 Oct  | October 2026 | Oct 2026
            de | 7. Okt. 2026 | 7. Okt. | Oktober 2026 | Okt 2026
            fr | 7 oct. 2026 | 7 oct. | octobre 2026 | oct. 2026
            es | 7 oct 2026  | 7 oct  | octubre 2026 | oct 2026
            nl | 7 okt 2026  | 7 okt  | oktober 2026 | okt 2026
            """)
    void eachLanguageWritesItsOwnDates(String language, String day, String dayOfMonth, String month,
            String shortMonth) {
        for (Locale region : new Locale[] {Locale.US, Locale.GERMANY, Locale.JAPAN}) {
            DateText dates = of(Locale.of(language), region);

            assertThat(dates.day(DAY)).isEqualTo(day);
            assertThat(dates.dayOfMonth(DAY)).isEqualTo(dayOfMonth);
            assertThat(dates.month(YearMonth.from(DAY))).isEqualTo(month);
            assertThat(dates.shortMonth(YearMonth.from(DAY))).isEqualTo(shortMonth);
            assertThat(dates.day(DAY)).as("alike behind a day").endsWith(dates.monthBehindDay(YearMonth.from(DAY)));
            assertThat(month).startsWithIgnoringCase(dates.monthAlone(YearMonth.from(DAY)).replace(".", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "fr", "es", "nl"})
    void whatIsWrittenIsReadAgainAsTheSameDay(String language) {
        DateText dates = of(Locale.of(language), Locale.US);

        for (int month = 1; month <= 12; month++) {
            LocalDate day = DAY.withMonth(month);
            assertThat(LocalDate.parse(dates.day(day), dates.dayFormat())).isEqualTo(day);
        }
    }

    /** A copy that was synced while the clock stood a month ahead is not new for a month. */
    @Test
    void whatIsYetToComeIsNotJustNow() {
        DateText dates = of(Locale.ENGLISH, Locale.US);
        Instant now = Instant.parse("2026-11-24T12:00:00Z");

        assertThat(dates.ago(now.plusSeconds(60), now)).as("two clocks may differ").isEqualTo("just now");
        assertThat(dates.ago(now.minusSeconds(240), now)).isEqualTo("4 min ago");
        assertThat(dates.ago(Instant.parse("2026-12-24T12:00:00Z"), now)).isEqualTo("24 Dec 2026");
    }

    @Test
    void aMomentIsToldInTheOwnersZone() {
        var dates = new DateText(new Texts(Locale.GERMAN), ZoneId.of("Europe/Berlin"));

        assertThat(dates.moment(Instant.parse("2026-11-23T23:02:00Z"))).isEqualTo("24. Nov. 2026 00:02");
    }
}
