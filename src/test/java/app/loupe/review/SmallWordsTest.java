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

/** Small words make no search empty, and are left out only where no name has them, which is said. */
class SmallWordsTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    private void of(String number, String partner) {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, number, partner, "2026-10-01",
                "2026-12-01", "10.00", "10.00", "EUR");
    }

    private Books books() {
        return Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
    }

    private InvoiceQuery fitted(String typed) {
        return books().fitted(InvoiceQuery.typed(typed, Set.of("EUR")));
    }

    private List<String> numbers(String typed) {
        Books books = books();
        return books.list(books.find(InvoiceFilter.of(fitted(typed)), FakeInvoices.TODAY).inOrder()).stream()
                .map(row -> row.row().number()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            invoices from Acme             | from
            Rechnungen von Acme            | von
            factures de Acme               | de
            facturas de Acme               | de
            facturen van Acme              | van
            unpaid invoices for Acme       | for
            invoices from the Acme         | from, the
            Acme from October 2026         | from
            invoices from October 2026     | from
            unpaid and from Acme           | and, from
            """)
    void isLeftOutAndSaidWhereNoNameHasIt(String typed, String word) {
        of("A", "Acme Ltd");

        assertThat(numbers(typed)).as(typed).containsExactly("A");
        assertThat(fitted(typed).hints()).contains(new SearchHint(SearchHint.Kind.SMALL_WORD, word));
        assertThat(fitted(typed).tokens()).extracting(Token::text).doesNotContain(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Smith and Sons", "Smith & Sons", "Smith und Sons", "Smith et Sons", "Smith y Sons",
        "Smith en Sons"})
    void findsTheNameHoweverItIsJoined(String typed) {
        of("S", "Smith + Sons");
        of("O", "Smith Brothers");

        assertThat(numbers(typed)).as(typed).containsExactly("S");
    }

    /** No search is widened that finds what it says. */
    @Test
    void staysWhereANameHasItThere() {
        of("AND", "Smith and Sons");
        of("SIGN", "Smith & Sons");
        of("BANK", "Bank of the West");
        of("WEST", "Bank West");

        assertThat(numbers("Smith and Sons")).containsExactly("AND");
        assertThat(numbers("smith  &  so")).containsExactly("SIGN");
        assertThat(numbers("bank of the west")).containsExactly("BANK");
        assertThat(fitted("unpaid Smith and Sons").hints()).isEmpty();
        // another place: there is no name "West and Bank"
        assertThat(numbers("West and Bank")).containsExactly("BANK", "WEST");
    }

    @Test
    void theNameOfAPersonKeepsItsOwn() {
        of("DE", "Anna de Vries");
        of("NO", "Piet Vries");

        assertThat(numbers("de vries")).containsExactly("DE");
        assertThat(numbers("van vries")).containsExactlyInAnyOrder("DE", "NO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"from\" acme", "-from acme", "customer:from acme", "text:from acme", "from", "and &",
        "acme from:x"})
    void whatIsMeantAsSuchStays(String typed) {
        of("A", "Acme Ltd");

        assertThat(fitted(typed)).isEqualTo(InvoiceQuery.typed(typed, Set.of("EUR")));
    }
}
