package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;

/** A sign that several currencies are written with asks for all of them, and for whichever of them the copy has. */
class SharedSignSearchTest {
    private static List<String> currencies(String typed, String... inCopy) {
        FakeInvoices copy = FakeInvoices.empty();
        for (String currency : inCopy) {
            for (String total : List.of("500.00", "900.00")) {
                copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, currency + total, "Acme",
                        "2026-03-01", "2026-03-01", total, total, currency);
            }
        }
        Books books = Books.of(copy.rows(Set.of(FakeInvoices.ACME)));
        InvoiceQuery query = books.fitted(InvoiceQuery.typed(typed, Set.of(inCopy)));
        return books.list(books.find(InvoiceFilter.of(query), FakeInvoices.TODAY).inOrder()).stream()
                .map(row -> row.row().amounts().currency()).toList();
    }

    @ParameterizedTest
    @CsvSource({"$ 500, MXN USD EUR, MXN USD", "$500, MXN USD EUR, MXN USD", "500 $, MXN USD EUR, MXN USD",
        "$ 500, MXN EUR, MXN", "$ 500, USD EUR, USD", "$500, MXN EUR, MXN", "$ 500, ARS USD EUR, ARS USD",
        "$500, ARS USD EUR, ARS USD", "$ 500, ARS EUR, ARS", "$500, ARS EUR, ARS", "500$, CLP COP UYU, CLP COP UYU",
        ">$ 600, MXN USD EUR, MXN USD", "> $600, ARS USD, ARS USD", "over $ 600, ARS USD EUR, ARS USD",
        "£ 500, EGP GBP USD, EGP GBP", "¥ 500, JPY CNY USD, JPY CNY", "500 dollars, MXN USD CAD, USD CAD",
        "currency:$ 500, ARS USD EUR, ARS USD"})
    void allOfThemAreFound(String typed, String inCopy, String found) {
        assertThat(currencies(typed, inCopy.split(" "))).as(typed)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(found.split(" ")));
    }
}
