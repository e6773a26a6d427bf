package app.loupe.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountChecksTest {
    private final Scene scene = new Scene();

    private List<String> totals() {
        return scene.said(FindingKind.LINES_AND_TOTAL);
    }

    private List<String> taxes() {
        return scene.said(FindingKind.TAX_AND_RATE);
    }

    @Test
    void linesThatDoNotComeToTheUntaxedAmountAreTold() {
        scene.doc("A1").comesTo("100.00", "21.00").line(LineKind.PRODUCT, "60.00").line(LineKind.NOTE, "0")
                .line(LineKind.PRODUCT, "30.00").tax(5, "100.00", "21.00").put();

        assertThat(totals()).containsExactly("The lines come to €90.00, and the untaxed amount is €100.00.");
    }

    @Test
    void taxLinesAndTotalsThatDoNotAddUpAreTold() {
        scene.doc("A1").comesTo("100.00", "21.00").line(LineKind.PRODUCT, "100.00").tax(5, "100.00", "12.00").put();
        scene.doc("A2").comesTo("100.00", "21.00").total("120.00").put();

        assertThat(totals()).containsExactlyInAnyOrder("The tax lines come to €12.00, and the tax is €21.00.",
                "Untaxed amount and tax come to €121.00, and the total is €120.00.");
    }

    @ParameterizedTest
    @EnumSource
    void roundingByDocumentAndDiscountsAreNoFindingOnAnyType(MoveType type) {
        // three lines of 0.333 with half off: by line 0.17 each, by document 0.50
        scene.doc("A1").type(type).comesTo("0.50", "0.11").line(LineKind.PRODUCT, "0.17")
                .line(LineKind.PRODUCT, "0.17").line(LineKind.PRODUCT, "0.17").line(LineKind.DISCOUNT, "-5.00")
                .line(LineKind.EARLY_PAYMENT, "3.00").line(LineKind.COST_OF_GOODS, "7.00")
                .line(LineKind.PAYMENT_TERM, "0").tax(5, "0.50", "0.11").put();

        assertThat(totals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void cashRoundingCountsAsALineOrInTheBiggestTax(MoveType type) {
        scene.doc("A1").type(type).comesTo("15.05", "2.45").line(LineKind.PRODUCT, "10.34")
                .line(LineKind.PRODUCT, "4.72").tax(5, "10.34", "2.17").tax(6, "4.72", "0.28")
                .rounding("-0.01", null).put();
        scene.doc("A2").type(type).comesTo("15.06", "2.44").line(LineKind.PRODUCT, "10.34")
                .line(LineKind.PRODUCT, "4.72").tax(5, "10.34", "2.17").tax(6, "4.72", "0.28")
                .rounding("-0.01", new Ref(5, "VAT")).put();
        scene.doc("A3").type(type).comesTo("105.00", "0").line(LineKind.PRODUCT, "100.00").rounding("5.00", null)
                .put();

        assertThat(totals()).isEmpty();
    }

    @Test
    void aWholeUnitIsTheSmallestOfACurrencyWithoutCents() {
        scene.doc("A1").currency("JPY").comesTo("1000", "0").line(LineKind.PRODUCT, "999").put();
        scene.doc("A2").currency("JPY").comesTo("1000", "0").line(LineKind.PRODUCT, "998").put();

        assertThat(totals()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER", "NON_DEDUCTIBLE", "NON_DEDUCTIBLE_TOTAL", "NON_DEDUCTIBLE_TAX"})
    void whatNobodyKnowsHowItCountsIsLeftAlone(LineKind kind) {
        scene.doc("A1").line(LineKind.PRODUCT, "60.00").line(kind, "1.00").put();

        assertThat(totals()).isEmpty();
    }

    @Test
    void cancelledDocumentsAndThoseWithoutLinesAreLeftAlone() {
        scene.doc("A1").state(MoveState.CANCELLED).line(LineKind.PRODUCT, "60.00").put();
        scene.doc("A2").put();

        assertThat(totals()).isEmpty();
    }

    /** Documents with this tax of 21 per cent, which tell its rate. */
    private void ordinary(int count) {
        for (int i = 1; i <= count; i++) {
            taxed(100 * i + ".00", 21 * i + ".00");
        }
    }

    private void taxed(String base, String tax) {
        scene.doc("T").comesTo(base, tax).line(LineKind.PRODUCT, base).tax(5, base, tax).put();
    }

    @Test
    void aTaxThatIsNotWhatItsRateMakesIsTold() {
        ordinary(10);
        taxed("500.00", "100.00");

        assertThat(taxes()).containsExactly(
                "VAT is 21 % on other documents; on €500.00 that would be €105.00, but €100.00 is booked.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.98", "20.99", "21.00", "21.01", "21.02"})
    void roundingByLineAndACentFromTheVendorsPaperAreNoFinding(String tax) {
        ordinary(20);
        taxed("100.00", tax);

        assertThat(taxes()).isEmpty();
    }

    @Test
    void aRateWithDecimalsIsFound() {
        for (int i = 1; i <= 10; i++) {
            taxed(1000 * i + ".00", new BigDecimal("88.75").multiply(
                    new BigDecimal(i)).toPlainString());
        }
        taxed("2000.00", "170.00");

        assertThat(taxes()).containsExactly(
                "VAT is 8.875 % on other documents; on €2,000.00 that would be €177.50, but €170.00 is booked.");
    }

    @Test
    void fewDocumentsOrManyRatesTellNoRate() {
        ordinary(4);
        assertThat(taxes()).isEmpty();
        taxed("500.00", "100.00");
        assertThat(taxes()).isEmpty();
        // a fixed amount a document
        for (int i = 1; i <= 12; i++) {
            scene.doc("F").comesTo(100 * i + ".00", "2.50").tax(9, 100 * i + ".00", "2.50").put();
        }
        assertThat(taxes()).isEmpty();
    }

    @Test
    void aTaxInPartsAForeignCurrencyARoundingAndADraftAreLeftAlone() {
        ordinary(12);
        scene.doc("P").comesTo("100.00", "0.00").tax(5, "100.00", "21.00").tax(5, "100.00", "-21.00").put();
        scene.doc("X").currency("USD").comesTo("100.00", "5.00").tax(5, "100.00", "5.00").put();
        scene.doc("R").comesTo("100.00", "5.00").tax(5, "100.00", "21.00").rounding("-16.00", new Ref(5, "VAT"))
                .put();
        scene.doc("D").state(MoveState.DRAFT).comesTo("100.00", "5.00").tax(5, "100.00", "5.00").put();

        assertThat(taxes()).isEmpty();
    }

    private void inForints(String base, String tax, String... lines) {
        Scene.Doc doc = scene.doc("H").books("HUF").comesTo(base, tax);
        for (String line : lines) {
            doc.line(LineKind.PRODUCT, line);
        }
        doc.tax(5, base, tax).put();
    }

    /** Odoo rounds forints to whole ones, and ISO has two decimals for them. */
    @Test
    void theSmallestUnitOfACurrencyIsTheFinestThatTheBooksUse() {
        for (int i = 1; i <= 20; i++) {
            inForints(100 * i + "", 27 * i + "", 100 * i + "");
        }
        inForints("1234", "333", "1234");
        inForints("3000", "810", "1001", "1001", "1000");

        assertThat(taxes()).isEmpty();
        assertThat(totals()).isEmpty();
        inForints("1234", "339", "1234");
        inForints("3000", "810", "1001", "1001", "1002");
        assertThat(taxes()).singleElement().asString().contains("339");
        assertThat(totals()).singleElement().asString().contains("3,004");
    }

    /** The other way round: Odoo can be told to keep two decimals of yen. */
    @Test
    void decimalsThatIsoDoesNotKnowCountAsWell() {
        for (int i = 1; i <= 20; i++) {
            scene.doc("J").books("JPY").comesTo(100 * i + ".50", 10 * i + ".05").tax(5, 100 * i + ".50", 10 * i + ".05")
                    .put();
        }
        scene.doc("J").books("JPY").comesTo("200.10", "20.51").line(LineKind.PRODUCT, "200.10")
                .tax(5, "200.10", "20.51").put();

        assertThat(taxes()).singleElement().asString().contains("20.01").contains("20.51");
    }

    @Test
    void fewAmountsWithoutDecimalsTellNothingOfACurrency() {
        scene.doc("A1").comesTo("100", "0").line(LineKind.PRODUCT, "100").put();
        scene.doc("A2").comesTo("1000", "0").line(LineKind.PRODUCT, "1001").put();

        assertThat(totals()).singleElement().asString().contains("1,001.00");
    }
}
