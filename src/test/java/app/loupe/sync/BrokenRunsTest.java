package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.SyncMode;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SourceBusyException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run does when the server, a record or the owner gets in its way. */
class BrokenRunsTest {
    private final Scene scene = new Scene();

    private static ProblemException busy(int seconds) {
        return new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY), Duration.ofSeconds(seconds));
    }

    private static ProblemCode failure(SyncReport report) {
        return ((SyncReport.Failed) report).problem().code();
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
    void aRunThatBreaksInAnUnexpectedWayHasAnEndInTheLog() throws Exception {
        scene.create(5);
        var broken = new IllegalStateException("broken");
        scene.books.beforeCall(() -> {
            throw broken;
        });

        assertThatThrownBy(scene::run).isSameAs(broken);

        RunRecord run = scene.journal.runs(1).getFirst();
        assertThat(run.ended()).isEqualTo(scene.clock);
        assertThat(failure(Objects.requireNonNull(run.report()))).isEqualTo(ProblemCode.UNEXPECTED);
        scene.books.beforeCall(() -> {});
        scene.runs();
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
    void withoutARightToPartnersOrProductsTheRestIsReadAndTheWatermarkMovesOn() throws ProblemException {
        List<Long> ids = scene.create(5);
        scene.books.pay(ids.getFirst(), true);
        scene.books.forbidKind(RecordKind.PARTNER, true);
        scene.books.forbidKind(RecordKind.PRODUCT, true);

        SyncReport report = scene.run();

        assertThat(((SyncReport.Partial) report).problems()).containsExactly(
                Problem.of(ProblemCode.NO_RIGHT, "res.partner"), Problem.of(ProblemCode.NO_RIGHT, "product.product"));
        assertThat(scene.copy.payments(ids.getFirst())).hasSize(1);
        assertThat(scene.copy.watermark(Scene.ID)).isPresent();
        scene.books.forbidKind(RecordKind.PARTNER, false);
        scene.books.forbidKind(RecordKind.PRODUCT, false);
        scene.runs();
        scene.assertCopyIsRight();
    }

    @Test
    void aPartnerThatChangedWhileTheRightWasMissingIsReadWhenItIsBack() {
        List<Long> ids = scene.create(5);
        scene.runs();
        scene.books.forbidKind(RecordKind.PARTNER, true);
        scene.books.advance(Duration.ofDays(1));
        scene.books.partner(2, "Renamed");
        scene.books.advance(Duration.ofDays(1));
        scene.books.edit(ids.getFirst());
        assertThat(scene.run()).isInstanceOf(SyncReport.Partial.class);
        scene.books.forbidKind(RecordKind.PARTNER, false);

        scene.runs();

        assertThat(scene.copy.partners()).isEqualTo(scene.books.partners());
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
            if (calls.incrementAndGet() == 7) {
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
    void aConnectionThatWasDeletedMeanwhileDoesNotComeBack() throws ProblemException {
        scene.create(1);
        scene.books.beforeCall(() -> scene.profiles.forget(Scene.ID));

        assertThat(failure(scene.run())).isEqualTo(ProblemCode.CONNECTION_UNKNOWN);
        assertThat(scene.profiles.profiles()).isEmpty();
    }

    @Test
    void aFirstRunThatBreaksOffDoesNotReadItsPagesAgain() {
        scene.create(2_500);
        scene.books.beforeCall(() -> {
            if (scene.copy.present().size() == 1_000) {
                scene.books.failNext(ProblemException.of(ProblemCode.NETWORK_DOWN));
            }
        });
        assertThat(failure(scene.run())).isEqualTo(ProblemCode.NETWORK_DOWN);
        scene.books.beforeCall(() -> {});
        int kept = scene.copy.present().size();
        assertThat(kept).isPositive();
        // beyond the minutes that every run looks at twice
        scene.books.advance(Duration.ofDays(1));
        long line = scene.copy.present().keySet().stream().min(Long::compare).orElseThrow();
        scene.books.editLine(line);

        SyncCounts counts = scene.runs();

        scene.assertCopyIsRight();
        assertThat(counts.added()).isEqualTo(2_500 - kept);
        assertThat(counts.changed()).as("seen only by its line, which takes a watermark").isEqualTo(1);
    }
}
