package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;

class TotalsTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    private Totals totals() {
        return Books.of(copy.rows(Set.of(FakeInvoices.ACME))).findAlsoRemoved(InvoiceFilter.ALL, FakeInvoices.TODAY)
                .totals();
    }

    private static Totals.Sum sum(Totals.Direction direction, String currency, String total, String due) {
        return new Totals.Sum(direction, new Money(new BigDecimal(total), currency),
                new Money(new BigDecimal(due), currency));
    }

    @Test
    void isEmptyForNothing() {
        assertThat(totals()).isEqualTo(Totals.NONE);
    }

    @Test
    void neverMixesCurrenciesOrDirections() {
        copy.add("A", "x", "2026-01-01", "2026-02-01", "100.10", "50.05", "EUR");
        copy.add("B", "x", "2026-01-01", "2026-02-01", "0.20", "0.20", "EUR");
        copy.add("C", "x", "2026-01-01", "2026-02-01", "7", "7", "JPY");
        copy.addAs(MoveType.VENDOR_BILL, MoveState.POSTED, PaymentState.NOT_PAID, "D", "x", "2026-01-01", "2026-02-01",
                "30.00", "30.00", "EUR");

        assertThat(totals()).isEqualTo(new Totals(4,
                List.of(sum(Totals.Direction.SALES, "EUR", "100.30", "50.25"),
                        sum(Totals.Direction.SALES, "JPY", "7", "7"),
                        sum(Totals.Direction.PURCHASES, "EUR", "30.00", "30.00"))));
    }

    @Test
    void subtractsRefundsOnTheirOwnSide() {
        copy.add("A", "x", "2026-01-01", "2026-02-01", "100.00", "100.00", "EUR");
        copy.addAs(MoveType.CREDIT_NOTE, MoveState.POSTED, PaymentState.NOT_PAID, "R", "x", "2026-01-01", "2026-02-01",
                "130.00", "10.00", "EUR");
        copy.addAs(MoveType.VENDOR_REFUND, MoveState.POSTED, PaymentState.NOT_PAID, "V", "x", "2026-01-01",
                "2026-02-01", "5.00", "5.00", "EUR");

        assertThat(totals().sums()).containsExactly(sum(Totals.Direction.SALES, "EUR", "-30.00", "90.00"),
                sum(Totals.Direction.PURCHASES, "EUR", "-5.00", "-5.00"));
    }

    @Test
    void countsDraftsCancelledAndRemovedButAddsNoneOfThemUp() {
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.DRAFT, PaymentState.NOT_PAID, "", "x", null, null, "1.00",
                "1.00", "EUR");
        copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.CANCELLED, PaymentState.NOT_PAID, "C", "x", "2026-01-01",
                "2026-02-01", "2.00", "2.00", "EUR");
        InvoiceKey removed = copy.add("D", "x", "2026-01-01", "2026-02-01", "3.00", "3.00", "EUR");
        copy.remove(removed);
        copy.conceal(copy.add("E", "x", "2026-01-01", "2026-02-01", "4.00", "4.00", "EUR"));

        assertThat(totals()).isEqualTo(new Totals(4, List.of()));
    }
}
