package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.Mutilation;

/** A comparison finds what no run can see by write dates, repairs it, and claims nothing that it has not seen. */
class VerifyTest {
    private static final int CALLS = 24;

    private final Scene scene = new Scene();

    private static List<Long> fill(Scene scene) {
        List<Long> ids = scene.create(16);
        scene.books.pay(ids.get(3), true);
        scene.books.pay(ids.get(4), false);
        scene.runs();
        // what was written long ago is not read again by itself
        scene.books.advance(Duration.ofHours(2));
        scene.runs();
        return ids;
    }

    private static Verified found(SyncReport report) {
        return Objects.requireNonNull(report.counts().verified());
    }

    private Verification kept() throws ProblemException {
        return Objects.requireNonNull(scene.profiles.profile(Scene.ID).orElseThrow().verification());
    }

    @Test
    void whatIsRightIsReadOnceAndNotWrittenAgain() throws ProblemException {
        fill(scene);

        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(report).isInstanceOf(SyncReport.Done.class);
        assertThat(found(report)).isEqualTo(new Verified(16, 16, 0));
        assertThat(report.counts().changed()).isZero();
        assertThat(report.counts().unchanged()).isEqualTo(16);
        assertThat(kept().ended()).isEqualTo(scene.now());
        assertThat(kept().found()).isEqualTo(new Verified(16, 16, 0));
    }

    @Test
    void anInvoiceThatWasChangedWithoutATraceIsRepairedAndCounted() {
        List<Long> ids = fill(scene);
        scene.books.editBehindItsBack(ids.get(2));
        scene.books.editBehindItsBack(ids.get(7));

        SyncReport plain = scene.run();
        assertThat(scene.copy.present()).isNotEqualTo(scene.books.invoices());
        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(plain.counts().changed()).isZero();
        assertThat(found(report)).isEqualTo(new Verified(16, 16, 2));
        assertThat(report.counts().changed()).isEqualTo(2);
        assertThat(report.counts().unchanged()).isEqualTo(14);
        scene.assertCopyIsRight();
    }

    @Test
    void whatChangedInTheOrdinaryWayIsBroughtInAndIsNoRepair() {
        List<Long> ids = fill(scene);
        scene.books.advance(Duration.ofHours(2));
        scene.books.edit(ids.get(2));
        scene.books.delete(ids.get(3));
        scene.create(1);

        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(found(report)).isEqualTo(new Verified(16, 16, 0));
        assertThat(report.counts()).satisfies(counts -> {
            assertThat(counts.added()).isEqualTo(1);
            assertThat(counts.changed()).isEqualTo(1);
            assertThat(counts.removed()).isEqualTo(1);
        });
        scene.assertCopyIsRight();
    }

    @Test
    void whatGoesWhileItIsComparedIsRemovedAndDoesNotCount() {
        List<Long> ids = fill(scene);
        scene.books.beforeCall(() -> {
            if (atComparing()) {
                scene.books.delete(ids.get(5));
            }
        });

        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(found(report)).isEqualTo(new Verified(15, 15, 0));
        assertThat(scene.copy.absent()).containsOnlyKeys(ids.get(5));
    }

    private boolean atComparing() {
        return !scene.progress.isEmpty() && scene.progress.getLast().step() == SyncProgress.Step.COMPARING;
    }

    @Test
    void anInvoiceThatCannotBeReadIsNamedAndNotVerified() {
        List<Long> ids = fill(scene);
        scene.books.breakRecord(ids.get(5), true);

        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(found(report)).isEqualTo(new Verified(16, 15, 0));
        assertThat(report).isInstanceOfSatisfying(SyncReport.Partial.class,
                partial -> assertThat(partial.problems()).extracting(Problem::code)
                        .contains(ProblemCode.INVOICES_NOT_VERIFIED));
        assertThat(scene.copy.absent()).isEmpty();
    }

    @Test
    void anInvoiceThatIsNeverTheSameTwiceIsNamed() {
        List<Long> ids = fill(scene);
        scene.books.beforeCall(() -> scene.books.editBehindItsBack(ids.get(5)));

        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(found(report)).isEqualTo(new Verified(16, 15, 0));
        assertThat(report).isInstanceOfSatisfying(SyncReport.Partial.class,
                partial -> assertThat(partial.problems()).contains(
                        Problem.of(ProblemCode.INVOICES_NOT_VERIFIED, "1", ids.get(5).toString())));
    }

    @Test
    void aRunThatBreaksOffAfterTheDoubtIsMadeGoodByTheNextPlainOne() {
        List<Long> ids = fill(scene);
        scene.books.advance(Duration.ofHours(2));
        scene.books.editBehindItsBack(ids.get(2));
        var cancel = new CancelToken();
        scene.books.beforeCall(() -> {
            boolean repairing = scene.progress.stream().anyMatch(at -> at.step() == SyncProgress.Step.COMPARING)
                    && scene.progress.getLast().step() == SyncProgress.Step.INVOICES;
            if (repairing) {
                cancel.cancel();
            }
        });

        assertThat(scene.run(SyncMode.VERIFY, cancel)).isInstanceOf(SyncReport.Cancelled.class);
        scene.books.beforeCall(() -> {});
        scene.runs();

        scene.assertCopyIsRight();
    }

