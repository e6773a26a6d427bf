package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose year a year is, whether it stands before or behind the month, bare or behind the name of a field. */
class YearSearchTest {
    private static InvoiceQuery query(String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR"));
    }

    /** What is asked for, without the same as a text. */
    private static List<List<Condition>> meaning(String typed) {
        assertThat(query(typed).unreadable()).as(typed).isEmpty();
        return query(typed).terms().stream().map(term -> term.readings().stream()
                .filter(Condition.Filter.class::isInstance).toList()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            date:2025-Q1    | date:Q1 2025 | date: Q1 2025 | date:2025 Q1 | Datum:1. Quartal 2025 | date:1er trimestre 2025
            date:2025-Q1    | fecha:1T 2025 | fecha:primer trimestre de 2025 | datum:1e kwartaal 2025 | Q1 2025 | 2025 Q1
            date:2025-11    | date:november 2025 | date: november 2025 | Datum:November 2025 | date:novembre 2025
            date:2025-11    | fecha:noviembre de 2025 | datum: november 2025 | 2025 november | 2025 novembre
            date:2025-11    | 2025 noviembre | date:2025 nov | fecha:2025 noviembre | nov 2025
            date:2026-11-24 | 2026 Nov 24 | date:24 Nov 2026 | Datum:24. November 2026 | date:24 novembre 2026
            date:2026-11-24 | fecha:24 de noviembre de 2026 | datum:24 november 2026 | date:2026 Nov 24
            due:2027-12     | due:december 2027 | fällig:Dezember 2027 | échéance:décembre 2027 | vence:diciembre de 2027
            due:2027-12     | vervalt:december 2027 | due: 2027 december
            date:last-month | date:last month | Datum:letzter Monat | date:mois dernier | fecha:mes pasado | datum:vorige maand
            due:next-week   | due:next week | fällig:nächste Woche | échéance:semaine prochaine | vence:próxima semana
            due:next-week   | vervalt:volgende week
            -date:2025-Q1   | -date:Q1 2025 | not date:Q1 2025
            date:"1 Sep to 30 Sep" | date:1 Sep to 30 Sep | Datum:1.9. bis 30.9. | fecha:1 sep al 30 sep
            """)
    void theYearGoesToItsMonth(String row) {
        List<String> typed = Arrays.stream(row.split("\\s*\\|\\s*")).toList();

        assertThat(typed).hasSizeGreaterThan(1).allSatisfy(query -> {
            assertThat(query(query).terms()).as(query).hasSize(1);
            assertThat(meaning(query)).as(query).isEqualTo(meaning(typed.getFirst()));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            2025-11 2025-12 | november and december 2025 | November und Dezember 2025 | novembre et décembre 2025
            2025-11 2025-12 | noviembre y diciembre de 2025 | november en december 2025 | 2025 november and december
            2025-11 2025-12 | nov, dec 2025 | date:november or december 2025 | November oder Dezember 2025
            2025-11 2025-12 | novembre ou décembre 2025 | noviembre o diciembre 2025 | november of december 2025
            2025-Q1 2025-Q2 | Q1 and Q2 2025 | Q1 und Q2 2025 | T1 et T2 2025 | 1T y 2T 2025 | K1 en K2 2025 | Q1 + Q2 2025
            2024-11 2025-11 | november 2024 and 2025 | November 2024 und 2025 | novembre 2024 et 2025
            2024-11 2025-11 | noviembre 2024 y 2025 | november 2024 en 2025 | november 2024, 2025
            """)
    void manyShareAYear(String row) {
        List<String> typed = Arrays.stream(row.split("\\s*\\|\\s*")).toList();
        List<Condition> expected = Arrays.stream(typed.getFirst().split(" "))
                .map(value -> query("date:" + value).terms().getFirst().readings().getFirst()).toList();

        assertThat(typed).hasSizeGreaterThan(1).filteredOn(query -> !query.equals(typed.getFirst()))
                .allSatisfy(query -> assertThat(meaning(query)).as(query).containsExactly(expected));
    }

    /** No year that is another part of the search is drawn in. */
    @ParameterizedTest
    @CsvSource({"date:2026 11, DATE NUMBER", "date:2026 acme, DATE TEXT", "date:november acme 2025, DATE TEXT DATE",
        "date:\"november\" 2025, DATE DATE", "november acme 2025, DATE TEXT DATE", "november and sons, DATE TEXT TEXT",
        "customer:november 2025, FIELD DATE", "2025 q9, DATE TEXT"})
    void nothingElseIsDrawnIn(String typed, String kinds) {
        assertThat(query(typed).tokens()).as(typed).extracting(token -> token.kind().name())
                .isEqualTo(Arrays.asList(kinds.split(" ")));
    }
}
