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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.EntryLines;
import testkit.FakeInvoices;

class InstalmentTest {
    private final FakeInvoices copy = FakeInvoices.empty();

    private Invoice invoice(MoveType type, MoveState state, String open) {
        return invoice(type, state, PaymentState.PARTIAL, open);
    }

    private Invoice invoice(MoveType type, MoveState state, PaymentState payment, String open) {
        String number = "INV/" + open;
        InvoiceKey key = copy.addAs(type, state, payment, number, "Ready Mat", "2026-11-01",
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

    /** On the day of these the first one would be overdue. */
    @ParameterizedTest
    @CsvSource({"BLOCKED, 1000.10, BLOCKED, BLOCKED", "BLOCKED, 850.10, BLOCKED, BLOCKED",
        "BLOCKED, 700.07, PAID, BLOCKED", "REVERSED, 0.00, REVERSED, REVERSED",
        "IN_PAYMENT, 0.00, IN_PAYMENT, IN_PAYMENT", "IN_PAYMENT, 1000.10, IN_PAYMENT, IN_PAYMENT",
        "LEGACY, 1000.10, LEGACY, LEGACY", "PAID, 0.00, PAID, PAID", "NOT_PAID, 1000.10, OVERDUE, UNPAID",
        "PARTIAL, 700.07, PAID, UNPAID"})
    void noneContradictsTheStatusOfItsInvoice(PaymentState payment, String open, InvoiceStatus first,
            InvoiceStatus second) {
        Invoice invoice = invoice(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, payment, open);

        assertThat(of(invoice)).extracting(Instalment::status).containsExactly(first, second);
        assertThat(Due.of(new ReviewRow(copy.row("INV/" + open)), invoice, FakeInvoices.TODAY).late())
                .isEqualTo(first == InvoiceStatus.OVERDUE ? 1 : 0);
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
