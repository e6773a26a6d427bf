package app.loupe.ui.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesPeriodTest {
    @ParameterizedTest
    @CsvSource({"THIS_YEAR, 2026-11-23, 2026-01-01, 2026-12-31", "LAST_YEAR, 2026-11-23, 2025-01-01, 2025-12-31",
        "LAST_12_MONTHS, 2026-11-23, 2025-12-01, 2026-11-23", "LAST_12_MONTHS, 2028-02-29, 2027-03-01, 2028-02-29",
        "THIS_QUARTER, 2026-11-23, 2026-10-01, 2026-12-31", "THIS_QUARTER, 2026-03-31, 2026-01-01, 2026-03-31",
        "THIS_MONTH, 2026-02-10, 2026-02-01, 2026-02-28", "LAST_MONTH, 2026-03-31, 2026-02-01, 2026-02-28",
        "LAST_QUARTER, 2026-02-10, 2025-10-01, 2025-12-31", "DAYS, 2026-11-23, 2024-05-06, 2024-05-07"})
    void aPeriodIsTheseDays(SalesPeriod period, LocalDate today, LocalDate from, LocalDate to) {
        var typed = new SalesPeriod.Span(LocalDate.of(2024, 5, 6), LocalDate.of(2024, 5, 7));

        assertThat(period.span(today, typed)).isEqualTo(new SalesPeriod.Span(from, to));
    }
}
