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

/** A search that found nothing says which of its texts are to blame, and only those. */
class NowhereTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    NowhereTest() {
        of("INV/1", "Openwood Ltd");
        of("INV/2", "Müller & Söhne");
    }

    private void of(String number, String partner) {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, number, partner, "2026-10-01",
                "2026-12-01", "10.00", "10.00", "EUR");
    }

    private List<SearchHint> told(String typed) {
        Books rows = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        // of which no line says anything
        Books books = rows.withLines(rows.pages());
        InvoiceQuery query = books.fitted(InvoiceQuery.typed(typed, Set.of("EUR")));
        return books.toldOfNowhere(query, FakeInvoices.TODAY).hints();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openwod                 | openwod   | Openwood Ltd
            opnewood unpaid         | opnewood  | Openwood Ltd
            Openwoood               | Openwoood | Openwood Ltd
            customer:openwod        | openwod   | Openwood Ltd
            Muller & Sohme          | Sohme     | Müller & Söhne
            muler                   | muler     | Müller & Söhne
            """)
    void namesWhoIsCalledNearlySo(String typed, String word, String name) {
        assertThat(told(typed)).contains(new SearchHint(SearchHint.Kind.NEARLY, word, name));
    }

    /** Openwood is a customer: the text stands, only not where it was asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"vendor:openwood", "reference:openwood", "vendor:openwood unpaid"})
    void saysNothingOfATextThatStandsElsewhere(String typed) {
        assertThat(told(typed)).noneMatch(hint -> hint.kind() == SearchHint.Kind.NEARLY
                || hint.kind() == SearchHint.Kind.NOWHERE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            furniture          | furniture
            unpaid furniture   | furniture
            4711               | 4711
            woo zebra          | zebra
            Ltt                | Ltt
            """)
    void saysWhatStandsInNoInvoice(String typed, String word) {
        assertThat(told(typed)).contains(new SearchHint(SearchHint.Kind.NOWHERE, word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid openwood", "openwood müller", "-furniture paid", "paid", "bills >500", "VAT 21%"})
    void saysNothingOfWhatStandsSomewhereOrIsExcluded(String typed) {
        assertThat(told(typed)).extracting(SearchHint::kind)
                .doesNotContain(SearchHint.Kind.NOWHERE, SearchHint.Kind.NEARLY);
    }

    @Test
    void saysNothingWhileLinesAreNotHere() {
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        InvoiceQuery query = InvoiceQuery.typed("furniture", Set.of());

        assertThat(books.toldOfNowhere(query, FakeInvoices.TODAY)).isEqualTo(query);
    }
}