    @Test
    void paymentsThatTheCopyLostAreFoundAnewWithoutDoubtingTheOthers() throws ProblemException {
        List<Long> ids = fill(scene);
        scene.copy.spoilPayments(ids.get(3));

        scene.run(SyncMode.VERIFY);

        scene.assertCopyIsRight();
        assertThat(scene.copy.paymentsWanted(Scene.ID, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void oneMutilatedAnswerIsNeverARemovalAndNeverVerifiedUnseen(Mutilation how) {
        for (int call = 0; call < CALLS; call++) {
            var mutilated = new Scene();
            List<Long> ids = fill(mutilated);
            mutilated.books.advance(Duration.ofHours(2));
            mutilated.books.editBehindItsBack(ids.get(12));
            mutilated.books.mutilate(how, call, 1);

            isRightOrSaysSo(mutilated, how + " at call " + call);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "EMPTIED"})
    void answersThatAreMutilatedFromSomeCallOnVerifyNothing(Mutilation how) {
        for (int call = 0; call < CALLS; call++) {
            var mutilated = new Scene();
            List<Long> ids = fill(mutilated);
            mutilated.books.advance(Duration.ofHours(2));
            mutilated.books.editBehindItsBack(ids.get(12));
            mutilated.books.mutilate(how, call, 1_000);

            isRightOrSaysSo(mutilated, how + " from call " + call);
        }
    }

    private static void isRightOrSaysSo(Scene scene, String what) {
        SyncReport report = scene.run(SyncMode.VERIFY);

        Verified found = report.counts().verified();
        if (report instanceof SyncReport.Done) {
            assertThat(found).as(what).isEqualTo(new Verified(16, 16, 1));
            scene.assertCopyIsRight();
        } else if (report instanceof SyncReport.Partial partial) {
            assertThat(partial.problems()).as(what).extracting(Problem::code).containsAnyOf(
                    ProblemCode.RECORDS_NOT_SENT, ProblemCode.RECORD_UNREADABLE, ProblemCode.INVOICES_NOT_VERIFIED);
            if (found != null && found.invoices() == found.verified()) {
                scene.assertCopyIsRight();
            }
        } else {
            assertThat(report).as(what).isInstanceOf(SyncReport.Failed.class);
        }
        scene.books.mutilate(Mutilation.NONE, 0, 0);
        scene.run(SyncMode.VERIFY);

        assertThat(scene.copy.absent()).as(what).isEmpty();
        scene.assertCopyIsRight();
    }

    @Test
    void aPartnerUnderAnOldStampIsRepaired() {
        fill(scene);
        scene.books.renameBehindItsBack(2, "Renamed by SQL");

        assertThat(scene.run().counts().partners()).isZero();
        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(found(report)).isEqualTo(new Verified(16, 16, 1));
        assertThat(Objects.requireNonNull(scene.copy.partners().get(2L)).name()).isEqualTo("Renamed by SQL");
    }

    /** Whether of a partner, a product or an item: nothing can be said about the whole. */
    @ParameterizedTest
    @EnumSource(names = {"PARTNER", "PRODUCT", "JOURNAL_ITEM"})
    void whereSomethingBesideTheInvoicesCannotBeReadNothingIsVerified(RecordKind kind) throws ProblemException {
        fill(scene);
        scene.books.breakRecord(switch (kind) {
            case PARTNER -> scene.copy.partners().keySet().iterator().next();
            case PRODUCT -> scene.copy.products().keySet().iterator().next();
            default -> scene.books.itemIds().getFirst();
        }, true);

        SyncReport report = scene.run(SyncMode.VERIFY);

        assertThat(report).isInstanceOfSatisfying(SyncReport.Partial.class,
                partial -> assertThat(partial.problems()).extracting(Problem::code)
                        .contains(ProblemCode.RECORD_UNREADABLE));
        assertThat(report.counts().verified()).isNull();
        assertThat(kept().ended()).isNull();
        assertThat(kept().due()).as("tomorrow it would be the same")
                .isAfterOrEqualTo(scene.now().plus(VerifyRhythm.WEEK));
    }

    @Test
    void aComparisonThatCouldNotReadEverythingKeepsTheLastResultForAWeek() throws ProblemException {
        fill(scene);
        scene.run(SyncMode.VERIFY);
        Verification before = kept();
        scene.clock = before.due();
        scene.books.breakRecord(scene.copy.partners().keySet().iterator().next(), true);

        scene.run(SyncMode.VERIFY);

        assertThat(kept().ended()).isEqualTo(before.ended());
        assertThat(kept().found()).isEqualTo(before.found());
        assertThat(kept().due()).isAfterOrEqualTo(scene.clock.plus(VerifyRhythm.WEEK));
    }

    @Test
    void whereThisUserMayNotReadPartnersTheInvoicesAreVerifiedAllTheSame() {
        fill(scene);
        scene.books.forbidKind(RecordKind.PARTNER, true);

        assertThat(found(scene.run(SyncMode.VERIFY))).isEqualTo(new Verified(16, 16, 0));
    }

    @Test
    void aFailedComparisonKeepsTheLastResultAndIsNotDueAtTheNextStart() throws ProblemException {
        fill(scene);
        scene.run(SyncMode.VERIFY);
        Verification before = kept();
        scene.clock = before.due();
        scene.through = source -> {
            scene.books.failNext(ProblemException.of(ProblemCode.NETWORK_DOWN));
            return source;
        };

        assertThat(scene.run(SyncMode.VERIFY)).isInstanceOf(SyncReport.Failed.class);

        assertThat(kept().ended()).isEqualTo(before.ended());
        assertThat(kept().due()).isEqualTo(scene.clock.plus(VerifyRhythm.AGAIN));
    }

    /** As after a sleep, when the network is not awake yet. */
    @Test
    void whatKeepsAComparisonFromSigningInCostsItNoDay() throws ProblemException {
        fill(scene);
        scene.run(SyncMode.VERIFY);
        Verification before = kept();
        scene.clock = before.due();
        scene.books.failNext(ProblemException.of(ProblemCode.NETWORK_DOWN));

        assertThat(scene.run(SyncMode.VERIFY)).isInstanceOf(SyncReport.Failed.class);

        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void theFirstRunSaysWhenTheFirstComparisonIsDueAndNoLaterOneMovesIt() throws ProblemException {
        fill(scene);
        Verification first = kept();
        scene.clock = scene.clock.plus(Duration.ofHours(5));

        scene.runs();

        assertThat(kept()).isEqualTo(first);
        assertThat(first.ended()).isNull();
        assertThat(Duration.between(scene.clock, first.due())).isBetween(Duration.ZERO, VerifyRhythm.WEEK);
    }

    /** What is damaged is put away before the run begins, so that it does not refuse what this one brings. */
    @Test
    void theCopyIsExaminedBeforeAComparisonAndWhatWasFoundIsNamed() throws ProblemException {
        fill(scene);
        Problem damaged = Problem.of(ProblemCode.STORE_DAMAGED, "invoices.mv.db");
        int before = scene.journal.runs(99).size();
        var lines = new ArrayList<Integer>();
        scene.examination = (connection, cancel) -> {
            lines.add(scene.journal.runs(99).size());
            assertThat(scene.progress).extracting(SyncProgress::step).as("nobody connects meanwhile")
                    .containsExactly(SyncProgress.Step.EXAMINING);
            return List.of(damaged);
        };

        var report = (SyncReport.Partial) scene.run(SyncMode.VERIFY);
        scene.run();
        scene.run(SyncMode.FULL);

        assertThat(report.problems()).containsExactly(damaged);
        assertThat(found(report)).isEqualTo(new Verified(16, 16, 0));
        assertThat(lines).as("once, and before it is in the log").containsExactly(before);
    }

    @Test
    void whatWasFoundBeforeIsToldOfAComparisonThatFailsOrIsStopped() throws ProblemException {
        fill(scene);
        Problem damaged = Problem.of(ProblemCode.STORE_DAMAGED, "invoices.mv.db");
        Problem down = Problem.of(ProblemCode.NETWORK_DOWN);
        scene.examination = (connection, cancel) -> List.of(damaged);
        scene.books.failNext(new ProblemException(down));

        SyncReport failed = scene.run(SyncMode.VERIFY);

        assertThat(failed).isInstanceOf(SyncReport.Failed.class);
        assertThat(failed.problems()).containsExactly(down, damaged);
        assertThat(Objects.requireNonNull(scene.journal.runs(1).getFirst().report())).isEqualTo(failed);
        var stop = new CancelToken();
        scene.books.beforeCall(stop::cancel);

        SyncReport stopped = scene.run(SyncMode.VERIFY, stop);

        assertThat(stopped).isInstanceOf(SyncReport.Cancelled.class);
        assertThat(stopped.problems()).containsExactly(damaged);
    }

    @Test
    void nothingIsComparedWithACopyThatCannotBeExamined() throws ProblemException {
        fill(scene);
        scene.examination = (connection, cancel) -> {
            throw ProblemException.of(ProblemCode.DISK_FULL, "here");
        };
        int before = scene.books.calls();

        assertThat(scene.run(SyncMode.VERIFY)).isInstanceOf(SyncReport.Failed.class);

        assertThat(scene.books.calls()).isEqualTo(before);
        assertThat(kept().ended()).isNull();
    }
}
