package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.MoveState;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.Fuse;

/** K1, K2 without a process: the run dies, or fails, before or after every single call of a port. */
class CrashTest {
    /** First run and, a day later, a second one with a bit of everything. */
    private static Scene prepared(boolean second) {
        var scene = new Scene();
        List<Long> ids = scene.create(1_100);
        long draft = scene.books.create(MoveState.DRAFT, 3);
        ids.subList(0, 30).forEach(id -> scene.books.pay(id, id % 2 == 0));
        if (second) {
            scene.run();
            scene.books.advance(Duration.ofDays(1));
            scene.books.edit(ids.get(3));
            scene.books.pay(ids.get(4), true);
            scene.books.editLine(ids.get(5));
            scene.books.deleteLine(draft);
            scene.books.delete(ids.get(6));
            scene.books.forbid(ids.get(7), true);
            scene.books.partner(3, "Renamed");
            scene.books.product(3, "Renamed");
            scene.books.deleteItem(scene.books.itemIds().get(0));
            scene.books.cancelItem(scene.books.itemIds().get(1));
            scene.books.create(MoveState.POSTED, 8);
        }
        return scene;
    }

    private static long callsOfOneRun(boolean second) {
        var scene = prepared(second);
        long before = scene.fuse.calls();
        scene.run();
        return scene.fuse.calls() - before;
    }

    private static void crashEverywhere(boolean second) {
        long calls = callsOfOneRun(second);
        assertThat(calls).isGreaterThan(40);
        for (long n = 1; n <= calls; n++) {
            var scene = prepared(second);
            scene.fuse.crashAt(n);
            assertThatThrownBy(scene::run).isInstanceOf(Fuse.Blown.class);
            scene.fuse.mend();

            assertThat(scene.run()).isInstanceOf(SyncReport.Done.class);
            scene.assertCopyIsRight();
        }
    }

    private static void failEverywhere(boolean second) {
        long calls = callsOfOneRun(second);
        for (long n = 1; n <= calls; n++) {
            var scene = prepared(second);
            scene.fuse.failAt(n);
            assertThat(scene.run()).isInstanceOf(SyncReport.Failed.class);
            scene.fuse.mend();

            assertThat(scene.run()).isInstanceOf(SyncReport.Done.class);
            scene.assertCopyIsRight();
        }
    }

    @Test
    void aFirstRunThatDiesAnywhereIsMadeGoodByTheNext() {
        crashEverywhere(false);
    }

    @Test
    void aLaterRunThatDiesAnywhereIsMadeGoodByTheNext() {
        crashEverywhere(true);
    }

    @Test
    void aFirstRunThatFailsAnywhereSaysSoAndIsMadeGoodByTheNext() {
        failEverywhere(false);
    }

    @Test
    void aLaterRunThatFailsAnywhereSaysSoAndIsMadeGoodByTheNext() {
        failEverywhere(true);
    }
}
