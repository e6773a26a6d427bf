package app.loupe.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackPeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({"2026-10, 2026-10", "10/2026, 2026-10", "10.2026, 2026-10", "October 2026, 2026-10",
        "October, 2026-10", "december, 2025-12", "Oktober, 2026-10", "octubre, 2026-10", "last-month, 2026-10",
        "last month, 2026-10", "letzter Monat, 2026-10", "mois dernier, 2026-10", "mes pasado, 2026-10",
        "vorige maand, 2026-10", "this month, 2026-11", "2026-Q1, 2026-Q1", "2026-q4, 2026-Q4", "2026-T2, 2026-Q2",
        "Q3 2026, 2026-Q3", "q4, 2026-Q4", "last quarter, 2026-Q3", "letztes Quartal, 2026-Q3",
        "trimestre dernier, 2026-Q3", "trimestre pasado, 2026-Q3", "vorig kwartaal, 2026-Q3",
        "this-quarter, 2026-Q4", "1. Quartal, 2026-Q1"})
    void aMonthOrQuarterIsReadAsInTheSearch(String typed, String period) {
        assertThat(PackPeriod.read(typed, TODAY)).hasValueSatisfying(
                read -> assertThat(read).hasToString(period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-10-01", "today", "last year", "next month", "2026-13", "2026-Q5",
        "October-ish", "October November", "last", "2026-09..2026-10", "unpaid"})
    void whatIsNeitherIsNone(String typed) {
        assertThat(PackPeriod.read(typed, TODAY)).isEmpty();
    }
}
