package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SourceBusyException;
import app.loupe.domain.SyncCounts;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

/** O1, T1: the books change between and during the runs, the computer's clock jumps, runs are cancelled and fail. */
class ChangingBooksTest {
    @Seeded(300)
    void afterAQuietRunTheCopyEqualsTheServer(long seed) {
        var scene = new Scene();
        scene.ownContact();
        var mischief = new Mischief(scene.books, seed);
        var random = new SplittableRandom(seed + 1);
        mischief.work(60);
        for (int run = 0; run < 6; run++) {
            scene.clock = scene.clock.plus(Duration.ofHours(random.nextInt(-20_000, 200_000)));
            var cancel = new CancelToken();
            int stopAt = random.nextInt(3) == 0 ? random.nextInt(15) : Integer.MAX_VALUE;
            int end = scene.books.calls() + stopAt;
            scene.books.beforeCall(() -> {
                mischief.now(2);
                if (stopAt < 100 && scene.books.calls() > end) {
                    cancel.cancel();
                }
            });
            if (random.nextInt(5) == 0) {
                scene.books.failNext(
                        new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY), Duration.ofSeconds(1)));
            }
            scene.run(random.nextInt(6) == 0 ? SyncMode.FULL : SyncMode.CHANGES, cancel);
            mischief.work(random.nextInt(12));
        }
        scene.books.beforeCall(() -> {});
        mischief.calmDown();

        scene.run();

        scene.assertCopyIsRight();
        scene.books.advance(Duration.ofHours(1));
        scene.run();
        scene.books.advance(Duration.ofHours(1));
        int before = scene.books.calls();
        SyncCounts again = scene.run().counts();
        assertThat(again).isEqualTo(
                new SyncCounts(0, 0, scene.books.invoices().size(), 0, 0, 0, 0, 0, scene.books.calls() - before));
        assertThat(again.requests()).isLessThanOrEqualTo(11);
        scene.assertCopyIsRight();
    }

    /** Lines and partners that were written then look older than the last run: Verify compares what they say. */
    @Test
    void aServerWhoseClockJumpsBackADayIsFollowed() {
        var scene = new Scene();
        List<Long> ids = scene.create(8);
        scene.books.advance(Duration.ofDays(3));
        scene.books.edit(ids.getFirst());
        scene.runs();
        scene.books.edit(ids.get(1));
        scene.books.edit(ids.get(2));
        scene.runs();
        scene.books.advance(Duration.ofHours(1));
        scene.runs();
        scene.books.advance(Duration.ofDays(-1));
        scene.books.edit(ids.get(1));
        scene.books.pay(ids.get(2), true);
        scene.books.delete(ids.get(3));
        scene.create(2);

        scene.runs();

        assertThat(scene.copy.present().keySet()).isEqualTo(scene.books.invoices().keySet());
        assertThat(scene.copy.present().get(ids.get(1))).isEqualTo(scene.books.invoices().get(ids.get(1)));
        scene.books.editLine(ids.get(4));
        scene.books.partner(2, "Renamed");
        assertThat(scene.run(SyncMode.VERIFY, new CancelToken())).isInstanceOf(SyncReport.Done.class);
        scene.assertCopyIsRight();
        scene.books.advance(Duration.ofHours(25));
        scene.books.editLine(ids.get(5));
        scene.runs();
        scene.assertCopyIsRight();
    }

    @Test
    void fiveThousandInvoicesOfOneSecondAreReadOnceEach() {
        var scene = new Scene();
        scene.create(5_000);

        assertThat(scene.runs().added()).isEqualTo(5_000);
        assertThat(scene.runs().unchanged()).isEqualTo(5_000);
        scene.assertCopyIsRight();
    }
}
