package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** Phrases as an owner types them, named places of text, and what is said where something else may have been meant. */
class PhraseSearchTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    /** Today is Monday, 23 November 2026. */
    @BeforeEach
    void someOfEach() {
        sale("A1", "Deco Addict", "2026-11-22", "2026-11-23", "100.00");
        sale("A2", "Deco Addict", "2026-09-24", "2026-11-29", "500.00");
        sale("A3", "Azure Hotel", "2026-09-01", "2026-11-30", "501.00");
        sale("A4", "Azure Hotel", "2025-09-30", "2025-10-30", "99.00");
        add(MoveType.VENDOR_BILL, PaymentState.NOT_PAID, "B1", "Azure Wood", "2026-10-05", "2026-12-31", "300.00");
        add(MoveType.CUSTOMER_INVOICE, PaymentState.PAID, "P1", "Customer:x", "2026-10-31", "2026-11-24", "60.00");
    }

    private void sale(String number, String partner, String date, String due, String total) {
        add(MoveType.CUSTOMER_INVOICE, PaymentState.NOT_PAID, number, partner, date, due, total);
    }

    private void add(MoveType type, PaymentState payment, String number, String partner, String date, String due,
            String total) {
        copy.addAs(type, MoveState.POSTED, payment, number, partner, date, due, total,
                payment == PaymentState.PAID ? "0.00" : total, "EUR");
    }

    private List<String> numbers(String query) {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(InvoiceFilter.of(InvoiceQuery.typed(query, Set.of("EUR"))), FakeInvoices.TODAY)
                .inOrder()).stream().map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customer:deco                         | A1 A2
            customer: deco                        | A1 A2
            customer:"deco addict"                | A1 A2
            vendor:azure                          | B1
            supplier:azure                        | B1
            partner:azure                         | A3 A4 B1
            partner:azure -vendor:azure           | A3 A4
            customer:deco customer:azure          | A1 A2 A3 A4
            number:a1                             | A1
            due today                             | A1
            due:today                             | A1
            due this week                         | A1 A2
            due next week                         | A3
            due next month                        | B1
            due in December                       | B1
            due 30 Nov 2026                       | A3
            due:2026-11                           | A1 A2 A3
            yesterday                             | A1
            older than 60 days                    | A3 A4
            older than 12 months                  | A4
            older than 1 year                     | A4
            last 1 years                          | A1 A2 A3 B1 P1
            last 30 days                          | A1 P1
            last 8 weeks                          | A1 B1 P1
            between 100 and 500                   | A1 A2 B1
            from 100 to 500                       | A1 A2 B1
            between 100 € and 500 €               | A1 A2 B1
            between 1 Sep and 30 Sep              | A2 A3
            from 1 to 30 September                | A2 A3
            between December and September        | A2 A3
            september                             | A2 A3
            september 2025                        | A4
            24 sep                                | A2
            due November                          | A1 A2 A3
            between 1 Sep and 30 Sep 2026         | A2 A3
            from 1 to 30 September 2026           | A2 A3
            between 01.09.2026 and 30.09.2026     | A2 A3
            between 9/1/2026 and 9/30/2026        | A2 A3
            between October and November          | A1 B1 P1
            between 1 Sep and 30 Sep EUR          | A2 A3
            from 1 Sep to 30 Sep €                | A2 A3
            from September to October eur         | A2 A3 B1 P1
            zwischen 1. Sep. und 30. Sep. Euro    | A2 A3
            du 1er septembre au 30 septembre euros | A2 A3
            del 1 de septiembre al 30 de septiembre EUR | A2 A3
            van 1 september tot 30 september euro | A2 A3
            from 1 Sep 2026 to 30 Sep             | A2 A3
            from September 2026 to October        | A2 A3 B1 P1
            from 30 Sep 2025 to 1 Sep             | A3 A4
            vom 1. September 2026 bis 30. September | A2 A3
            du 1er septembre 2026 au 30 septembre | A2 A3
            del 1 de septiembre de 2026 al 30 de septiembre | A2 A3
            van 1 september 2026 tot 30 september | A2 A3
            overdue between 20 and 400 days       | A4
            between 20 and 400 days late          | A4
            partner:x paid                        | P1
            """)
    void isFound(String query, String expected) {
        assertThat(numbers(query)).as(query).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void findsAlsoWhereThePhraseIsTheName() {
        sale("A5", "Due Today Ltd", "2026-01-01", "2027-01-01", "1.00");

        assertThat(numbers("due today")).containsExactlyInAnyOrder("A1", "A5");
    }

    @ParameterizedTest
    @CsvSource({"unpaid over 5000 older than 60 days, older than 60 days, 60",
        "older than 2 weeks, older than 2 weeks, 14",
        "älter als 90 Tage, älter als 90 Tage, 90"})
    void howOldIsSaidToCountFromTheInvoice(String query, String word, String days) {
        assertThat(hints(query)).as(query).containsExactly(new SearchHint(SearchHint.Kind.AGE, word, days));
        assertThat(hints("overdue >" + days)).as("what is offered needs no word").isEmpty();
        assertThat(hints("older than 30 years")).as("so many days late are not asked for").isEmpty();
        assertThat(hints("last 30 days -" + word)).as("left out, or of the other side").noneMatch(
                hint -> hint.kind() == SearchHint.Kind.AGE);
    }

    private static List<SearchHint> hints(String query) {
        return InvoiceQuery.typed(query, Set.of("EUR")).hints();
    }

    @ParameterizedTest
    @CsvSource({"xyz:abc, UNKNOWN_FIELD, xyz:", "overdue -colour:red, UNKNOWN_FIELD, colour:",
        "xyz: abc, UNKNOWN_FIELD, xyz:",
        "overdue 60, DAYS_LATE, 60", "überfällig 60, DAYS_LATE, 60",
        "overdue 30 to 60, DAYS_LATE, 30", "overdue 30 - 60, DAYS_LATE, 30", "late 30 - 60, DAYS_LATE, 30",
        "verspätet 30 bis 60, DAYS_LATE, 30", "en retard 30 à 60, DAYS_LATE, 30",
        "paid last month, PAID_ON, last month",
        "bezahlt November 2026, PAID_ON, November 2026",
        "due this week, WITHOUT_OVERDUE, due this week", "diese Woche fällig, WITHOUT_OVERDUE, diese Woche fällig",
        "échéance sous 7 jours, WITHOUT_OVERDUE, échéance sous 7 jours", "vence hoy, WITHOUT_OVERDUE, vence hoy",
        "to pay this week, WITH_OVERDUE, to pay this week", "te betalen deze week, WITH_OVERDUE, te betalen deze week",
        "due until 6 Dec, WITH_OVERDUE, due until 6 Dec", "to pay next week, WITH_OVERDUE, to pay next week",
        "to pay within 7 days, WITH_OVERDUE, to pay within 7 days"})
    void isSaid(String query, SearchHint.Kind kind, String word) {
        assertThat(hints(query)).as(query).containsExactly(new SearchHint(kind, word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"xyz:abc\"", "https://acme", "Brightwater:", "customer:deco", "overdue 1234",
        "overdue 60 EUR", "overdue 30 to 60 EUR", "overdue €30 to €60", "overdue 1000 to 6000",
        "overdue amount:30..60", "unpaid 30 to 60", "bills to pay this week",
        "Lieferantenrechnungen zu zahlen diese Woche",
        "factures fournisseurs à payer cette semaine", "facturas de proveedor a pagar esta semana",
        "inkoopfacturen te betalen deze week", "vendor:azure to pay this week", "due next week", "due in December",
        "to pay last week", "to pay between 1 and 15 December", "to pay October",
        "-due:today",
        "overdue >60", "overdue -60", "60 days late", "unpaid last month", "-paid last month", "paid", "paid -2026"})
    void nothingIsSaid(String query) {
        assertThat(hints(query)).as(query).isEmpty();
    }

    /** What was saved before there were phrases goes on meaning the same. */
    @ParameterizedTest
    @CsvSource({"overdue 60, STATUS NUMBER", "between, TEXT", "from Ann, TEXT TEXT", "due, TEXT", "last, TEXT",
        "between 500 and 100, TEXT NUMBER TEXT NUMBER", "last 4820, TEXT NUMBER", "paid last month, STATUS DATE"})
    void whatIsNoPhraseMeansWhatItDid(String query, String kinds) {
        assertThat(InvoiceQuery.typed(query, Set.of("EUR")).tokens()).extracting(token -> token.kind().name())
                .isEqualTo(Arrays.asList(kinds.split(" ")));
    }
}
