package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days from one to another, in the order of day and month of a region, seen from Tuesday, 24 November 2026. */
class DateSpansTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final String SEPTEMBER = "2026-09-01/2026-09-30";

    private static InvoiceQuery query(String region, String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR"), DayOrder.of(Locale.forLanguageTag(region)));
    }

    /** The days of each part; of what is none its kind. */
    private static List<String> days(String region, String typed) {
        return query(region, typed).terms().stream().map(term -> switch (term.readings().getFirst()) {
            case Condition.Dated(InvoicePeriod period) -> days(period);
            case Condition.Due(InvoicePeriod period) -> "due " + days(period);
            default -> term.token().kind().toString();
        }).toList();
    }

    private static String days(InvoicePeriod period) {
        InvoicePeriod.OfDays days = PeriodDays.of(period, TODAY);
        return days.first() + "/" + days.last();
    }

    @ParameterizedTest
    @CsvSource({"en-GB, DAY_FIRST", "en-US, MONTH_FIRST", "es-US, DAY_FIRST", "es-MX, DAY_FIRST", "de-CH, DAY_FIRST",
        "fr-FR, DAY_FIRST", "nl-BE, DAY_FIRST", "sv-SE, DAY_FIRST", "en-CA, DAY_FIRST"})
    void aRegionHasItsOrder(String region, DayOrder order) {
        assertThat(DayOrder.of(Locale.forLanguageTag(region))).isEqualTo(order);
    }

    /** Only one order is possible of both ends together, whatever the region has. */
    @ParameterizedTest
    @ValueSource(strings = {"01/09/2026..30/09/2026", "1-9-2026..30-9-2026", "1.9.2026..30.9.2026",
        "2026-09-01..2026-09-30", "01/09/2026 - 30/09/2026", "01/09/2026-30/09/2026", "01/09/2026–30/09/2026",
        "2026-09-01 - 2026-09-30", "2026-09-01-2026-09-30", "1-9-2026 - 30-9-2026", "1-9-2026-30-9-2026",
        "1.9.-30.9.", "1.9. - 30.9.", "1.9.–30.9.2026", "1.9-30.9.2026", "1.-30.9.2026", "1.9...30.9.",
        "1/9-30/9/2026", "1/9..30/9", "9/1/2026-9/30/2026", "9/1-9/30/2026", "09/01/2026..09/30/2026",
        "1 Sep - 30 Sep", "1 Sep..30 Sep 2026", "1-30 September", "Sep 1 - Sep 30, 2026", "Sep - 30 Sep",
        "01/09/2026 to 30/09/2026", "1.9. bis 30.9.", "01/09/2026 au 30/09/2026", "1/9/2026 al 30/9/2026",
        "1/9/2026 hasta el 30/9/2026", "1-9-2026 t/m 30-9-2026", "1-9-2026 tot en met 30-9-2026",
        "from 01/09/2026 to 30/09/2026", "vom 1.9. bis 30.9.", "vom 1.9. bis zum 30.9.2026",
        "du 01/09/2026 au 30/09/2026",
        "del 1/9/2026 al 30/9/2026", "van 1-9-2026 tot en met 30-9-2026", "between 01/09/2026 and 30/09/2026",
        "zwischen 1.9. und 30.9.", "between 1/9 and 30/9", "date:01/09/2026..30/09/2026",
        "date:01/09/2026-30/09/2026", "Datum:1.9.-30.9.", "date:\"1 Sep - 30 Sep\"", "9/1/2026 to 9/30/2026"})
    void aSpanIsReadAsItIsWritten(String typed) {
        assertThat(List.of("en-GB", "de-DE", "en-US")).allSatisfy(
                region -> assertThat(days(region, typed)).as(region).containsExactly(SEPTEMBER));
        assertThat(query("en-GB", typed).hints()).isEmpty();
    }

    /** Both orders are possible: both ends have that of the region. */
    @ParameterizedTest
    @CsvSource({"03/04/2026..05/06/2026, 2026-04-03/2026-06-05, 2026-03-04/2026-05-06",
        "3-4-2026 - 5-6-2026, 2026-04-03/2026-06-05, 2026-03-04/2026-05-06",
        "between 03/04/2026 and 05/06/2026, 2026-04-03/2026-06-05, 2026-03-04/2026-05-06",
        "03/04/2026 au 05/06/2026, 2026-04-03/2026-06-05, 2026-03-04/2026-05-06",
        "3/4-5/6/2026, 2026-04-03/2026-06-05, 2026-03-04/2026-05-06",
        "date:03/04/2026..05/06/2026, 2026-04-03/2026-06-05, 2026-03-04/2026-05-06",
        "03/04/2026.., 2026-04-03/null, 2026-03-04/null", "..03/04/2026, null/2026-04-03, null/2026-03-04",
        "since 03/04/2026, 2026-04-03/null, 2026-03-04/null", "bis 3/4/2026, null/2026-04-03, null/2026-03-04",
        "since 13/04/2026, 2026-04-13/null, 2026-04-13/null",
        "due 03/04/2026 - 05/06/2026, due 2026-04-03/2026-06-05, due 2026-03-04/2026-05-06",
        "overdue 03/04/2026 - 05/06/2026, due 2026-04-03/2026-06-05, due 2026-03-04/2026-05-06",
        "due before 03/04/2026, due null/2026-04-02, due null/2026-03-03",
        // with dots the day stands first everywhere
        "3.4.2026..5.6.2026, 2026-04-03/2026-06-05, 2026-04-03/2026-06-05",
        "3.4.-5.6., 2026-04-03/2026-06-05, 2026-04-03/2026-06-05",
        // what ends before it begins in the one order was meant in the other
        "12/01/2026..01/02/2026, 2026-01-12/2026-02-01, 2026-01-12/2026-02-01"})
    void theRegionDecidesWhatCanBeTwo(String typed, String dayFirst, String monthFirst) {
        assertThat(List.of("en-GB", "de-DE", "fr-CH", "es-ES", "nl-NL")).allSatisfy(
                region -> assertThat(days(region, typed)).as(region).containsExactly(dayFirst));
        assertThat(days("en-US", typed)).containsExactly(monthFirst);
    }

    /** A single day is looked for in both ways, in any region. */
    @Test
    void aSingleDayStaysBoth() {
        assertThat(List.of("en-GB", "en-US")).allSatisfy(region -> assertThat(
                query(region, "03/04/2026").terms().getFirst().readings()).filteredOn(Condition.Dated.class::isInstance)
                .hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nov-2026", "2025-11", "11-2026", "2025 2026", "1.9-30.9", "1/2-3/4", "3/4 to 5/8", "T4-25",
        "1.9..30.9", "between 1.9 and 30.9", "INV/2026/09-INV/2026/10", "100-500", "2026-11-24", "24-nov-2026",
        "1-2", "10-12 rue", "A-B", "t-shirt", "-", "..", "1 Sep, 30 Sep", "31-60 days late", "Jean-Pierre", "1-1/2",
        "2-1/2", "2 - 3/4", "2 to 3/4", "1-2-3", "24-7-12", "-2-1/2"})
    void whatIsNoSpanIsReadAsEver(String typed) {
        assertThat(query("en-GB", typed).terms())
                .noneMatch(term -> term.readings().getFirst() instanceof Condition.Dated(InvoicePeriod period)
                        && (period instanceof InvoicePeriod.OfDays
                                || period instanceof InvoicePeriod.OfMonthDays));
    }

    /** It may stand in a text like that, and what is left out is left out whole. */
    @Test
    void aSpanIsATextAsWell() {
        assertThat(query("en-GB", "1 Sep - 30 Sep").terms().getFirst().readings()).hasSize(3)
                .anyMatch(Condition.Text.class::isInstance);
        assertThat(days("en-GB", "-01/09/2026-30/09/2026")).containsExactly(SEPTEMBER);
        assertThat(query("en-GB", "-1.9.-30.9. acme").tokens()).extracting(Token::excluded)
                .containsExactly(true, false);
        assertThat(days("en-GB", "acme 01/09/2026 - 30/09/2026 paid")).containsExactly("TEXT", SEPTEMBER, "STATUS");
        assertThat(days("en-GB", "31 - 60 days late")).containsExactly("LATE");
    }

    @ParameterizedTest
    @CsvSource({"31/02/2026, NO_DAY, 31/02/2026", "acme 31.9.2026, NO_DAY, 31.9.2026",
        "2026-02-30, NO_DAY, 2026-02-30", "01/09/2026..31/09/2026, NO_DAY, 31/09/2026",
        "01/09/2026 - 31/09/2026, NO_DAY, 31/09/2026", "1-9-2026-31-9-2026, NO_DAY, 31-9-2026",
        "vom 1.9.2026 bis 31.9.2026, NO_DAY, 31.9.2026", "29/02/2026 to 31/03/2026, NO_DAY, 29/02/2026",
        "30/09/2026..01/09/2026, TURNED, 30/09/2026..01/09/2026",
        "30/09/2026 - 01/09/2026, TURNED, 30/09/2026 - 01/09/2026",
        "30.9.2026-1.9.2026, TURNED, 30.9.2026-1.9.2026", "30.9.2026 bis 1.9.2026, TURNED, 30.9.2026 bis 1.9.2026",
        "from 30/09/2026 to 01/09/2026, TURNED, 30/09/2026 to 01/09/2026",
        "between 2026-09-30 and 2026-09-01, TURNED, 2026-09-30 and 2026-09-01",
        "du 30/09/2026 au 01/09/2026, TURNED, 30/09/2026 au 01/09/2026"})
    void whatIsImpossibleIsTold(String typed, SearchHint.Kind kind, String word) {
        assertThat(List.of("en-GB", "en-US")).allSatisfy(region -> assertThat(query(region, typed).hints()).as(region)
                .filteredOn(hint -> hint.kind() == SearchHint.Kind.NO_DAY || hint.kind() == SearchHint.Kind.TURNED)
                .containsExactly(new SearchHint(kind, word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV/2026-02-31", "RE2026-02-31", "99-99-2026", "\"31/02/2026\"",
        "\"30/09/2026 - 01/09/2026\"", "customer:31/02/2026",
        "03/04/2026", "30/09/2026 acme 01/09/2026", "30/09/2026 01/09/2026", "30/09/2026 and 01/10/2026",
        "30.9.2026 und 1.10.2026",
        "01/09/2026 -30/09/2026"})
    void nothingElseIsTold(String typed) {
        assertThat(query("en-GB", typed).hints()).extracting(SearchHint::kind)
                .doesNotContain(SearchHint.Kind.NO_DAY, SearchHint.Kind.TURNED);
    }
}
