package app.loupe.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberGapsTest {
    private final Scene scene = new Scene();

    private List<String> said() {
        return scene.said(FindingKind.NUMBER_GAP);
    }

    @ParameterizedTest
    @CsvSource({"INV/2026/00001, INV/2026/00003, INV/2026/00002",
        "BILL/2026/09/0003, BILL/2026/09/0005, BILL/2026/09/0004",
        "00017, 00019, 00018", "17, 19, 18", "2026-001, 2026-003, 2026-002", "INV00009, INV00011, INV00010",
        "F-0099/A, F-0101/A, F-0100/A", "00017/2026, 00019/2026, 00018/2026", "7/09/2026, 9/09/2026, ",
        "26/0007, 26/0009, 26/0008"})
    void aNumberThatIsLeftOutIsNamedAsItWouldBeWritten(String before, String after, String missing) {
        scene.numbers(before, after);

        if (missing == null) {
            assertThat(said()).isEmpty();
        } else {
            assertThat(said()).containsExactly(missing + " is missing between " + before + " and " + after + ".");
        }
    }

    @ParameterizedTest
    @CsvSource({"INV/2025/00009, INV/2026/00001", "BILL/2026/08/0009, BILL/2026/09/0002", "2025-009, 2026-002",
        "INV/2026/00001, RINV/2026/00003", "00017/2025, 00019/2026", "INV/2026/00099, INV/2026/00100"})
    void aSeriesThatBeginsAnewOrAnotherOneLeavesNothingOut(String before, String after) {
        scene.numbers(before, after);

        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAC2-%d", "CI01/%d", "A1 %d"})
    void aCountThatPassesTheYearsLeavesNothingOut(String form) {
        IntStream.rangeClosed(2020, 2030).mapToObj(form::formatted).forEach(scene::numbers);

        assertThat(said()).isEmpty();
    }

    @Test
    void aCountThatPassesTheYearsLacksWhatIsNotThere() {
        scene.numbers("FAC2-2023", "FAC2-2024", "FAC2-2025");
        scene.entry("FAC2-2027");
        scene.numbers("FAC2-2028", "FAC2-2029");

        assertThat(said()).containsExactly("FAC2-2026 is missing between FAC2-2025 and FAC2-2027.");
    }

    @Test
    void severalInARowAreOneFindingWithBothNeighbours() {
        scene.numbers("INV/2026/00001", "INV/2026/00002", "INV/2026/00006");

        assertThat(said()).containsExactly("3 numbers are missing: INV/2026/00003 to INV/2026/00005.");
        assertThat(scene.found(FindingKind.NUMBER_GAP).getFirst().documents()).extracting(Finding.Document::number)
                .containsExactly("INV/2026/00002", "INV/2026/00006");
    }

    @Test
    void everyDocumentThatIsKnownFillsItsNumber() {
        scene.numbers("INV/2026/00001");
        scene.doc("INV/2026/00002").state(MoveState.CANCELLED).put();
        scene.doc("INV/2026/00003").presence(Presence.REMOVED_IN_ODOO).put();
        scene.doc("INV/2026/00004").state(MoveState.DRAFT).put();
        scene.doc("INV/2026/00005").type(MoveType.CREDIT_NOTE).put();
        scene.entry("INV/2026/00006");
        scene.numbers("INV/2026/00007");
        scene.doc("/").state(MoveState.DRAFT).put();
        scene.doc("").state(MoveState.DRAFT).put();

        assertThat(said()).isEmpty();
    }

    /** Odoo 17 and later: a branch has no journals of its own, and Odoo counts by journal. */
    @Test
    void aBranchTakesItsNumbersInItsParentsJournal() {
        scene.numbers("INV/2026/00001");
        scene.doc("INV/2026/00002").company(2).put();
        scene.numbers("INV/2026/00003");
        scene.entry(2, "INV/2026/00004");
        scene.numbers("INV/2026/00005");
        scene.doc("INV/2026/00007").company(2).put();

        assertThat(said()).containsExactly("INV/2026/00006 is missing between INV/2026/00005 and INV/2026/00007.");
    }

    @Test
    void aParentAndABranchThatAlternateHideNoGap() {
        for (int i = 1; i <= 20; i++) {
            if (i != 10) {
                scene.doc("INV/2026/000%02d".formatted(i)).company(1 + i % 2).put();
            }
        }

        assertThat(said()).containsExactly("INV/2026/00010 is missing between INV/2026/00009 and INV/2026/00011.");
    }

    @Test
    void aBranchBeginsNoSeriesAnew() {
        scene.doc("INV/2025/0001").on("2025-12-30").put();
        scene.doc("INV/2026/0001").on("2026-01-02").put();
        scene.doc("INV/2026/0002").on("2026-01-05").company(2).put();

        assertThat(said()).isEmpty();
    }

    @Test
    void theEntryOfACompanyFillsNoNumberOfAnother() {
        scene.numbers("INV/2026/00001");
        scene.entry(2, "INV/2026/00002");
        scene.numbers("INV/2026/00003");

        assertThat(said()).containsExactly("INV/2026/00002 is missing between INV/2026/00001 and INV/2026/00003.");
    }

    @Test
    void companiesAndJournalsCountForThemselves() {
        scene.numbers("INV/2026/00001");
        scene.doc("INV/2026/00002").company(2).journal(5).put();
        scene.doc("INV/2026/00002").journal(4).put();
        scene.numbers("INV/2026/00003");

        assertThat(said()).containsExactly("INV/2026/00002 is missing between INV/2026/00001 and INV/2026/00003.");
    }

    @Test
    void creditNotesWithTheirOwnSeriesHaveTheirOwnGaps() {
        scene.numbers("INV/2026/00001", "INV/2026/00002");
        scene.doc("RINV/2026/00001").type(MoveType.CREDIT_NOTE).put();
        scene.doc("RINV/2026/00003").type(MoveType.CREDIT_NOTE).put();

        assertThat(said()).containsExactly("RINV/2026/00002 is missing between RINV/2026/00001 and RINV/2026/00003.");
    }

    /** Where an earlier year began with 1, the next one is meant to. */
    @ParameterizedTest
    @CsvSource({"INV/2025/0001, INV/2026/0002, INV/2026/0001", "2025-001, 2026-002, 2026-001",
        "0001/2025, 0002/2026, 0001/2026", "BILL/2025/12/0001, BILL/2026/01/0002, BILL/2026/01/0001"})
    void aSeriesThatBeginsAnewLacksItsFirstNumber(String before, String after, String missing) {
        scene.doc(before).on("2025-12-30").put();
        scene.doc(before.replace("01", "02")).on("2025-12-31").put();
        scene.doc(after).on("2026-01-05").put();

        assertThat(said()).containsExactly(missing + " is missing: the series begins with " + after + ".");
        assertThat(scene.found(FindingKind.NUMBER_GAP).getFirst().weight()).isEqualTo(Weight.LOW);
    }

    private void year(int year, int from, int to) {
        for (int i = from; i <= to; i++) {
            scene.doc("INV/%d/%04d".formatted(year, i)).on(year + "-03-01").put();
        }
    }

    /** As those of Odoo 13 and before that have no ranges of dates. */
    @Test
    void aCountThatGoesOnOverTheYearsLacksNoFirstNumbers() {
        year(2019, 1, 50);
        year(2020, 51, 120);
        year(2021, 121, 260);

        assertThat(said()).isEmpty();
    }

    @Test
    void norDoesOneThatLostItsLastNumbersOrHadALatecomer() {
        year(2019, 1, 48);
        year(2020, 51, 120);
        scene.doc("INV/2020/0122").on("2020-12-31").put();
        year(2021, 121, 121);
        year(2021, 123, 260);

        assertThat(said()).containsExactlyInAnyOrder(
                "INV/2020/0121 is missing between INV/2020/0120 and INV/2020/0122.",
                "INV/2021/0122 is missing between INV/2021/0121 and INV/2021/0123.");
    }

    @Test
    void aYearThatBeganAnewOnceDoesNotHideTheNextOnesFirstNumbers() {
        year(2019, 1, 50);
        year(2020, 51, 120);
        year(2021, 1, 60);
        year(2022, 3, 60);

        assertThat(said()).containsExactly("2 numbers are missing: INV/2022/0001 to INV/2022/0002.");
    }

    @Test
    void aYearThatJumpsLacksNoFirstNumberEither() {
        year(2025, 1, 4);
        for (int i : new int[] {3, 7, 11, 19, 25, 31, 44}) {
            year(2026, i, i);
        }

        assertThat(said()).isEmpty();
    }

    @Test
    void severalFirstNumbersAreOneFinding() {
        for (int i = 1; i <= 5; i++) {
            scene.doc("INV/2025/000" + i).on("2025-12-30").put();
        }
        for (int i = 3; i <= 9; i++) {
            scene.doc("INV/2026/000" + i).on("2026-02-0" + i).put();
        }

        assertThat(said()).containsExactly("2 numbers are missing: INV/2026/0001 to INV/2026/0002.");
    }

    @ParameterizedTest
    @CsvSource({
        // the later one was begun by hand; the first one of all; no year; another series; the count goes on
        "INV/2025/0001 INV/2025/0002, INV/2026/0100", "INV/2025/0002 INV/2025/0003, INV/2026/0002",
        "A25/0001 A25/0002, A26/0002", "INV/2025/0001 INV/2025/0002, RINV/2026/0002",
        "INV/2025/0001 INV/2025/0002, INV/2026/0003 INV/2026/0004"})
    void whereASeriesNeedNotBeginWithOneNothingIsMissing(String before, String after) {
        for (String number : before.split(" ", -1)) {
            scene.doc(number).on("2025-12-30").put();
        }
        for (String number : after.split(" ", -1)) {
            scene.doc(number).on("2026-01-05").put();
        }

        assertThat(said()).isEmpty();
    }

    @Test
    void theFirstNumberOfACopyThatIsLimitedByDateMayLieBeforeIt() {
        scene.since = LocalDate.of(2025, 12, 20);
        scene.doc("INV/2025/0001").on("2025-12-30").put();
        scene.doc("INV/2025/0002").on("2025-12-30").put();
        scene.doc("INV/2026/0002").on("2026-01-05").put();

        assertThat(said()).isEmpty();
    }

    @Test
    void aSeriesMayBeginWithAnyNumber() {
        scene.numbers("INV/2026/00057", "INV/2026/00058");

        assertThat(said()).isEmpty();
    }

    @Test
    void theFirstMonthOfACopyThatIsLimitedByDateIsNotSure() {
        scene.since = LocalDate.of(2026, 1, 1);
        scene.doc("00016").on("2026-01-01").put();
        scene.doc("00018").on("2026-02-10").put();
        scene.doc("00020").on("2026-02-11").put();

        assertThat(said()).containsExactly("00019 is missing between 00018 and 00020.");
    }

    @Test
    void aCopyThatWasNeverCompleteTellsNoGap() {
        scene.synced = null;
        scene.numbers("INV/2026/00001", "INV/2026/00003");

        assertThat(said()).isEmpty();
    }

    @Test
    void aSeriesThatMostlyJumpsWasNeverMeantToRun() {
        scene.numbers("A100", "A205", "A317", "A411", "A590", "A600");

        assertThat(said()).isEmpty();
    }

    @Test
    void threeJumpsInAShortSeriesAreTold() {
        scene.numbers("A1", "A3", "A5", "A7");

        assertThat(said()).hasSize(3);
    }

    @Test
    void aNumberOfMoreFiguresThanAnythingCountsIsNoSeries() {
        scene.numbers("9999999999999999999991", "9999999999999999999993");

        assertThat(said()).isEmpty();
    }

    @Test
    void theKeyStaysWhenADocumentElsewhereComes() {
        scene.numbers("INV/2026/00001", "INV/2026/00003");
        String key = scene.found(FindingKind.NUMBER_GAP).getFirst().key();
        scene.numbers("INV/2026/00004", "INV/2026/00008");

        assertThat(scene.found(FindingKind.NUMBER_GAP)).extracting(Finding::key).hasSize(2).contains(key);
    }

    /** Each number a series of its own; each held against all others they take hours. */
    @Test
    void asManySeriesAsDocumentsAreLookedThroughOnce() {
        scene.doc("A0/2025/1").on("2025-12-30").put();
        for (int i = 1; i <= 50_000; i++) {
            scene.doc("A" + i + "/2026/2").on("2026-01-05").put();
        }

        assertThat(assertTimeoutPreemptively(Duration.ofMinutes(2), this::said)).hasSize(0);
    }

    @Test
    void whoStopsItIsHeardAmongTheSeries() throws ProblemException {
        scene.numbers("INV/2026/00001", "INV/2026/00003");
        var gaps = new NumberGaps(new ConnectionProfile(Scene.ID, ConnectionProfile.Kind.ODOO, "Acme", null, null,
                "19.0", scene.synced));
        scene.reader.each(Scene.ID, true, invoice -> gaps.invoice(invoice, true));
        var cancel = new CancelToken();
        cancel.cancel();

        assertThatThrownBy(() -> gaps.findings(found -> {}, cancel))
                .isInstanceOfSatisfying(ProblemException.class,
                        stopped -> assertThat(stopped.problem().code()).isEqualTo(ProblemCode.CANCELLED));
    }
}
