package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a time without a year the latest is meant that has begun. */
class InvoicePeriodTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            september     |              | 2026-11-23 | 2026-09-01 | 2026-09-30
            november      |              | 2026-11-23 | 2026-11-01 | 2026-11-30
            november      |              | 2026-11-01 | 2026-11-01 | 2026-11-30
            november      |              | 2026-10-31 | 2025-11-01 | 2025-11-30
            december      |              | 2026-11-23 | 2025-12-01 | 2025-12-31
            february      |              | 2024-12-31 | 2024-02-01 | 2024-02-29
            23 nov        |              | 2026-11-23 | 2026-11-23 | 2026-11-23
            24 nov        |              | 2026-11-23 | 2025-11-24 | 2025-11-24
            29 feb        |              | 2026-11-23 | 2024-02-29 | 2024-02-29
            1 sep         | 30 sep       | 2026-11-23 | 2026-09-01 | 2026-09-30
            1 sep         | 30 sep       | 2026-09-01 | 2026-09-01 | 2026-09-30
            1 sep         | 30 sep       | 2026-08-31 | 2025-09-01 | 2025-09-30
            january       | february     | 2026-11-23 | 2026-01-01 | 2026-02-28
            november      | january      | 2026-11-23 | 2026-11-01 | 2027-01-31
            december      | january      | 2026-11-23 | 2025-12-01 | 2026-01-31
            q4            |              | 2026-11-23 | 2026-10-01 | 2026-12-31
            """)
    void theLatestThatHasBegunIsMeant(String first, String last, LocalDate today, LocalDate from, LocalDate to) {
        List<String> words = List.of(first.split(" "));
        InvoicePeriod period = last == null
                ? words.size() == 1
                        ? DateWords.value(first, DayOrder.DAY_FIRST).getFirst()
                        : DateWords.first(words).orElseThrow().periods()
                                .getFirst()
                : DateEnds.between(words, List.of(last.split(" ")), DayOrder.DAY_FIRST).orElseThrow();

        assertThat(from.minusYears(4).datesUntil(from.plusYears(5)).filter(day -> period.contains(day, today)))
                .containsExactlyElementsOf(from.datesUntil(to.plusDays(1)).toList());
        assertThat(period.contains(null, today)).isFalse();
    }

    /** What a period holds and the days that it has are said in one place, for every kind. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026                  | 2026-01-01 | 2026-12-31
            2026-02               | 2026-02-01 | 2026-02-28
            q1/2026               | 2026-01-01 | 2026-03-31
            2026-03-04            | 2026-03-04 | 2026-03-04
            2026-03-04..2026-04   | 2026-03-04 | 2026-04-30
            today                 | 2026-11-23 | 2026-11-23
            yesterday             | 2026-11-22 | 2026-11-22
            this week             | 2026-11-23 | 2026-11-29
            last week             | 2026-11-16 | 2026-11-22
            next month            | 2026-12-01 | 2026-12-31
            last quarter          | 2026-07-01 | 2026-09-30
            last year             | 2025-01-01 | 2025-12-31
            """)
    void everyKindHoldsItsFirstAndItsLastDayAndNoneBeside(String typed, LocalDate first, LocalDate last) {
        LocalDate today = LocalDate.of(2026, 11, 23);
        InvoicePeriod period = TypedTime.period(typed).orElseThrow();

        assertThat(PeriodDays.of(period, today)).isEqualTo(new InvoicePeriod.OfDays(first, last));
        assertThat(first.minusDays(1).datesUntil(last.plusDays(2)).filter(day -> period.contains(day, today)))
                .containsExactlyElementsOf(first.datesUntil(last.plusDays(1)).toList());
        assertThat(period.contains(null, today)).isFalse();
        assertThat(InvoicePeriod.Relative.ALL.contains(null, today)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, 2026-10-23, false", "true, 2026-10-22, true", "false, 2026-10-23, false",
        "false, 2026-10-24, true",
        "false, 2026-11-23, true", "false, 2026-11-24, false"})
    void anAgeOfAMonthEndsOnItsDay(boolean older, LocalDate day, boolean within) {
        assertThat(new InvoicePeriod.Ago(1, ChronoUnit.MONTHS, older).contains(day, LocalDate.of(2026, 11, 23)))
                .isEqualTo(within);
    }
}
