package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** When money is due, as an owner types it in any language; today is Monday, 23 November 2026. */
class DueSearchTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    @BeforeEach
    void someThatAreDue() {
        due("OLD", "2025-12-06");
        due("LATE", "2026-11-20");
        due("TODAY", "2026-11-23");
        due("SUNDAY", "2026-11-29");
        due("WEEK", "2026-11-30");
        due("SIXTH", "2026-12-06");
        due("SEVENTH", "2026-12-07");
        due("JANUARY", "2027-01-05");
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.PAID, "PAID", "Acme", "2026-10-01",
                "2026-11-24", "10.00", "0.00", "EUR");
    }

    private void due(String number, String day) {
        copy.addAs(MoveType.VENDOR_BILL, MoveState.POSTED, PaymentState.NOT_PAID, number, "Acme", "2025-01-01", day,
                "10.00", "10.00", "EUR");
    }

    private List<String> numbers(String query) {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(InvoiceFilter.of(InvoiceQuery.typed(query, Set.of("EUR"))), FakeInvoices.TODAY)
                .inOrder()).stream().map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            due until 6 December                  | OLD LATE TODAY SUNDAY WEEK SIXTH
            due by 2026-12-06                     | OLD LATE TODAY SUNDAY WEEK SIXTH
            due up to 06.12.2026                  | OLD LATE TODAY SUNDAY WEEK SIXTH
            due before 6 December                 | OLD LATE TODAY SUNDAY WEEK
            due on 6 December                     | SIXTH
            due 6 Dec                             | SIXTH
            due in December                       | SIXTH SEVENTH
            due after 6 December                  | SEVENTH JANUARY
            due from 6 December                   | SIXTH SEVENTH JANUARY
            due within 7 days                     | TODAY SUNDAY WEEK
            due in the next 7 days                | TODAY SUNDAY WEEK
            due in 2 weeks                        | TODAY SUNDAY WEEK SIXTH SEVENTH
            due tomorrow                          | PAID!
            due next week                         | WEEK SIXTH
            due until next week                   | OLD LATE TODAY SUNDAY WEEK SIXTH
            due this week                         | TODAY SUNDAY
            due between 30 Nov and 6 Dec          | WEEK SIXTH
            due from 20 Dec to 10 Jan             | JANUARY
            due until 5 January                   | OLD LATE TODAY SUNDAY WEEK SIXTH SEVENTH JANUARY
            due until 20 November                 | OLD LATE
            due until 30 September                | OLD
            due:december                          | SIXTH SEVENTH
            to pay this week                      | OLD LATE TODAY SUNDAY
            must pay today                        | OLD LATE TODAY
            to pay within 7 days                  | OLD LATE TODAY SUNDAY WEEK
            to pay before 6 December              | OLD LATE TODAY SUNDAY WEEK
            to pay November                       | OLD LATE TODAY SUNDAY WEEK
            to pay 6 December                     | OLD LATE TODAY SUNDAY WEEK SIXTH
            to pay between 1 and 15 December      | SIXTH SEVENTH
            to pay from 1 Dec to 15 Dec           | SIXTH SEVENTH
            to pay last week                      | LATE
            to pay 20 November                    | LATE
            to pay 2025                           | OLD
            due from 1 Dec 2026 to 15 Jan         | SIXTH SEVENTH JANUARY
            overdue since 1 Nov                   | LATE
            since 1 Nov overdue                   | LATE
            overdue since 2025-12-06              | OLD LATE
            overdue from 20 Nov                   | LATE
            overdue from November on              | LATE
            overdue until 31 December             | OLD LATE
            late until 30 Sep 2026                | OLD
            overdue before 20 November 2026       | OLD
            overdue after 2025                    | LATE
            overdue between 1 Nov and 30 Nov      | LATE
            overdue since 1 Nov until 30 Nov      | LATE
            """)
    void isFound(String query, String expected) {
        List<String> numbers = Arrays.stream(expected.split(" ")).filter(number -> !number.endsWith("!")).toList();

        assertThat(numbers(query)).as(query).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            due until 6 December   | fällig bis 6. Dezember | bis zum 6. Dezember fällig | fällig bis spätestens 6.12.2026
            due until 6 December   | zu zahlen bis 6. Dezember | bis 6. Dezember zu zahlen | zahlbar bis 6. Dez.
            due until 6 December   | dû jusqu'au 6 décembre | à payer d’ici au 6 décembre | échéance au plus tard le 6 décembre
            due until 6 December   | vence hasta el 6 de diciembre | a pagar hasta el 6 de diciembre | vencen a más tardar el 6 de diciembre
            due until 6 December   | vervalt tot en met 6 december | te betalen tot 6 december | te betalen uiterlijk 6 december
            due before 6 December  | fällig vor dem 6. Dezember | dû avant le 6 décembre | vence antes del 6 de diciembre
            due before 6 December  | vervalt vóór 6 december | à payer avant le 6 décembre | vervalt voor 6 december
            due after 6 December   | fällig nach dem 6. Dezember | dues après le 6 décembre | vencen después del 6 de diciembre
            due after 6 December   | vervalt na 6 december | fällig nach 6.12.2026 | après le 6 décembre dû
            due within 7 days      | fällig in den nächsten 7 Tagen | fällig binnen 7 Tagen | in 7 Tagen fällig
            due within 7 days      | dû dans les 7 prochains jours | échéance sous 7 jours | à échoir d'ici 7 jours
            due within 7 days      | vence en los próximos 7 días | vence dentro de 7 días | por vencer en 7 días
            due within 7 days      | vervalt in de komende 7 dagen | vervalt binnen 7 dagen | binnen 7 dagen verschuldigd
            due next week          | fällig nächste Woche | dû la semaine prochaine | vence la próxima semana
            due tomorrow           | morgen fällig | dû demain | vence mañana
            to pay this week       | zu zahlen diese Woche | à payer cette semaine | por pagar esta semana
            to pay this week       | diese Woche zu zahlen | te betalen deze week | deze week te betalen
            due until 31 December  | dû avant fin décembre | dû avant la fin de décembre | vervalt voor eind december
            due until 31 December  | fällig bis Ende Dezember | vence hasta finales de diciembre | vervalt tot eind december
            to pay between 1 and 15 December | à payer entre le 1er et le 15 décembre | zu zahlen vom 1. bis 15. Dezember | te betalen van 1 tot 15 december
            to pay between 1 and 15 December | a pagar del 1 al 15 de diciembre | zwischen 1. und 15. Dezember zu zahlen | te betalen tussen 1 en 15 december
            to pay last week       | zu zahlen letzte Woche | à payer la semaine dernière | a pagar la semana pasada
            to pay last week       | te betalen vorige week | letzte Woche zu zahlen | vorige week te betalen
            due between 30 Nov and 6 Dec | fällig zwischen 30. Nov. und 6. Dez. | dû entre le 30 novembre et le 6 décembre | vence del 30 de noviembre al 6 de diciembre
            due between 30 Nov and 6 Dec | vervalt van 30 november tot 6 december | fällig vom 30. November bis 6. Dezember | vervalt tussen 30 nov en 6 dec
            """)
    void meansTheSameInEachLanguage(String english, String one, String two, String three) {
        assertThat(List.of(one, two, three)).allSatisfy(typed -> {
            assertThat(numbers(typed)).as(typed).isEqualTo(numbers(english));
            assertThat(InvoiceQuery.typed(typed, Set.of()).tokens()).extracting(Token::kind).as(typed)
                    .containsOnly(Token.Kind.DUE);
        });
    }

    /** Words that stand for a side of a day are names and texts everywhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"Binnen 7 dagen BV", "until", "vor Ort", "7 jours", "within", "Nach 6", "due within",
        "to pay", "à régler"})
    void isNoDateAlone(String typed) {
        assertThat(InvoiceQuery.typed(typed, Set.of()).tokens()).as(typed)
                .noneMatch(token -> token.kind() == Token.Kind.DUE);
    }

    /** Three months back is not long past, one day more is. */
    @Test
    void aDayWithoutAYearIsTheNextThatIsNotLongPast() {
        assertThat(PeriodDays.coming(new InvoicePeriod.OfMonthDay(MonthDay.of(1, 5)),
                LocalDate.parse("2027-04-05")).last()).isEqualTo("2027-01-05");
        assertThat(PeriodDays.coming(new InvoicePeriod.OfMonthDay(MonthDay.of(1, 5)),
                LocalDate.parse("2027-04-06")).last()).isEqualTo("2028-01-05");
    }

    @ParameterizedTest
    @CsvSource({"due next quarter, 2026-11-23, 2027-01-01, 2027-03-31",
        "due next quarter, 2026-05-31, 2026-07-01, 2026-09-30",
        "due next year, 2026-11-23, 2027-01-01, 2027-12-31", "to pay next year, 2026-11-23, , 2027-12-31"})
    void theNextQuarterAndYearAreDays(String typed, LocalDate today, @Nullable LocalDate first, LocalDate last) {
        Condition due = InvoiceQuery.typed(typed, Set.of()).terms().getFirst().readings().getFirst();

        assertThat(due).isInstanceOfSatisfying(Condition.Due.class, asked -> assertThat(
                PeriodDays.of(asked.period(), today)).isEqualTo(new InvoicePeriod.OfDays(first, last)));
    }
}
