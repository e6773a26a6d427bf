package app.loupe.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.LineKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Books whose amounts are round, and taxes that a rate cannot be told of. */
class RoundBooksTest {
    private final Scene scene = new Scene();

    private void taxed(String day, String base, String tax) {
        scene.doc("T").on(day).comesTo(base, tax).line(LineKind.PRODUCT, base).tax(5, base, tax).put();
    }

    private List<String> taxes() {
        return scene.said(FindingKind.TAX_AND_RATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14, 60})
    void roundAmountsDoNotHideAFault(int documents) {
        for (int i = 0; i < documents; i++) {
            taxed("2026-09-01", "100", "20");
        }
        taxed("2026-09-01", "100", "18");
        scene.doc("L").comesTo("101", "0").line(LineKind.PRODUCT, "100").put();

        assertThat(taxes()).singleElement().asString().contains("18.00");
        assertThat(scene.said(FindingKind.LINES_AND_TOTAL))
                .containsExactly("The lines come to €100.00, and the untaxed amount is €101.00.");
    }

    @Test
    void aFixedAmountThatStandsOnOneBaseOnlyIsNoRate() {
        for (int i = 0; i < 30; i++) {
            taxed("2026-09-01", "100.00", "5.00");
        }
        taxed("2026-09-01", "50.00", "5.00");
        // two pieces of something cheap
        taxed("2026-09-01", "30.00", "10.00");

        assertThat(taxes()).isEmpty();
    }

    private void taxed(int times, String base, String tax) {
        for (int i = 0; i < times; i++) {
            taxed("2026-09-01", base, tax);
        }
    }

    @Test
    void aMistypedTaxOnAnotherBaseIsToldThoughAllOthersHaveOneAmount() {
        taxed(10, "100.00", "20.00");
        taxed(1, "200.00", "38.00");

        assertThat(taxes()).containsExactly(
                "VAT is 20 % on other documents; on €200.00 that would be €40.00, but €38.00 is booked.");
    }

    @Test
    void twoPiecesInOneDocumentMakeNoRateOfAFixedAmount() {
        taxed(10, "100.00", "5.00");
        taxed(1, "200.00", "10.00");
        taxed(1, "50.00", "5.00");

        assertThat(taxes()).isEmpty();
    }

    @Test
    void anAmountThatIsNoMultipleProvesTheRate() {
        taxed(10, "100.00", "5.00");
        taxed(1, "270.00", "13.50");
        taxed(1, "50.00", "5.00");

        assertThat(taxes()).singleElement().asString().contains("2.50");
    }

    @Test
    void aTaxOfNothingHasNoMultiples() {
        taxed(20, "100.00", "0.00");
        taxed(1, "50.00", "5.00");

        assertThat(taxes()).singleElement().asString().contains("5.00 is booked");
    }

    @Test
    void aTaxThatIsMissingIsNoMultiple() {
        taxed(20, "100.00", "20.00");
        taxed(1, "50.00", "0.00");

        assertThat(taxes()).singleElement().asString().contains("0.00 is booked");
    }

    @Test
    void onTheOneBaseAnotherAmountIsTold() {
        for (int i = 0; i < 30; i++) {
            taxed("2026-09-01", "100.00", "5.00");
        }
        taxed("2026-09-01", "100.00", "4.50");

        assertThat(taxes()).singleElement().asString().contains("4.50");
    }

    /** Forty documents of 19 per cent after the change, and those before it. */
    private void changed(String old, String... oldTaxes) {
        for (int i = 1; i <= 40; i++) {
            taxed("2026-08-15", 100 * i + ".00", 19 * i + ".00");
        }
        for (int i = 0; i < oldTaxes.length; i++) {
            taxed(old, 1000 * (i + 1) + ".00", oldTaxes[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-10-01"})
    void aRateThatWasChangedIsOneFindingThatMattersLittle(String day) {
        changed(day, "160.00", "320.00", "480.00", "640.00");

        assertThat(scene.found(FindingKind.TAX_AND_RATE)).singleElement()
                .satisfies(one -> {
                    assertThat(one.weight()).isEqualTo(Weight.LOW);
                    assertThat(one.documents()).hasSize(4);
                });
        assertThat(taxes())
                .containsExactly("VAT is 19 % on other documents and 16 % on 4 of another time: its rate seems"
                        + " to have changed.");
    }

    @Test
    void taxesThatOnlyLookLikeAnotherRateAreTold() {
        changed("2026-06-30", "160.00", "320.00", "470.00");
        assertThat(scene.found(FindingKind.TAX_AND_RATE)).hasSize(3)
                .allSatisfy(one -> assertThat(one.weight()).isEqualTo(Weight.HIGH));
    }

    @Test
    void twoAreNoChangeOfARate() {
        changed("2026-06-30", "160.00", "320.00");

        assertThat(scene.found(FindingKind.TAX_AND_RATE)).hasSize(2);
    }

    @Test
    void theSameFaultAmongTheOthersIsNoChangeOfARate() {
        changed("2026-06-30", "160.00", "320.00", "480.00");
        taxed("2026-06-01", "700.00", "133.00");
        taxed("2026-09-01", "400.00", "64.00");

        assertThat(scene.found(FindingKind.TAX_AND_RATE)).hasSize(4);
    }
}
