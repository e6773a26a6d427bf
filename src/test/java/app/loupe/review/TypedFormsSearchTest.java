package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;

/** Quotation marks, ranges and currencies as keyboards and people of several countries write them. */
class TypedFormsSearchTest {
    private static InvoiceQuery query(String typed) {
        return InvoiceQuery.typed(typed, Set.of("EUR", "USD", "CHF"));
    }

    private static List<String> numbers(String typed) {
        FakeInvoices copy = FakeInvoices.empty();
        of(copy, "FIFTY", "50.00", "EUR");
        of(copy, "EUROS", "500.00", "EUR");
        of(copy, "DOLLARS", "500.00", "USD");
        of(copy, "FRANCS", "700.00", "CHF");
        of(copy, "LARGE", "2025.50", "EUR");
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        return books.list(books.find(InvoiceFilter.of(books.fitted(query(typed))), FakeInvoices.TODAY).inOrder())
                .stream().map(row -> row.row().number()).toList();
    }

    private static void of(FakeInvoices copy, String number, String total, String currency) {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, number, "Acme", "2026-03-01",
                "2026-03-01", total, total, currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"“paid up”", "„paid up“", "„paid up”", "«paid up»", "« paid up »", "«\u00a0paid up\u00a0»",
        "«\u202fpaid up\u202f»", "»paid up«", "”paid up”"})
    void everyPairOfQuotationMarksIsOne(String typed) {
        assertThat(query(typed).terms()).singleElement().satisfies(term -> {
            assertThat(term.readings()).isEqualTo(query("\"paid up\"").terms().getFirst().readings());
            assertThat(term.token().kind()).isEqualTo(Token.Kind.TEXT);
            assertThat(term.token().end()).isEqualTo(typed.length());
        });
        assertThat(query(typed).unreadable()).isEmpty();
        assertThat(query("-" + typed).terms()).singleElement().satisfies(term -> assertThat(term.excluded()).isTrue());
        assertThat(query("customer:" + typed + " open").tokens()).extracting(Token::kind)
                .containsExactly(Token.Kind.FIELD, Token.Kind.STATUS);
    }

    @Test
    void whatWasTypedStaysAsItIs() {
        InvoiceQuery query = query("open „paid up“ 12” pipe");

        assertThat(query.typed()).isEqualTo("open „paid up“ 12” pipe");
        assertThat(query.tokens()).extracting(Token::text).containsExactly("open", "paid up", "12”", "pipe");
        assertThat(query.tokens().getFirst().removedFrom(query.typed())).isEqualTo("„paid up“ 12” pipe");
        assertThat(query("open „paid up").unreadable()).isEmpty();
        assertThat(query("open „paid up").tokens()).extracting(Token::text).containsExactly("open", "„paid", "up");
        assertThat(query("open \"the „Löwen“ inn").unreadable()).containsExactly("\"the „Löwen“ inn");
        assertThat(query("\"the „Löwen“ inn\"").tokens()).extracting(Token::text).containsExactly("the „Löwen“ inn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5 ” Rohr            | 5, ”, Rohr
            „Zur Post           | „Zur, Post
            -“Zur Post          | “Zur, Post
            “                   | “
            customer:„Zur Post  | „Zur, Post
            „Zur Post“ „Acme AG | Zur Post, „Acme, AG
            """)
    void aMarkThatNothingClosesOpensNoPhrase(String typed, String tokens) {
        assertThat(query(typed).tokens()).extracting(Token::text).containsExactly(tokens.split(", "));
        assertThat(query(typed).unreadable()).isEmpty();
    }

    @Test
    void aSignOfNoneOfTheCurrenciesOfTheBooksIsNotAskedFor() {
        InvoiceQuery reais = InvoiceQuery.typed("$500", Set.of("BRL"));

        assertThat(reais.tokens()).singleElement().extracting(Token::kind).isEqualTo(Token.Kind.NUMBER);
        assertThat(reais.terms().getFirst().readings())
                .contains(InvoiceQuery.typed("500", Set.of("BRL")).terms().getFirst().readings().getFirst());
        assertThat(InvoiceQuery.typed("-$500", Set.of("BRL")).tokens()).singleElement().extracting(Token::kind)
                .isEqualTo(Token.Kind.NUMBER);
        assertThat(query("$500").tokens()).extracting(Token::kind).containsExactly(Token.Kind.CURRENCY,
                Token.Kind.NUMBER);
    }

    @Test
    void anAmountInACurrencyIsLeftOutAsOneThatIsComparedIs() {
        assertThat(query("-€500").terms()).singleElement().satisfies(term -> {
            assertThat(term.excluded()).isTrue();
            assertThat(term.readings()).isEqualTo(query("-=€500").terms().getFirst().readings());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            100 to 600        | EUROS DOLLARS
            100 bis 600       | EUROS DOLLARS
            100 à 600         | EUROS DOLLARS
            100 a 600         | EUROS DOLLARS
            100 hasta 600     | EUROS DOLLARS
            100 tot 600       | EUROS DOLLARS
            100 - 600         | EUROS DOLLARS
            100 – 600         | EUROS DOLLARS
            unpaid 100 - 600  | EUROS DOLLARS
            €100 - €600       | EUROS
            100 - 600 EUR     | EUROS
            1 000 bis 3 000   | LARGE
            600 to 2026       | FRANCS LARGE
            >600CHF           | FRANCS
            >CHF600           | FRANCS
            >chf 600          | FRANCS
            <=500eur          | FIFTY EUROS
            >=CHF100          | FRANCS
            amount:>600CHF    | FRANCS
            €500              | EUROS
            500$              | DOLLARS
            -€500             | FIFTY DOLLARS FRANCS LARGE
            -500€             | FIFTY DOLLARS FRANCS LARGE
            -=€500            | FIFTY DOLLARS FRANCS LARGE
            0 - 60            | FIFTY
            0.50 - 60         | FIFTY
            500               | EUROS DOLLARS
            """)
    void amountsAreFound(String typed, String expected) {
        assertThat(numbers(typed)).as(typed).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024 - 2025", "2024 to 2025", "1 to 15 December", "30 to 60 days", "1 à 3 mois",
        "600 to 100",
        "Acme to 500", ">500ABX", "top100", "CHF500", "10 - 11 - 2026", "8 - 10 - 12", "8 to 10 to 12",
        "8 – 10 – 12", "0001 - 0003", "1 - 0003", "0001 to 3"})
    void isNoRangeOfAmounts(String typed) {
        assertThat(query(typed).tokens()).as(typed).noneMatch(token -> token.kind() == Token.Kind.AMOUNT);
    }
}
