package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
                        ? DateWords.value(first).getFirst()
                        : DateWords.first(words).orElseThrow().periods()
                                .getFirst()
                : DateEnds.between(words, List.of(last.split(" "))).orElseThrow();

        assertThat(from.minusYears(4).datesUntil(from.plusYears(5)).filter(day -> period.contains(day, today)))
                .containsExactlyElementsOf(from.datesUntil(to.plusDays(1)).toList());
        assertThat(period.contains(null, today)).isFalse();
    }
}
