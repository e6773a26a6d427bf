package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SourceBusyException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncProgress.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyncEngineTest {
    private final Scene scene = new Scene();

    private static ProblemException busy(int seconds) {
        return new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY), Duration.ofSeconds(seconds));
    }

    private static ProblemCode failure(SyncReport report) {
        return ((SyncReport.Failed) report).problem().code();
    }

    @Test
    void readsEverythingTheFirstTime() {
        List<Long> ids = scene.create(2_500);
        scene.books.pay(ids.getFirst(), true);

        SyncCounts counts = scene.runs();

        scene.assertCopyIsRight();
        assertThat(counts).isEqualTo(new SyncCounts(2_500, 0, 0, 0, 0, 1, 5, 5, scene.books.calls()));
    }

    @Test
    void aQuietSecondRunChangesNothingAndAsksLittle() {
        scene.create(2_500);
        scene.books.advance(Duration.ofHours(1));
        scene.books.create(MoveState.POSTED, 7);
        scene.runs();
        int before = scene.books.calls();

        SyncCounts counts = scene.runs();

        assertThat(counts).isEqualTo(new SyncCounts(0, 0, 2_501, 0, 0, 0, 0, 0, scene.books.calls() - before));
        assertThat(counts.requests()).isLessThanOrEqualTo(9);
    }

    @Test
    void readsOnlyWhatChanged() {
        List<Long> ids = scene.create(50);
        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        scene.books.edit(ids.get(7));
        scene.books.pay(ids.get(8), false);
        scene.books.create(MoveState.DRAFT, 9);

        SyncCounts counts = scene.runs();

        scene.assertCopyIsRight();
        assertThat(counts.added()).isEqualTo(1);
        assertThat(counts.changed()).isEqualTo(2);
        assertThat(counts.unchanged()).isEqualTo(48);
    }

    @Test
    void seesASecondWriteWithinTheSecondOfTheFirst() {
        List<Long> ids = scene.create(3);
        scene.runs();
        scene.books.edit(ids.get(1));

        scene.runs();

        scene.assertCopyIsRight();
    }

    @Test
    void seesATransactionThatCommitsLate() {
        List<Long> ids = scene.create(3);
        scene.books.beginEdit(ids.get(2));
        scene.books.advance(Duration.ofMinutes(9));
        scene.books.edit(ids.get(0));
        scene.runs();
        scene.books.commitOldest();

        scene.runs();

        scene.assertCopyIsRight();
    }

    @Test
    void seesLinesThatChangeOrGoWithoutTheirInvoice() {
        long posted = scene.books.create(MoveState.POSTED, 5);
        long draft = scene.books.create(MoveState.DRAFT, 6);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.books.editLine(posted);
        scene.books.deleteLine(draft);

        SyncCounts counts = scene.runs();

        scene.assertCopyIsRight();
        assertThat(counts.changed()).isEqualTo(2);
    }

    @Test
    void aFullRunFindsWhatWasChangedBehindOdoosBack() {
        List<Long> ids = scene.create(3);
        scene.books.advance(Duration.ofDays(1));
        scene.create(1);
        scene.runs();
        scene.books.editBehindItsBack(ids.getFirst());
        assertThat(scene.runs().changed()).isZero();

        SyncReport report = scene.run(SyncMode.FULL);

        assertThat(report.counts().changed()).isEqualTo(1);
        scene.assertCopyIsRight();
    }

    @Test
    void tellsRemovedFromNoLongerAccessibleAndTakesBackWhatReturns() {
        List<Long> ids = scene.create(10);
        scene.runs();
        scene.books.delete(ids.get(1));
        scene.books.forbid(ids.get(2), true);

        SyncCounts counts = scene.runs();

        assertThat(counts.removed()).isEqualTo(1);
        assertThat(counts.inaccessible()).isEqualTo(1);
        assertThat(scene.copy.absent()).containsEntry(ids.get(1), Presence.REMOVED_IN_ODOO).containsEntry(ids.get(2),
                Presence.NO_LONGER_ACCESSIBLE).hasSize(2);
        scene.books.forbid(ids.get(2), false);
        scene.runs();
        scene.assertCopyIsRight();
        assertThat(scene.copy.absent()).containsOnlyKeys(ids.get(1));
    }

    @Test
    void anEmptyListingIsNoDeletion() {
        scene.create(100);
        scene.runs();
        scene.books.listNothing(true);

        SyncCounts counts = scene.runs();

        assertThat(counts.removed()).isZero();
        assertThat(scene.copy.absent()).isEmpty();
        scene.assertCopyIsRight();
    }

    @Test
    void doesNotBelieveThatMostOfTheBooksWereDeleted() {
        List<Long> ids = scene.create(40);
        scene.runs();
        ids.subList(0, 21).forEach(scene.books::delete);
        scene.create(3);

        SyncReport report = scene.run();

        assertThat(failure(report)).isEqualTo(ProblemCode.SERVER_REPLACED);
        assertThat(scene.copy.absent()).isEmpty();
        assertThat(scene.copy.present()).hasSize(40);
    }

    @Test
    void halfOfTheBooksMayGo() {
        List<Long> ids = scene.create(42);
        scene.runs();
        ids.subList(0, 21).forEach(scene.books::delete);

        assertThat(scene.runs().removed()).isEqualTo(21);
    }

    @Test
    void dropsItemsThatAreGoneOrCancelled() {
        List<Long> ids = scene.create(4);
        ids.forEach(id -> scene.books.pay(id, false));
        scene.runs();
        List<Long> items = scene.books.itemIds();
        scene.books.deleteItem(items.get(0));
        scene.books.cancelItem(items.get(1));
        scene.books.forbid(items.get(2), true);

        scene.runs();

        assertThat(scene.copy.items()).containsOnlyKeys(items.get(2), items.get(3));
    }

    @Test
    void namesRecordsThatCannotBeReadAndTriesThemAgain() {
        List<Long> ids = scene.create(5);
        scene.books.breakRecord(ids.get(3), true);

        SyncReport report = scene.run();

        assertThat(((SyncReport.Partial) report).problems()).containsExactly(Problem.of(ProblemCode.RECORD_UNREADABLE,
                "account.move", Long.toString(ids.get(3)), "amount_total"));
        assertThat(report.counts().added()).isEqualTo(4);
        scene.books.breakRecord(ids.get(3), false);
        scene.books.advance(Duration.ofDays(3));
        assertThat(scene.runs().added()).isEqualTo(1);
        scene.assertCopyIsRight();
    }

    @Test
    void triesAgainALineChangeThatCouldNotBeReadAlthoughOthersMovedOn() {
        List<Long> ids = scene.create(5);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.books.editLine(ids.get(3));
        scene.books.breakRecord(ids.get(3), true);
        scene.books.edit(ids.get(0));
        assertThat(scene.run()).isInstanceOf(SyncReport.Partial.class);
        scene.books.breakRecord(ids.get(3), false);
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(ids.get(0));

        scene.runs();

        scene.assertCopyIsRight();
    }

    @Test
    void triesAPartnerAgainThatCouldNotBeRead() {
        List<Long> ids = scene.create(5);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.books.partner(2, "Renamed");
        scene.books.breakRecord(2, true);
        assertThat(scene.run()).isInstanceOf(SyncReport.Partial.class);
        scene.books.breakRecord(2, false);
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(ids.get(0));

        scene.runs();

        scene.assertCopyIsRight();
    }

    @Test
    void asksForLessUntilTheServerCanAnswer() {
        scene.create(700);
        scene.books.busyAbove(60);

        SyncCounts counts = scene.runs();

        scene.assertCopyIsRight();
        assertThat(counts.added()).isEqualTo(700);
        assertThat(scene.pauses).isNotEmpty().allMatch(pause -> pause.compareTo(Duration.ofSeconds(60)) <= 0);
    }

    @Test
    void waitsAsLongAsTheServerAsksButNotLongerThanAMinute() {
        scene.create(3);
        scene.books.failNext(busy(7), busy(3_600));

        scene.runs();

        assertThat(scene.pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(60));
    }

    @Test
    void givesUpOnAServerThatStaysBusyAndGoesOnNextTime() {
        scene.create(2_000);
        scene.runs();
        IntStream.range(0, 3).forEach(i -> scene.books.failNext(busy(1)));

        assertThat(failure(scene.run())).isEqualTo(ProblemCode.SERVER_BUSY);
        scene.runs();
        scene.assertCopyIsRight();
    }

    @Test
    void neverTriesARefusedSignInAgain() {
        scene.books.failNext(ProblemException.of(ProblemCode.SIGN_IN_REFUSED));

        SyncReport report = scene.run();

        assertThat(failure(report)).isEqualTo(ProblemCode.SIGN_IN_REFUSED);
        assertThat(scene.books.calls()).isEqualTo(1);
        assertThat(report.counts().requests()).isEqualTo(1);
    }

    @Test
    void cancelKeepsWhatIsStoredAndTheNextRunGoesOnFromThere() {
        scene.create(3_500);
        var cancel = new CancelToken();
        var calls = new AtomicInteger();
        scene.books.beforeCall(() -> {
            if (calls.incrementAndGet() == 4) {
                cancel.cancel();
            }
        });

        SyncReport report = scene.run(SyncMode.CHANGES, cancel);

        assertThat(report).isInstanceOf(SyncReport.Cancelled.class);
        int kept = scene.copy.present().size();
        assertThat(kept).isPositive().isLessThan(3_500).isEqualTo(report.counts().added());
        scene.books.beforeCall(() -> {});
        assertThat(scene.runs().added()).isEqualTo(3_500 - kept);
        scene.assertCopyIsRight();
    }

    @Test
    void aFirstRunThatBreaksOffStillSeesTheSecondWriteOfASecond() {
        List<Long> ids = scene.create(2_500);
        scene.books.beforeCall(() -> {
            if (scene.copy.present().size() == 1_000) {
                scene.books.failNext(ProblemException.of(ProblemCode.NETWORK_DOWN));
            }
        });
        assertThat(failure(scene.run())).isEqualTo(ProblemCode.NETWORK_DOWN);
        scene.books.beforeCall(() -> {});
        long known = scene.copy.present().keySet().stream().min(Long::compare).orElseThrow();
        scene.books.edit(known);
        scene.books.editLine(known);
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(ids.getLast());

        scene.runs();

        scene.assertCopyIsRight();
    }

    @Test
    void theNewestYearComesFirst() {
        scene.create(3_600);
        var order = new ArrayList<LocalDate>();
        scene.books.beforeCall(() -> {
            if (order.isEmpty() && scene.copy.present().size() == 1_000) {
                scene.copy.present().values().forEach(
                        invoice -> order.add(Objects.requireNonNull(invoice.invoiceDate())));
            }
        });

        scene.runs();

        long recent = scene.books.invoices().values().stream().filter(invoice -> Objects
                .requireNonNull(invoice.invoiceDate()).isAfter(LocalDate.of(2025, 3, 1))).count();
        assertThat(order.stream().filter(date -> date.isAfter(LocalDate.of(2025, 3, 1))).count())
                .isEqualTo(Math.min(recent, 1_000)).isGreaterThan(500);
    }

    @Test
    void oneConnectionNeverRunsTwice() {
        scene.create(1);
        var second = new ArrayList<SyncReport>();
        scene.books.beforeCall(() -> {
            assertThat(scene.engine.isRunning(Scene.ID)).isTrue();
            second.add(scene.engine.run(Scene.ID, SyncMode.FULL, new CancelToken(), progress -> {}));
        });

        scene.runs();

        assertThat(second).isNotEmpty()
                .allSatisfy(report -> assertThat(failure(report)).isEqualTo(ProblemCode.SYNC_ALREADY_RUNNING));
        assertThat(scene.engine.isRunning(Scene.ID)).isFalse();
    }

    @Test
    void writesTheRunAndEachOfItsRequestsIntoTheLog() throws ProblemException {
        scene.create(3);
        scene.clock = scene.clock.plusSeconds(5);

        SyncCounts counts = scene.runs();

        var run = scene.journal.runs(1).getFirst();
        assertThat(run.report()).isEqualTo(new SyncReport.Done(counts));
        assertThat(scene.journal.requests(Scene.ID, run.number())).hasSize(counts.requests());
        assertThat(scene.profiles.profile(Scene.ID).orElseThrow().lastSynced()).isEqualTo(scene.clock);
        assertThat(scene.profiles.profile(Scene.ID).orElseThrow().serverVersion()).isEqualTo("19.0");
    }

    @Test
    void noticesOfTheSourceAreNamed() {
        scene.books.version("18.0", Problem.of(ProblemCode.FIELD_DROPPED, "checked"));

        assertThat(scene.run()).isInstanceOfSatisfying(SyncReport.Partial.class,
                report -> assertThat(report.problems())
                        .containsExactly(Problem.of(ProblemCode.FIELD_DROPPED, "checked")));
    }

    @Test
    void aConnectionThatWasDeletedMeanwhileDoesNotComeBack() throws ProblemException {
        scene.create(1);
        scene.books.beforeCall(() -> scene.profiles.forget(Scene.ID));

        assertThat(failure(scene.run())).isEqualTo(ProblemCode.CONNECTION_UNKNOWN);
        assertThat(scene.profiles.profiles()).isEmpty();
    }

    @Test
    void readsOnlyFromTheDateOnThatTheOwnerChose() {
        scene.create(700);
        scene.since(LocalDate.of(2025, 6, 1));

        scene.runs();

        assertThat(scene.copy.present()).isNotEmpty().hasSizeLessThan(700).allSatisfy((id, invoice) -> assertThat(
                invoice.invoiceDate()).isAfterOrEqualTo(LocalDate.of(2025, 6, 1)));
    }

    @Test
    void progressNamesTheStepsInOrderAndNeverMoreThanAll() {
        scene.create(1_500);

        scene.runs();

        assertThat(scene.progress.stream().map(SyncProgress::step).distinct()).containsExactly(Step.CONNECTING,
                Step.LISTING, Step.CHECKING_REMOVED, Step.INVOICES, Step.JOURNAL_ITEMS, Step.PARTNERS, Step.PRODUCTS,
                Step.PAYMENTS, Step.FINISHING);
        assertThat(scene.progress).allMatch(step -> step.total() == 0 || step.done() <= step.total())
                .contains(new SyncProgress(Step.INVOICES, 1_000, 1_500), new SyncProgress(Step.INVOICES, 1_500, 1_500));
    }
}
