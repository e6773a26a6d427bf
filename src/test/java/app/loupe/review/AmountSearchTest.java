package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** Amounts that words compare, in any language. */
class AmountSearchTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    @BeforeEach
    void someOfEach() {
        of("SMALL", "2024-03-01", "99.99", "EUR");
        of("HUNDRED", "2025-03-01", "100.00", "EUR");
        of("MIDDLE", "2026-03-01", "4999.00", "USD");
        of("EDGE", "2026-03-01", "5000.00", "EUR");
        of("LARGE", "2026-03-01", "5000.01", "EUR");
        of("DOLLARS", "2026-03-01", "9000.00", "USD");
    }

    private void of(String number, String date, String total, String currency) {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, number, "Acme", date, date,
                total,
                total, currency);
    }

    private List<String> numbers(String query) {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(InvoiceFilter.of(InvoiceQuery.typed(query, Set.of("EUR", "USD"))),
                FakeInvoices.TODAY).inOrder()).stream().map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            over 5000                      | LARGE DOLLARS
            more than 5,000                | LARGE DOLLARS
            above 5 000                    | LARGE DOLLARS
            > 5'000                        | LARGE DOLLARS
            amount > 5’000.00              | LARGE DOLLARS
            at least 5,000.00              | EDGE LARGE DOLLARS
            under 100                      | SMALL
            less than 100                  | SMALL
            below 100                      | SMALL
            at most 100                    | SMALL HUNDRED
            up to 100                      | SMALL HUNDRED
            amount over 5000               | LARGE DOLLARS
            amount 100                     | HUNDRED
            amount >5000                   | LARGE DOLLARS
            amount between 100 and 5000    | HUNDRED MIDDLE EDGE
            between 100 and 5000 EUR       | HUNDRED EDGE
            between €100 and €5000         | HUNDRED EDGE
            over 5000 EUR                  | LARGE
            over EUR 5000                  | LARGE
            over 5000 euros                | LARGE
            over €5000                     | LARGE
            over $5000                     | DOLLARS
            > 5000 €                       | LARGE
            >€5000                         | LARGE
            >5000€                         | LARGE
            amount:>5000€                  | LARGE
            unpaid over 5000               | LARGE DOLLARS
            over 2024                      | MIDDLE EDGE LARGE DOLLARS
            from 2024 to 2025              | SMALL HUNDRED
            between 2024 and 2025          | SMALL HUNDRED
            from 50 to 2000                | SMALL HUNDRED
            between 1900 and 2000 EUR      |
            amount up to 2000              | SMALL HUNDRED
            >5 000                         | LARGE DOLLARS
            > 5 000                        | LARGE DOLLARS
            >=5 000 €                      | EDGE LARGE
            >=5 000,01                     | LARGE DOLLARS
            >€5 000                        | LARGE
            > € 5 000                      | LARGE
            > € 5000                       | LARGE
            >5 000                        | LARGE DOLLARS
            >5 000,00 €                   | LARGE
            = 5 000                        | EDGE
            1 000..5 000                   | MIDDLE EDGE
            1 000 .. 5 000,01              | MIDDLE EDGE LARGE
            100..5 000                     | HUNDRED MIDDLE EDGE
            1 000..                        | MIDDLE EDGE LARGE DOLLARS
            ..4 999                        | SMALL HUNDRED MIDDLE
            amount:>5 000                  | LARGE DOLLARS
            Betrag: >5 000                 | LARGE DOLLARS
            montant:1 000..5 000           | MIDDLE EDGE
            importe:5 000                  | EDGE
            bedrag >5 000                  | LARGE DOLLARS
            amount 1 000..5 000            | MIDDLE EDGE
            -> 5 000                       | SMALL HUNDRED MIDDLE EDGE
            not >5 000                     | SMALL HUNDRED MIDDLE EDGE
            overdue >5 000                 | LARGE DOLLARS
            überfällig > 5 000             | LARGE DOLLARS
            échues >=5 000 €               | EDGE LARGE
            vencidas 1 000..5 000          | MIDDLE EDGE
            vervallen >60 <5 000           | SMALL HUNDRED MIDDLE
            up to 2000 EUR                 | SMALL HUNDRED
            """)
    void isFound(String query, String expected) {
        assertThat(numbers(query)).as(query)
                .containsExactlyInAnyOrderElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            over 5000         | über 5000 | plus de 5000 | más de 5000 | meer dan 5000
            over 5000         | Betrag über 5.000 | montant supérieur à 5 000 | importe superior a 5.000 | bedrag boven 5.000
            over 5000         | größer als 5.000,00 | au-dessus de 5000 | por encima de 5000 | hoger dan 5000
            over 5000 EUR     | über 5000 € | plus de 5000 euros | más de 5000 euros | meer dan 5000 euro
            at least 5000     | mindestens 5000 | au moins 5000 | al menos 5000 | minstens 5000
            at least 5000     | ab 5000 | à partir de 5000 | a partir de 5000 | vanaf 5000
            under 100         | unter 100 | moins de 100 | menos de 100 | minder dan 100
            under 100         | weniger als 100 | inférieures à 100 | menores de 100 | onder 100
            at most 100       | höchstens 100 | au plus 100 | como máximo 100 | hoogstens 100
            up to 100         | bis 100 | jusqu'à 100 | hasta 100 | tot 100
            amount 100        | Betrag 100 | montant 100 | importe 100 | bedrag 100
            amount between 100 and 5000 | Betrag zwischen 100 und 5.000 | montant entre 100 et 5000 | importe entre 100 y 5000 | bedrag tussen 100 en 5000
            amount up to 2000 | Betrag bis 2000 | montant jusqu'à 2000 | importe hasta 2000 | bedrag tot 2000
            from 2024 to 2025 | von 2024 bis 2025 | de 2024 à 2025 | de 2024 a 2025 | van 2024 tot 2025
            """)
    void meansTheSameInEachLanguage(String english, String german, String french, String spanish, String dutch) {
        assertThat(numbers(english)).isNotEmpty();
        assertThat(List.of(german, french, spanish, dutch)).allSatisfy(
                typed -> assertThat(numbers(typed)).as(typed).isEqualTo(numbers(english)));
    }

    /** Names, times and numbers that are not compared. */
    @ParameterizedTest
    @ValueSource(strings = {"Uber 5000", "over", "ab 2024", "bis 2026", "vanaf 2025", "over there", "total",
        "under Acme",
        "Mas 5000", "5000"})
    void isNoComparedAmount(String typed) {
        assertThat(InvoiceQuery.typed(typed, Set.of("EUR")).tokens()).as(typed)
                .noneMatch(token -> token.kind() == Token.Kind.AMOUNT);
    }

    /** A number that begins a date, stands before a unit of time, or is a month with its year. */
    @ParameterizedTest
    @ValueSource(strings = {"unpaid up to 30 November 2026", "openstaand tot 30 november 2026",
        "facturen vanaf 1 september 2026", "offen bis 30 November", "facturas hasta 30 de noviembre",
        "jusqu'à 30 novembre", "à partir de 1 septembre 2026", "a partir de 1 de septiembre", "ab 1 September",
        "over 24 Nov 2026", "unter 30 Nov", "amount 24 Nov 2026", "Betrag 1 September", "montant 1 septembre",
        "importe 1 de septiembre", "bedrag 1 september", "amount up to 30 November", "up to 09.2026", "bis 9.2026",
        "amount between 1 and 15 December", "above 60 days", "onder 30 dagen", "boven 60 dagen",
        "au-dessus de 60 jours", "por encima de 60 días", "über 60 Tage", "over 3 weeks", "über 3 Wochen",
        "plus de 3 mois", "más de 3 meses", "onder 3 weken", "between 2 and 4 weeks"})
    void aTimeIsNoAmount(String typed) {
        assertThat(InvoiceQuery.typed(typed, Set.of("EUR")).tokens()).as(typed)
                .noneMatch(token -> token.kind() == Token.Kind.AMOUNT);
    }

    /** A company; behind a colon it names the amount. */
    @Test
    void totalAloneIsText() {
        assertThat(InvoiceQuery.typed("total 500", Set.of()).tokens()).extracting(Token::kind)
                .containsExactly(Token.Kind.TEXT, Token.Kind.NUMBER);
        assertThat(InvoiceQuery.typed("total 24 Nov 2026", Set.of()).tokens()).extracting(Token::kind)
                .containsExactly(Token.Kind.TEXT, Token.Kind.DATE);
        assertThat(InvoiceQuery.typed("Total over 500", Set.of()).tokens()).extracting(Token::kind)
                .containsExactly(Token.Kind.TEXT, Token.Kind.AMOUNT);
        assertThat(numbers("total:100")).containsExactly("HUNDRED");
    }

    /** A company may be called so, and then nothing else is found, which is said. */
    @Test
    void aNameThatComparesIsAName() {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, "NAMED", "Over 30 Ltd",
                "2026-03-01", "2026-03-01", "20.00", "20.00", "EUR");
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));

        InvoiceQuery query = books.fitted(InvoiceQuery.typed("over 30", Set.of("EUR")));

        assertThat(query.tokens()).extracting(Token::kind).containsExactly(Token.Kind.TEXT);
        assertThat(query.hints()).containsExactly(new SearchHint(SearchHint.Kind.NAME, "over 30", ">30"));
        assertThat(books.find(InvoiceFilter.of(query), FakeInvoices.TODAY).inOrder()).hasSize(1);
        InvoiceQuery other = InvoiceQuery.typed("over 300", Set.of("EUR"));
        assertThat(books.fitted(other)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"over 60 days late", "über 60 Tage", "plus de 60 jours", "más de 60 días", "meer dan 60 dagen"})
    void daysAreNoAmounts(String typed) {
        assertThat(InvoiceQuery.typed(typed, Set.of()).tokens()).extracting(Token::kind)
                .containsExactly(Token.Kind.LATE);
    }

    /** Two years mean one thing behind words and another around dots: each says so, and how to get the other. */
    @Test
    void yearsAndAmountsSayWhatTheyWereReadAs() {
        assertThat(InvoiceQuery.typed("von 2024 bis 2025", Set.of()).hints())
                .containsExactly(new SearchHint(SearchHint.Kind.YEARS, "von 2024 bis 2025", "2024..2025"));
        assertThat(InvoiceQuery.typed("2024..2025", Set.of()).hints())
                .containsExactly(new SearchHint(SearchHint.Kind.NO_YEARS, "2024..2025", "2024..2025"));
        assertThat(List.of("from 100 to 500", "100..2025", "amount:2024..2025 EUR", "date:2024..2025",
                "from January 2024 to March 2025", "between 2024 and 2025 EUR"))
                .allSatisfy(typed -> assertThat(InvoiceQuery.typed(typed, Set.of("EUR")).hints()).as(typed).isEmpty());
    }
}
