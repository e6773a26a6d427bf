package app.loupe.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.text.Texts;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates, payments, credit notes and partners. */
class OtherChecksTest {
    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({"2026-09-10, 2026-09-09, 2026-09-10, 'It is due on 9 Sep 2026, before its invoice date 10 Sep 2026.'",
        "2026-11-25, 2026-12-25, 2026-11-25, 'Its invoice date 25 Nov 2026 is still to come.'",
        "2026-01-10, 2026-01-10, 2026-09-30, "
                + "'Its invoice date is 10 Jan 2026, and its accounting date 30 Sep 2026.'",
        "2062-09-10, 2062-10-10, 2062-09-10, "
                + "'Its invoice date 10 Sep 2062 looks like the wrong year; its accounting date is 10 Sep 2062.'",
        "0026-09-10, 2026-10-10, 2026-09-10, "
                + "'Its invoice date 10 Sep 0026 looks like the wrong year; its accounting date is 10 Sep 2026.'",
        "2025-09-10, 2025-10-10, 2026-09-10, "
                + "'Its invoice date 10 Sep 2025 looks like the wrong year; its accounting date is 10 Sep 2026.'",
        "2026-09-10, 2062-10-10, 2026-09-10, "
                + "'Its due date 10 Oct 2062 looks like the wrong year; its invoice date is 10 Sep 2026.'",
        "2026-01-10, 2025-01-10, 2026-01-10, "
                + "'Its due date 10 Jan 2025 looks like the wrong year; its invoice date is 10 Jan 2026.'"})
    void aDayThatIsHardlyMeantIsTold(String date, String due, String accounting, String said) {
        scene.doc("A1").on(date).due(due).booked(accounting).put();

        assertThat(scene.said(FindingKind.ODD_DATE)).containsExactly(said);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-10, 2026-09-10, 2026-09-10", "2026-11-24, 2026-11-24, 2026-11-24",
        "2026-01-10, 2030-01-10, 2026-01-10", "2026-03-31, 2026-04-30, 2026-09-30",
        "2025-12-31, 2026-01-30, 2026-01-31"})
    void anOrdinaryDayIsNot(String date, String due, String accounting) {
        scene.doc("A1").on(date).due(due).booked(accounting).put();
        scene.doc("A2").on("2062-01-01").state(MoveState.DRAFT).put();
        scene.doc("A3").on("2062-01-01").state(MoveState.CANCELLED).put();
        scene.doc("A4").on("2062-01-01").presence(Presence.NO_LONGER_ACCESSIBLE).put();

        assertThat(scene.said(FindingKind.ODD_DATE)).isEmpty();
    }

    /** What the owner knows is kept by its key. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-12-20", "2027-11-24", "2028-03-01"})
    void aDayToComeIsTheSameFindingTomorrowAndUntilItCame(String date) {
        scene.doc("A1").on(date).due(date).booked(date).put();

        assertThat(Stream.of("2026-11-23", "2026-11-24", "2026-12-01")
                .flatMap(day -> scene.check(LocalDate.parse(day)).findings().stream()).map(Finding::key).distinct())
                .hasSize(1);
    }

    private void paidOnce() {
        long invoice = scene.doc("A1").put();
        scene.instalment(invoice, MoveType.CUSTOMER_INVOICE, "100", "0", 1L);
        scene.payment(1, "2026-09-10", "-100", "0", 1L);
    }

    @Test
    void aSecondPaymentOfTheSameAmountThatNothingWaitsForIsTold() {
        paidOnce();
        scene.payment(2, "2026-09-17", "-100.00", "-100.00");

        assertThat(scene.said(FindingKind.PAID_TWICE)).containsExactly("Deco Addict paid €100.00 on 10 Sep 2026, and "
                + "€100.00 again on 17 Sep 2026: payment PAY/2 is not matched with any document, and no open item is that large.");
        assertThat(scene.found(FindingKind.PAID_TWICE).getFirst().documents()).extracting(Finding.Document::number)
                .containsExactly("A1");
    }

    @Test
    void anotherAmountOrWeekAMatchedOneOrOneThatAnInvoiceWaitsForIsNot() {
        paidOnce();
        scene.payment(2, "2026-09-18", "-100", "-100");
        scene.payment(3, "2026-09-11", "-101", "-101");
        scene.payment(4, "2026-09-11", "-100", "0", 7L);
        scene.payment(5, "2026-09-11", "100", "100");
        assertThat(scene.said(FindingKind.PAID_TWICE)).isEmpty();
    }

    @Test
    void aPaymentThatAnOpenInvoiceWaitsForIsOnlyNotMatchedYet() {
        paidOnce();
        scene.payment(2, "2026-09-11", "-100", "-100");
        scene.instalment(scene.doc("A2").put(), MoveType.CUSTOMER_INVOICE, "150", "150");

        assertThat(scene.said(FindingKind.PAID_TWICE)).isEmpty();
    }

    @Test
    void twoPaymentsInAdvanceAreNoSecondOne() {
        scene.payment(1, "2026-09-10", "-100", "-100");
        scene.payment(2, "2026-09-11", "-100", "-100");

        assertThat(scene.said(FindingKind.PAID_TWICE)).isEmpty();
    }

    @Test
    void moreThanADocumentAsksForIsTold() {
        scene.instalment(scene.doc("A1").put(), MoveType.CUSTOMER_INVOICE, "100", "-20", 1L);
        scene.instalment(scene.doc("A2").type(MoveType.CREDIT_NOTE).reverses(1).put(), MoveType.CREDIT_NOTE, "-100",
                "-100");

        assertThat(scene.said(FindingKind.PAID_TWICE))
                .containsExactly("€20.00 more was paid than the document asks for (Deco Addict).");
    }

    private long credit() {
        return scene.doc("R1").type(MoveType.CREDIT_NOTE).put();
    }

    @Test
    void aCreditNoteThatBelongsToNoInvoiceIsTold() {
        scene.instalment(credit(), MoveType.CREDIT_NOTE, "-100", "-100");

        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE))
                .containsExactly("€100.00 for Deco Addict reverses no invoice and was matched with none.");
    }

    @Test
    void oneThatWasPaidOutIsToldAndOneThatWasMatchedWithAnInvoiceIsNot() {
        scene.instalment(credit(), MoveType.CREDIT_NOTE, "-100", "0", 1L);
        scene.payment(1, "2026-09-10", "100", "0", 1L);
        scene.instalment(credit(), MoveType.CREDIT_NOTE, "-100", "0", 2L);
        scene.instalment(scene.doc("A1").put(), MoveType.CUSTOMER_INVOICE, "100", "0", 2L);

        assertThat(scene.found(FindingKind.CREDIT_WITHOUT_INVOICE)).singleElement()
                .satisfies(finding -> assertThat(finding.keys()).extracting(key -> key.id()).containsExactly(1L));
    }

    @Test
    void aVendorRefundThatBelongsToNoBillIsTold() {
        scene.instalment(scene.doc("RBILL/1").on("2026-08-25").type(MoveType.VENDOR_REFUND).put(),
                MoveType.VENDOR_REFUND, "100", "100");

        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE))
                .containsExactly("€100.00 from Deco Addict reverses no bill and was matched with nothing.");
        assertThat(scene.found(FindingKind.CREDIT_WITHOUT_INVOICE)).singleElement().satisfies(
                finding -> assertThat(new FindingWords(new Texts(Locale.ENGLISH), ZoneOffset.UTC).advice(finding))
                        .contains("what you owe"));
    }

    /** It waits for the next bill: the day of the check is 23 November. */
    @Test
    void aYoungVendorRefundIsNot() {
        scene.instalment(scene.doc("RBILL/1").on("2026-08-26").type(MoveType.VENDOR_REFUND).put(),
                MoveType.VENDOR_REFUND, "100", "100");

        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE)).isEmpty();
    }

    @Test
    void aVendorRefundThatReversesABillOrWasUsedOrPaidBackIsNot() {
        scene.doc("RBILL/1").on("2026-01-05").type(MoveType.VENDOR_REFUND).reverses(9).put();
        scene.instalment(scene.doc("RBILL/2").on("2026-01-05").type(MoveType.VENDOR_REFUND).put(),
                MoveType.VENDOR_REFUND, "100", "0",
                1L);
        scene.payment(1, "2026-09-10", "-100", "0", 1L);
        scene.instalment(scene.doc("RBILL/3").on("2026-01-05").type(MoveType.VENDOR_REFUND).put(),
                MoveType.VENDOR_REFUND, "100", "0",
                2L);
        scene.instalment(scene.doc("BILL/1").type(MoveType.VENDOR_BILL).put(), MoveType.VENDOR_BILL, "-100", "0", 2L);

        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE)).isEmpty();
    }

    private Scene.Doc waiting(PaymentState state) {
        return scene.doc("RBILL/1").on("2026-01-05").type(MoveType.VENDOR_REFUND).payment(state);
    }

    /** Odoo 18 and later leave all of it open, and reconcile nothing, where the payment has no entry. */
    @ParameterizedTest
    @EnumSource(names = {"PAID", "IN_PAYMENT", "PARTIAL", "REVERSED", "LEGACY"})
    void aVendorRefundThatWasPaidBackWithoutAnEntryIsNot(PaymentState state) {
        scene.instalment(waiting(state).put(), MoveType.VENDOR_REFUND, "100", "100");

        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE)).isEmpty();
    }

    @Test
    void aVendorRefundOfWhichNothingIsOpenIsNotAndOneThatIsBlockedIsTold() {
        scene.instalment(waiting(PaymentState.NOT_PAID).open("0").put(), MoveType.VENDOR_REFUND, "100", "0");
        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE)).isEmpty();

        scene.instalment(waiting(PaymentState.BLOCKED).put(), MoveType.VENDOR_REFUND, "100", "100");
        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE)).hasSize(1);
    }

    @Test
    void oneThatReversesOneThatIsNotPostedAndOneWhoseOtherSideIsNotHereAreNot() {
        scene.doc("R1").type(MoveType.CREDIT_NOTE).reverses(9).put();
        scene.doc("R2").type(MoveType.CREDIT_NOTE).state(MoveState.DRAFT).put();
        scene.doc("R3").type(MoveType.CREDIT_NOTE).presence(Presence.REMOVED_IN_ODOO).put();
        scene.doc("R4").type(MoveType.CREDIT_NOTE).comesTo("0", "0").put();
        scene.instalment(credit(), MoveType.CREDIT_NOTE, "-100", "0", 5L);

        assertThat(scene.said(FindingKind.CREDIT_WITHOUT_INVOICE)).isEmpty();
    }

    private void partner(long id, String name, String vat) {
        scene.reader.putVat(scene.doc("A" + id).partner(id, name).put(), vat);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, Draft", "CANCELLED, Cancelled"})
    void aDocumentWithoutANumberIsCalledByItsState(MoveState state, String called) {
        scene.reader.putVat(scene.doc("A1").partner(7, "Deco Addict").put(), "BE0477472701");
        scene.reader.putVat(scene.doc("/").state(state).partner(8, "Deco Addict SA").put(), "BE0477472701");

        assertThat(scene.found(FindingKind.PARTNER_TWICE)).singleElement()
                .extracting(new FindingWords(new Texts(Locale.ENGLISH), ZoneOffset.UTC)::documents)
                .isEqualTo("A1, " + called);
    }

    @ParameterizedTest
    @CsvSource({"BE0477472701, be 0477.472.701", "EL123456789, GR 123456789", "ESX1234567X, ES-X1234567-x"})
    void twoPartnersWithOneVatNumberAreTold(String one, String other) {
        partner(7, "Deco Addict", one);
        partner(8, "Deco Addict SA", other);
        partner(8, "Deco Addict SA", other);

        assertThat(scene.said(FindingKind.PARTNER_TWICE)).singleElement().asString()
                .endsWith("is the VAT number of Deco Addict, Deco Addict SA.");
        assertThat(scene.found(FindingKind.PARTNER_TWICE).getFirst().documents()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"BE0477472701, BE0477472702", "n/a, n/a", "00000000, 00000000", "BE0000000, BE0000000", "1234, 1234",
        "'', ''", "EU123, EU123"})
    void otherNumbersAndTextsThatAreNoneAreNot(String one, String other) {
        partner(7, "Deco Addict", one);
        partner(8, "Deco Addict SA", other);
        partner(9, "Alone", "FR12345678901");
        partner(9, "Alone", "FR12345678901");

        assertThat(scene.said(FindingKind.PARTNER_TWICE)).isEmpty();
    }

    @Test
    void countsWhatItLookedAtAndStopsWhenItIsTold() {
        scene.numbers("A1", "A2");
        var cancel = new CancelToken();
        cancel.cancel();

        assertThat(scene.check().invoices()).isEqualTo(2);
        assertThatThrownBy(() -> BookCheck.of(scene.reader, new ConnectionProfile(Scene.ID,
                ConnectionProfile.Kind.ODOO, "Acme", null, null, "19.0", Instant.EPOCH), Scene.TODAY,
                (count, of) -> {}, cancel)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyIsNeverLongerThanWhatIsKept() {
        for (int i = 0; i < 60; i++) {
            scene.doc("BILL").type(MoveType.VENDOR_BILL).ref("A1").put();
        }
        List<Finding> found = scene.found(FindingKind.DUPLICATE_REFERENCE);

        assertThat(found).singleElement().satisfies(finding -> assertThat(finding.key()).hasSizeLessThanOrEqualTo(200)
                .startsWith("duplicate-reference:"));
    }
}
