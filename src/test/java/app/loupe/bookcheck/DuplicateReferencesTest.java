package app.loupe.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.bookcheck.Scene.Doc;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateReferencesTest {
    private final Scene scene = new Scene();

    private Doc bill(String ref) {
        return scene.doc("BILL").type(MoveType.VENDOR_BILL).ref(ref);
    }

    private List<String> said() {
        return scene.said(FindingKind.DUPLICATE_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RE-2026/17", "re-2026/17", "RE 2026 17", "RE2026.17", " ré-2026/17 "})
    void oneReferenceInTwoSpellingsIsTold(String other) {
        bill("RE-2026/17").put();
        bill(other).put();

        assertThat(said()).containsExactly(
                "Deco Addict has 2 bills with the reference RE-2026/17 and the same total: €100.00, €100.00.");
        assertThat(scene.found(FindingKind.DUPLICATE_REFERENCE).getFirst().weight()).isEqualTo(Weight.HIGH);
    }

    @Test
    void otherTotalsAreTold() {
        bill("A1").put();
        bill("A1").comesTo("90.00", "0").put();

        assertThat(said()).singleElement().asString().endsWith("the totals differ: €100.00, €90.00.");
        assertThat(scene.found(FindingKind.DUPLICATE_REFERENCE).getFirst().weight()).isEqualTo(Weight.MEDIUM);
    }

    @Test
    void aDraftCounts() {
        bill("A1").put();
        bill("A1").state(MoveState.DRAFT).put();

        assertThat(said()).hasSize(1);
    }

    @Test
    void whatIsNoSecondBillIsNotTold() {
        bill("A1").put();
        bill("A1").partner(8, "Ready Mat").put();
        bill("A1").company(2).put();
        bill("A1").type(MoveType.VENDOR_REFUND).put();
        bill("A1").type(MoveType.CUSTOMER_INVOICE).put();
        bill("A1").state(MoveState.CANCELLED).put();
        bill("A1").payment(PaymentState.REVERSED).put();
        bill("A1").presence(Presence.REMOVED_IN_ODOO).put();
        bill("A11").put();
        bill("").put();
        bill("").put();
        bill("Rent").put();
        bill("Rent").put();

        assertThat(said()).isEmpty();
    }

    @Test
    void twoRefundsWithOneReferenceAreTold() {
        bill("A1").type(MoveType.VENDOR_REFUND).put();
        bill("A1").type(MoveType.VENDOR_REFUND).put();

        assertThat(said()).hasSize(1);
    }

    @Test
    void aContractNumberOnTheBillsOfThreeMonthsIsNoReferenceOfABill() {
        bill("K-77").on("2026-07-01").put();
        bill("K-77").on("2026-08-01").put();
        bill("K-77").on("2026-09-01").put();

        assertThat(said()).isEmpty();
        bill("K-77").on("2026-09-02").put();
        assertThat(said()).hasSize(1);
    }

    /** Many vendors begin with 1 every year. */
    @ParameterizedTest
    @CsvSource({"2025-03-10, 2026-03-12, 0", "2024-03-10, 2026-03-12, 0", "2025-12-01, 2026-09-01, 0",
        "2025-12-02, 2026-09-01, 1", "2025-11-10, 2026-02-01, 1", "2026-01-02, 2026-12-20, 1",
        "2026-03-10, 2026-03-10, 1"})
    void billsOfTwoYearsAreHeldAgainstEachOtherOnlyWhenTheyLieCloseTogether(String one, String other, int told) {
        bill("12").on(one).put();
        bill("12").on(other).put();

        assertThat(said()).hasSize(told);
    }

    /** A year is easily mistyped, and a longer reference is no number that begins with 1 again. */
    @ParameterizedTest
    @CsvSource({"INV-88213, 100.00, 1", "RE-2026/17, 100.00, 1", "2026-0017, 100.00, 1", "INV-88213, 90.00, 0",
        "RE-2026/17, 90.00, 0", "R-17, 100.00, 0", "1234, 100.00, 0", "12345, 100.00, 1", "ABCDEFG-17, 100.00, 0"})
    void aLongReferenceWithTheSameTotalIsOneBillWhateverTheDates(String reference, String total, int told) {
        bill(reference).on("2024-11-10").put();
        bill(reference).on("2026-11-10").comesTo(total, "0").put();

        assertThat(said()).hasSize(told);
    }

    @Test
    void anotherTotalBetweenThemHidesNone() {
        bill("INV-88213").on("2022-11-10").put();
        bill("INV-88213").on("2024-11-10").comesTo("90.00", "0").put();
        bill("INV-88213").on("2026-11-10").put();
        bill("INV-88213").on("2026-11-12").put();

        assertThat(said()).containsExactly("Deco Addict has 3 bills with the reference INV-88213 and the same total: "
                + "€100.00, €100.00, €100.00.");
    }

    @Test
    void oneThatIsEnteredTwiceIsToldWithoutThatOfTheYearBefore() {
        bill("12").on("2025-03-10").put();
        bill("12").on("2026-03-10").comesTo("80.00", "0").put();
        bill("12").on("2026-03-10").comesTo("80.00", "0").put();
        bill("12").on("2025-03-10").put();

        assertThat(said()).containsExactlyInAnyOrder(
                "Deco Addict has 2 bills with the reference 12 and the same total: €100.00, €100.00.",
                "Deco Addict has 2 bills with the reference 12 and the same total: €80.00, €80.00.");
    }

    @Test
    void aDraftWithoutADateIsHeldAgainstTheNewest() {
        bill("12").on("2025-03-10").comesTo("70.00", "0").put();
        bill("12").on("2026-03-10").put();
        bill("12").state(MoveState.DRAFT).undated().put();

        assertThat(said()).containsExactly(
                "Deco Addict has 2 bills with the reference 12 and the same total: €100.00, €100.00.");
    }

    @Test
    void aThirdBillIsAnotherFinding() {
        bill("A1").put();
        bill("A1").put();
        String key = scene.found(FindingKind.DUPLICATE_REFERENCE).getFirst().key();
        bill("A1").put();

        assertThat(scene.found(FindingKind.DUPLICATE_REFERENCE)).singleElement()
                .satisfies(finding -> assertThat(finding.key()).isNotEqualTo(key));
    }
}
