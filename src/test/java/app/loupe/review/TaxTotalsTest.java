package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.cli.Invoices;

class TaxTotalsTest {
    private static final Ref EUR = new Ref(1, "EUR");

    private final TaxTotals totals = new TaxTotals();

    private void add(MoveType type, MoveLine... lines) {
        Invoice invoice = Invoices.invoice(1, "N", type, MoveState.POSTED, null, "0", "0", EUR, List.of(lines));
        totals.add(FakeInvoices.profile(), invoice);
    }

    /** Booked with this balance, as Odoo does: credits are negative. */
    private static MoveLine line(LineKind kind, String balance, List<Long> taxes, @Nullable Ref tax, String base) {
        MoveLine line = Invoices.line(1, kind, "", "0");
        var booked = new BigDecimal(balance);
        return new MoveLine(line.id(), line.writeDate(), line.entry(), kind, 10, "", line.price(),
                new MoveLine.Taxes(taxes, tax, null, new BigDecimal(base)),
                new MoveLine.Posting(null, null, null, EUR, BigDecimal.ZERO, BigDecimal.ZERO, booked, booked,
                        BigDecimal.ZERO, BigDecimal.ZERO),
                null, null, line.matching());
    }

    private static MoveLine product(String balance, Long... taxes) {
        return line(LineKind.PRODUCT, balance, List.of(taxes), null, "0");
    }

    private static MoveLine tax(String balance, long id, String name, String base) {
        return line(LineKind.TAX, balance, List.of(), new Ref(id, name), base);
    }

    private List<String> said() {
        return totals.lines().stream().map(line -> (line.sale() ? "sale " : "purchase ") + line.tax() + "#" + line.id()
                + " " + line.base().toPlainString() + " " + line.amount().toPlainString()).toList();
    }

    @Test
    void creditNotesTakeAwayAndPurchasesStandApart() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 5L), tax("-21", 5, "21%", "100"));
        add(MoveType.CREDIT_NOTE, product("40", 5L), tax("8.40", 5, "21%", "-40"));
        add(MoveType.VENDOR_BILL, product("50", 6L), tax("10.50", 6, "21% P", "50"));
        add(MoveType.VENDOR_REFUND, product("-10", 6L), tax("-2.10", 6, "21% P", "10"));

        assertThat(said()).containsExactly("sale 21%#5 60 12.60", "purchase 21% P#6 40 8.40");
    }

    @Test
    void aTaxInTwoTaxLinesHasItsBaseOnce() {
        add(MoveType.VENDOR_BILL, product("100", 7L), tax("10", 7, "20% half", "100"), tax("10", 7, "20% half", "100"));

        assertThat(said()).containsExactly("purchase 20% half#7 100 20");
    }

    @Test
    void aLineWithTwoTaxesStandsInBothAndOneWithoutUnderNone() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 5L, 8L), product("-30"), tax("-21", 5, "21%", "100"),
                tax("-1", 8, "Eco", "100"));

        assertThat(said()).containsExactly("sale 21%#5 100 21", "sale Eco#8 100 1", "sale #0 30 0");
    }

    @Test
    void aTaxOfNothingIsThereWithItsBaseAndOneThatNoLineNamesWithWhatItTells() {
        add(MoveType.CREDIT_NOTE, product("80", 9L), tax("4", 10, "Part of a group", "80"));

        assertThat(said()).containsExactly("sale #9 -80 0", "sale Part of a group#10 -80 -4");
    }
}
