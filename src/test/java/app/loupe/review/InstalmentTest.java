package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.LineKind;
import app.loupe.domain.Money;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.EntryLines;
import testkit.FakeInvoices;

class InstalmentTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    private Invoice invoice(MoveType type, MoveState state, String open) {
        String number = "INV/" + open;
        InvoiceKey key = copy.addAs(type, state, PaymentState.PARTIAL, number, "Ready Mat", "2026-11-01",
                "2026-12-01", "1000.10", open, "USD");
        copy.lines(number, EntryLines.of(copy.row(number)));
        return copy.invoice(key).orElseThrow();
    }

    private static List<Instalment> of(Invoice invoice) {
        return Instalment.of(invoice, FakeInvoices.TODAY);
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void addUpToTotalAndAmountDueOfEveryKindOfDocument(MoveType type) {
        List<Instalment> parts = of(invoice(type, MoveState.POSTED, "850.10"));

        assertThat(parts).hasSize(2);
        Money total = dollars(type.isRefund() ? "-1000.10" : "1000.10");
        assertThat(parts.stream().map(Instalment::amount).reduce(Money::plus)).contains(total);
        assertThat(parts.stream().map(Instalment::open).reduce(Money::plus))
                .contains(dollars(type.isRefund() ? "-850.10" : "850.10"));
    }

    @Test
    void theEarliestComesFirstAndEachStandsForItself() {
        Invoice partly = invoice(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, "850.10");
        assertThat(of(partly)).containsExactly(
                new Instalment(LocalDate.of(2026, 11, 21), dollars("300.03"), dollars("150.03"),
                        InvoiceStatus.OVERDUE),
                new Instalment(LocalDate.of(2026, 12, 1), dollars("700.07"), dollars("700.07"),
                        InvoiceStatus.UNPAID));
        assertThat(Instalment.of(partly, LocalDate.of(2026, 11, 21)).getFirst().status())
                .as("on its day it is not late")
                .isEqualTo(InvoiceStatus.PARTLY_PAID);
        assertThat(of(invoice(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, "700.07")).getFirst().status())
                .isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void ofADraftEachIsADraft() {
        assertThat(of(invoice(MoveType.VENDOR_BILL, MoveState.DRAFT, "1000.10"))).extracting(Instalment::status)
                .containsExactly(InvoiceStatus.DRAFT, InvoiceStatus.DRAFT);
    }

    @Test
    void whatIsDueAtOnceHasNone() {
        Invoice invoice = invoice(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, "850.10");
        var one = invoice.lines().stream().filter(line -> !line.label().equals("installment #2")).toList();
        assertThat(one).anyMatch(line -> line.kind() == LineKind.PAYMENT_TERM);

        assertThat(of(invoice.withLines(one))).isEmpty();
    }
}
