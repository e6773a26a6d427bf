package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;

/** Invoice dates on one side of a day, as an owner types them in any language; today is Monday, 23 November 2026. */
class DateSideSearchTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    @BeforeEach
    void someOfEachTime() {
        dated("Y24", "2024-06-30");
        dated("Y25", "2025-11-30");
        dated("MAR", "2026-03-31");
        dated("AUG", "2026-08-31");
        dated("SEP", "2026-09-01");
        dated("OCT", "2026-10-31");
        dated("NOV", "2026-11-16");
        dated("DAY", "2026-11-22");
    }

    private void dated(String number, String day) {
        named(number, "Brightwater", day);
    }

    private void named(String number, String partner, String day) {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, number, partner, day,
                "2027-01-31", "10.00", "10.00", "EUR");
    }

    private List<String> numbers(String query, LocalDate today) {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        InvoiceQuery typed = SmallWords.leftOut(InvoiceQuery.typed(query, Set.of("EUR")), books);
        return books.list(books.find(InvoiceFilter.of(typed), today).inOrder()).stream()
                .map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unpaid up to 30 November              | Y24 Y25 MAR AUG SEP OCT NOV DAY
            until 31 December                     | Y24 Y25 MAR AUG SEP OCT NOV DAY
            before February                       | Y24 Y25 MAR AUG SEP OCT NOV DAY
            until 31 March                        | Y24 Y25 MAR
            since 30 Nov                          | Y25 MAR AUG SEP OCT NOV DAY
            unpaid up to 22 November              | Y24 Y25 MAR AUG SEP OCT NOV DAY
            since 1 Sep                           | SEP OCT NOV DAY
            from 1 Sep                            | SEP OCT NOV DAY
            until 31 Oct                          | Y24 Y25 MAR AUG SEP OCT
            till 30 Oct                           | Y24 Y25 MAR AUG SEP
            up to 31 Oct                          | Y24 Y25 MAR AUG SEP OCT
            no later than 31 Oct 2026             | Y24 Y25 MAR AUG SEP OCT
            before 1 Sep                          | Y24 Y25 MAR AUG
            after 1 Sep                           | OCT NOV DAY
            since 2026-09-01                      | SEP OCT NOV DAY
            up to 31.10.2026                      | Y24 Y25 MAR AUG SEP OCT
            since September                       | SEP OCT NOV DAY
            from September on                     | SEP OCT NOV DAY
            until March 2026                      | Y24 Y25 MAR
            up to 03/2026                         | Y24 Y25 MAR
            after Q1 2026                         | AUG SEP OCT NOV DAY
            since 2025                            | Y25 MAR AUG SEP OCT NOV DAY
            from 2025 onwards                     | Y25 MAR AUG SEP OCT NOV DAY
            before 2026                           | Y24 Y25
            up to 2025                            | Y24 Y25
            after 2025                            | MAR AUG SEP OCT NOV DAY
            since last week                       | NOV DAY
            before last week                      | Y24 Y25 MAR AUG SEP OCT
            since yesterday                       | DAY
            before this year                      | Y24 Y25
            until last month                      | Y24 Y25 MAR AUG SEP OCT
            since 1 Sep until 31 Oct              | SEP OCT
            until 31 Oct since 1 Sep              | SEP OCT
            after 1 Sep before 16 November        | OCT
            since 30 Nov until 31 March           | Y25 MAR
            2026 before September                 | MAR AUG
            brightwater since 1 Sep               | SEP OCT NOV DAY
            invoices from brightwater             | Y24 Y25 MAR AUG SEP OCT NOV DAY
            invoices from September               | SEP
            invoices from 2025                    | Y25
            bills and invoices from last month    | OCT
            """)
    void isFound(String query, String expected) {
        assertThat(numbers(query, FakeInvoices.TODAY)).as(query).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            since 1 Sep        | seit 1. September | seit dem 1. Sep. | ab 1. September | ab dem 1. September
            since 1 Sep        | depuis le 1er septembre | à partir du 1er septembre | desde el 1 de septiembre
            since 1 Sep        | a partir del 1 de septiembre | sinds 1 september | vanaf 1 september
            until 31 Oct       | bis 31. Oktober | bis zum 31. Oktober | bis spätestens 31. Okt. | jusqu'au 31 octobre
            until 31 Oct       | jusqu’au 31 octobre | hasta el 31 de octubre | tot 31 oktober | t/m 31 oktober
            until 31 Oct       | tot en met 31 oktober
            before 1 Sep       | vor 1. September | vor dem 1. September | avant le 1er septembre | voor 1 september
            before 1 Sep       | antes del 1 de septiembre | vóór 1 september
            after 1 Sep        | nach dem 1. September | après le 1er septembre | después del 1 de septiembre | na 1 september
            since September    | seit September | ab September | depuis septembre | à partir de septembre
            since September    | desde septiembre | a partir de septiembre | sinds september | vanaf september
            until March 2026   | bis März 2026 | bis Ende März 2026 | jusqu’en mars 2026 | jusqu'à mars 2026
            until March 2026   | hasta marzo de 2026 | tot maart 2026 | tot eind maart 2026 | bis 03/2026
            since 2025         | seit 2025 | ab 2025 | depuis 2025 | à partir de 2025 | desde 2025 | sinds 2025 | vanaf 2025
            until 2025         | bis 2025 | jusqu'en 2025 | hasta 2025 | tot 2025
            before 2026        | vor 2026 | avant 2026 | antes de 2026 | voor 2026
            after 2025         | nach 2025 | après 2025 | después de 2025 | na 2025
            since last week    | seit letzter Woche | depuis la semaine dernière | desde la semana pasada | sinds vorige week
            before last month  | vor letztem Monat | avant mois dernier | antes de mes pasado | voor vorige maand
            since 1 Sep until 31 Oct | ab 1. September bis 31. Oktober | depuis le 1er septembre jusqu’au 31 octobre
            since 1 Sep until 31 Oct | desde el 1 de septiembre hasta el 31 de octubre | vanaf 1 september tot 31 oktober
            """)
    void meansTheSameInEachLanguage(String row) {
        List<String> typed = Arrays.stream(row.split("\\s*\\|\\s*")).toList();

        assertThat(typed).hasSizeGreaterThan(1).allSatisfy(query -> assertThat(readings(query)).as(query)
                .isEqualTo(readings(typed.getFirst())));
    }

    private static List<Condition> readings(String query) {
        return InvoiceQuery.typed(query, Set.of("EUR")).terms().stream().map(term -> term.readings().getFirst())
                .toList();
    }

    /** A search is kept as it was typed: a day without a year goes on being the latest one. */
    @Test
    void isReadTheSameLater() {
        assertThat(numbers("since 1 Sep", LocalDate.of(2026, 8, 31))).contains("Y25", "MAR");
        assertThat(numbers("since 1 Sep", LocalDate.of(2027, 1, 1))).containsExactlyInAnyOrder("SEP", "OCT", "NOV",
                "DAY");
        assertThat(numbers("until 31 Oct", LocalDate.of(2026, 7, 1))).containsExactly("Y24");
        assertThat(numbers("until 31 Oct", LocalDate.of(2026, 8, 31))).as("it comes soon").contains("OCT");
        assertThat(numbers("since 2025-11-30", LocalDate.of(2028, 1, 1))).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"up to 100, AMOUNT", "ab 2025 EUR, AMOUNT CURRENCY", "bis 2025 EUR, AMOUNT CURRENCY",
        "up to €2025, AMOUNT",
        "ab 5000, AMOUNT", "since Ann, TEXT TEXT", "before, TEXT", "after sales, TEXT TEXT", "since 1975, TEXT NUMBER",
        "-since 2025, DATE", "due since 1 Sep, DUE", "due from 1 Sep until 31 Oct, DUE", "since 1 Sep due, DUE",
        "bis 60 Tage, LATE", "since 1 Sep until 31 Oct, DATE", "until 31 Oct after 1 Sep, DATE DATE"})
    void whatIsAnotherPhraseStaysIt(String query, String kinds) {
        assertThat(InvoiceQuery.typed(query, Set.of("EUR")).tokens()).extracting(token -> token.kind().name())
                .isEqualTo(Arrays.asList(kinds.split(" ")));
    }

    @Test
    void findsAlsoWhereThePhraseIsTheName() {
        named("NAME", "Since 2025 Ltd", "2024-01-01");

        assertThat(numbers("since 2025", FakeInvoices.TODAY)).contains("NAME", "Y25").doesNotContain("Y24");
    }
}
