package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Deadline;
import app.loupe.domain.MoveState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncProgress.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SyncEngineTest {
    private final Scene scene = new Scene();

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
    void signingInMayTakeLongerThanOneTryOfAPage() {
        scene.create(1);
        var left = new ArrayList<Duration>();
        scene.books.beforeCall(() -> left.add(Deadline.left(Duration.ofDays(1))));
        var ports = new SyncPorts((id, log, cancel) -> {
            left.add(Deadline.left(Duration.ofDays(1)));
            return scene.books.open(id, log, cancel);
        }, scene.copy, scene.profiles, scene.journal, (connection, cancel) -> List.of());
        var engine = new SyncEngine(ports, () -> scene.clock, (length, cancel) -> {}, new Turns(), Runnable::run);

        SyncReport report = engine.run(Scene.ID, SyncMode.CHANGES, new CancelToken(), step -> {});

        assertThat(report).isInstanceOf(SyncReport.Done.class);
        assertThat(left.removeFirst()).isGreaterThan(Patience.ONE_TRY).isLessThanOrEqualTo(Deadline.QUESTION);
        assertThat(left).isNotEmpty().allMatch(page -> page.compareTo(Patience.ONE_TRY) <= 0);
    }

    @Test
    void aQuietSecondRunChangesNothingAndAsksLittle() {
        scene.ownContact();
        scene.create(2_500);
        scene.books.advance(Duration.ofHours(1));
        scene.books.create(MoveState.POSTED, 7);
        scene.runs();
        scene.books.advance(Duration.ofHours(1));
        scene.runs();
        scene.books.advance(Duration.ofHours(1));
        int before = scene.books.calls();

        SyncCounts counts = scene.runs();

        assertThat(counts).isEqualTo(new SyncCounts(0, 0, 2_501, 0, 0, 0, 0, 0, scene.books.calls() - before));
        assertThat(counts.requests()).as("without version and sign-in").isEqualTo(9);
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
        // both are older than what every run looks at twice: only their lines can tell
        scene.books.advance(Duration.ofDays(1));
        scene.create(1);
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
    void theNewestYearComesFirst() {
        scene.create(3_600);
        var order = new ArrayList<LocalDate>();
        scene.books.beforeCall(() -> {
            if (order.isEmpty() && scene.copy.present().size() == 1_000) {
                scene.copy.present().values().forEach(
                        invoice -> order.add(Objects.requireNonNull(invoice.dates().invoice())));
            }
        });

        scene.runs();

        long recent = scene.books.invoices().values().stream().filter(invoice -> Objects
                .requireNonNull(invoice.dates().invoice()).isAfter(LocalDate.of(2025, 3, 1))).count();
        assertThat(order.stream().filter(date -> date.isAfter(LocalDate.of(2025, 3, 1))).count())
                .isEqualTo(Math.min(recent, 1_000)).isGreaterThan(500);
    }

    @Test
    void oneConnectionNeverRunsTwice() {
        scene.create(1);
        var second = new ArrayList<SyncReport>();
        scene.books.beforeCall(() -> {
            second.add(scene.engine.run(Scene.ID, SyncMode.FULL, new CancelToken(), progress -> {}));
        });

        scene.runs();

        assertThat(second).isNotEmpty()
                .allSatisfy(report -> assertThat(failure(report)).isEqualTo(ProblemCode.SYNC_ALREADY_RUNNING));
        scene.books.beforeCall(() -> {});
        scene.runs();
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
    void readsOnlyFromTheDateOnThatTheOwnerChose() {
        scene.create(700);
        scene.since(LocalDate.of(2025, 6, 1));

        scene.runs();

        assertThat(scene.copy.present()).isNotEmpty().hasSizeLessThan(700).allSatisfy((id, invoice) -> assertThat(
                invoice.dates().invoice()).isAfterOrEqualTo(LocalDate.of(2025, 6, 1)));
    }

    @Test
    void progressNamesTheStepsInOrderAndNeverMoreThanAll() {
        scene.create(1_500);

        scene.runs();

        assertThat(scene.progress.stream().map(SyncProgress::step).distinct()).containsExactly(Step.CONNECTING,
                Step.LISTING, Step.CHECKING_REMOVED, Step.INVOICES, Step.JOURNAL_ITEMS, Step.PARTNERS, Step.PRODUCTS,
                Step.NAMES, Step.PAYMENTS, Step.FINISHING);
        assertThat(scene.progress).allMatch(step -> step.total() == 0 || step.done() <= step.total())
                .contains(new SyncProgress(Step.INVOICES, 1_000, 1_500), new SyncProgress(Step.INVOICES, 1_500, 1_500));
    }
}
