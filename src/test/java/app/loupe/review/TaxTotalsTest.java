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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void aDiscountForEarlyPaymentLessensTheBaseOfItsTaxAndNothingElse() {
        add(MoveType.CUSTOMER_INVOICE, product("-1000", 5L), line(LineKind.EARLY_PAYMENT, "75", List.of(5L), null, "0"),
                line(LineKind.EARLY_PAYMENT, "-75", List.of(), null, "0"), tax("-138.75", 5, "15%", "925"));

        assertThat(said()).containsExactly("sale 15%#5 925 138.75");
    }

    @Test
    void aTaxThatIsTaxedItselfStandsInTheBaseOfTheOther() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 8L, 5L),
                line(LineKind.TAX, "-1", List.of(5L), new Ref(8, "Eco"), "100"), tax("-21.21", 5, "21%", "101"));

        assertThat(said()).containsExactly("sale 21%#5 101 21.21", "sale Eco#8 100 1");
    }

    @Test
    void aTaxOfAGroupThatIsTaxedItselfLeavesTheOtherWithTheBaseItTells() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L),
                line(LineKind.TAX, "-1", List.of(11L), new Ref(10, "Eco"), "100"), tax("-21.21", 11, "21%", "101"));

        assertThat(said()).containsExactly("sale #9 100 0", "sale 21%#11 101 21.21", "sale Eco#10 100 1");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_INVOICE, -100, -21, 15, 100", "CREDIT_NOTE, 100, 21, -15, -100",
        "VENDOR_BILL, 100, 21, -15, 100", "VENDOR_REFUND, -100, -21, 15, -100",
        // an invoice that takes a down payment off, and nothing else of this group
        "CUSTOMER_INVOICE, 100, 21, -15, -100"})
    void aTaxThatIsWithheldInAGroupHasTheBaseOfTheGroup(MoveType type, String net, String tax, String withheld,
            String base) {
        add(type, product(net, 9L), tax(tax, 10, "21%", base), tax(withheld, 11, "-15%", base));

        assertThat(totals.lines().stream().map(line -> line.id() + " " + line.base().toPlainString()))
                .containsExactlyInAnyOrder("9 " + base, "10 " + base, "11 " + base);
    }

    @Test
    void aTaxOfAGroupInOneDocumentAndByItselfInAnotherHasBothBases() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L), tax("-21", 5, "21%", "100"));
        add(MoveType.CUSTOMER_INVOICE, product("-50", 5L), tax("-10.50", 5, "21%", "50"));

        assertThat(said()).contains("sale 21%#5 150 31.50");
    }

    private List<String> sides() {
        return totals.lines().stream().map(line -> line.tax() + " " + line.amount().toPlainString() + " = "
                + line.debit().toPlainString() + " - " + line.credit().toPlainString()).toList();
    }

    /** A return needs both: what is owed, and what is deducted. */
    @Test
    void aReverseChargeIsToldOnBothSides() {
        add(MoveType.VENDOR_BILL, product("2000", 7L), tax("420", 7, "21% RC", "2000"),
                tax("-420", 7, "21% RC", "2000"));
        add(MoveType.VENDOR_REFUND, product("-100", 7L), tax("-21", 7, "21% RC", "-100"),
                tax("21", 7, "21% RC", "-100"));

        assertThat(said()).containsExactly("purchase 21% RC#7 1900 0");
        assertThat(sides()).containsExactly("21% RC 0 = 399 - 399");
    }

    @Test
    void ofSalesTheTaxIsACreditAndTheirCreditNotesTakeAway() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 5L), tax("-21", 5, "21%", "100"));
        add(MoveType.CREDIT_NOTE, product("40", 5L), tax("8.40", 5, "21%", "-40"));
        add(MoveType.CUSTOMER_INVOICE, product("-30"));

        assertThat(sides()).containsExactly("21% 12.60 = 0 - 12.60", " 0 = 0 - 0");
    }

    private List<String> groups() {
        return totals.lines().stream().filter(TaxTotals.Line::group).map(line -> Long.toString(line.id())).toList();
    }

    @Test
    void aTaxWhoseTaxLinesBearOtherTaxesIsAGroup() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L), product("-30", 12L), product("-7"),
                tax("-21", 10, "21%", "100"), tax("-1", 11, "Eco", "100"));

        assertThat(groups()).containsExactly("9");
    }

    @Test
    void aTaxOfNothingIsNoGroupBecauseAnotherDocumentHasOne() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L), tax("-21", 10, "21%", "100"));
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L, 12L), tax("-21", 10, "21%", "100"));
        add(MoveType.CUSTOMER_INVOICE, product("-30", 12L), product("0", 9L));

        assertThat(groups()).containsExactly("9");
    }

    @Test
    void aGroupWhoseTaxesRoundToNothingOnceStaysOne() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L), tax("-21", 10, "21%", "100"));
        add(MoveType.CUSTOMER_INVOICE, product("-0.02", 9L));

        assertThat(groups()).containsExactly("9");
    }

    /** Neither is noted from this document: which of the two has the tax lines is not told. */
    @Test
    void anExemptLineOfTheSameBaseIsNotTakenForTheGroup() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L), product("-100", 12L), tax("-21", 10, "21%", "100"));
        assertThat(groups()).isEmpty();

        add(MoveType.CUSTOMER_INVOICE, product("-70", 9L), tax("-14.70", 10, "21%", "70"));
        assertThat(groups()).containsExactly("9");
    }

    @Test
    void twoGroupsThatHaveATaxInCommonAreGroups() {
        add(MoveType.CUSTOMER_INVOICE, product("-100", 9L), product("-80", 13L), tax("-37.80", 10, "21%", "180"),
                tax("-1", 11, "Eco", "100"));

        assertThat(groups()).contains("9");
        add(MoveType.CUSTOMER_INVOICE, product("-80", 13L), tax("-16.80", 10, "21%", "80"));
        assertThat(groups()).containsExactlyInAnyOrder("9", "13");
    }
}
