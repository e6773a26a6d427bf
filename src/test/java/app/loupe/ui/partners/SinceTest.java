package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceTest {
    /** No day of the year is in them twice, also where a February has 29 days. */
    @ParameterizedTest
    @CsvSource({"2026-11-23, 2025-11-24", "2028-02-28, 2027-03-01", "2028-02-29, 2027-03-01", "2027-02-28, 2026-03-01",
        "2028-12-31, 2028-01-01"})
    void twelveMonthsBeginTheDayAfterThatDayOfTheYearBefore(LocalDate last, LocalDate first) {
        assertThat(new Since.Year().first(last)).hasValue(first);
    }
}
