package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeInvoices;

class TaxSummaryTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void givesTheTaxOfEveryKindAsTheDocumentPrintsIt(MoveType type) {
        InvoiceKey key = copy.addAs(type, MoveState.POSTED, PaymentState.NOT_PAID, "N/1", "x", "2026-01-01",
                "2026-02-01", "119.00", "119.00", "EUR");
        Invoice invoice = copy.invoice(key).orElseThrow();

        assertThat(TaxSummary.of(invoice).groups())
                .containsExactly(new TaxSummary.Group("VAT 19%", invoice.amountTax()));
        assertThat(invoice.amountTax()).isPositive();
    }
}
