package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 29 February is the same day wherever it is named without a year, and an end of February where several days are. */
class YearlyDaysTest {
    private static final MonthDay LEAP = MonthDay.of(2, 29);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({"2024-02-28, 2020-02-29, 2024-02-29, 2024-02-29", "2024-02-29, 2024-02-29, 2024-02-29, 2024-02-29",
        "2026-11-23, 2024-02-29, 2028-02-29, 2027-02-28", "2027-02-28, 2024-02-29, 2028-02-29, 2027-02-28"})
    void aDayIsOneOfLeapYearsAndAnEndIsThatOfFebruary(LocalDate seen, LocalDate latest, LocalDate next, LocalDate end) {
        assertThat(YearlyDays.latest(LEAP, seen)).isEqualTo(latest);
        assertThat(YearlyDays.next(LEAP, seen)).isEqualTo(next);
        assertThat(YearlyDays.nextEnd(LEAP, seen)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-28, 2023-02-28", "2024-02-29, 2024-02-29", "2026-11-23, 2026-02-28", "2026-02-27, 2025-02-28",
        "2026-02-28, 2026-02-28", "2028-03-05, 2028-02-29"})
    void aBeginIsThatOfTheYear(LocalDate end, LocalDate begin) {
        assertThat(YearlyDays.latestBegin(LEAP, end)).isEqualTo(begin);
    }

    private static List<LocalDate> ends(InvoicePeriod period) {
        InvoicePeriod.OfDays days = PeriodDays.of(period, TODAY);
        return List.of(days.first(), days.last());
    }

    private static InvoicePeriod period(String typed) {
        return TypedTime.period(typed).orElseThrow();
    }

    @Test
    void searchesDuesAndEndsAgree() {
        LocalDate past = LocalDate.of(2024, 2, 29);
        LocalDate coming = LocalDate.of(2028, 2, 29);

        assertThat(ends(period("29 feb"))).containsExactly(past, past);
        assertThat(period("29 feb").contains(past, TODAY)).isTrue();
        assertThat(ends(new InvoicePeriod.Beside(period("29 feb"), DaySide.WITHIN)))
                .containsExactly(coming, coming);
        assertThat(ends(DateEnds.between(List.of("29", "feb"), List.of("5", "mar"), DayOrder.DAY_FIRST).orElseThrow()))
                .containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 5));
        assertThat(ends(
                DateEnds.between(List.of("29", "feb"), List.of("5", "mar", "2026"), DayOrder.DAY_FIRST).orElseThrow()))
                .containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 5));
        assertThat(ends(new InvoicePeriod.Beside(
                DateEnds.between(List.of("29", "feb"), List.of("5", "mar"), DayOrder.DAY_FIRST).orElseThrow(),
                DaySide.WITHIN)))
                .containsExactly(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 5));
        assertThat(ends(
                DateEnds.between(List.of("29", "feb"), List.of("29", "feb", "2028"), DayOrder.DAY_FIRST).orElseThrow()))
                .containsExactly(coming, coming);
        assertThat(ends(DateEnds.between(List.of("1", "feb"), List.of("29", "feb"), DayOrder.DAY_FIRST).orElseThrow()))
                .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        assertThat(ends(
                DateEnds.between(List.of("1", "jan", "2026"), List.of("february"), DayOrder.DAY_FIRST).orElseThrow()))
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 28));
    }
}
