package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({"2026-12-01, 2026-12-01", "24 Nov 2026, 2026-11-24", "24.12.2026, 2026-12-24", "TODAY, 2026-11-23",
        "tomorrow, 2026-11-24", "yesterday, 2026-11-22", "in 3 days, 2026-11-26", "in 2 weeks, 2026-12-07",
        "in 1 month, 2026-12-23", "in 3 years, 2029-11-23", "next monday, 2026-11-30", "Next  Friday, 2026-11-27",
        "morgen, 2026-11-24", "in 3 Tagen, 2026-11-26", "nächsten Montag, 2026-11-30", "naechster Freitag, 2026-11-27",
        "demain, 2026-11-24", "dans 3 jours, 2026-11-26", "lundi prochain, 2026-11-30",
        "mañana, 2026-11-24", "dentro de 3 días, 2026-11-26", "en 2 semanas, 2026-12-07", "próximo viernes, 2026-11-27",
        "morgen, 2026-11-24", "over 3 dagen, 2026-11-26", "volgende vrijdag, 2026-11-27"})
    void aDayIsReadInWords(String typed, LocalDate day) {
        assertThat(TypedTime.day(typed, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "03/04/2026", "next month", "november", "2026-11", "in days", "in 3", "3 days",
        "monday", "next", "next next", "in three days", "2026-02-30", "unpaid", "in 99999 days", "in 9999 years"})
    void whatIsNoOneDayIsNone(String typed) {
        assertThat(TypedTime.day(typed, TODAY)).isEmpty();
    }
}
