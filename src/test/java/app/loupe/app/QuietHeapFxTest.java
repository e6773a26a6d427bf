package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.ui.common.Background;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

/** When a window gives memory back. */
class QuietHeapFxTest {
    private static final SyncReport STOPPED = new SyncReport.Cancelled(SyncCounts.NONE);
    private static final ConnectionId ACME = new ConnectionId("acme0001");

    private final List<Problem> told = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Background background = new Background(work -> Thread.ofVirtual().start(work), told::add);
    private final QuietHeap heap = new QuietHeap(background, () -> done.add("collected"));

    @Test
    void itWaitsUntilNothingIsUnderWayAndServesAllWhoAskMeanwhile() {
        var release = new CountDownLatch(1);
        Fx.run(() -> {
            background.run("read", () -> {
                waitFor(release);
                return done.add("read");
            }).start();
            heap.ask();
            heap.ended(ACME, STOPPED);
            heap.ended(ACME, STOPPED);
        });
        assertThat(done).isEmpty();

        release.countDown();
        Fx.await("it is quiet", () -> done.contains("collected"));

        assertThat(done).containsExactly("read", "collected");
        assertThat(told).isEmpty();
    }

    @Test
    void itAsksAnewAfterTheNextRun() {
        Fx.run(heap::ask);
        Fx.run(() -> heap.ended(ACME, STOPPED));

        assertThat(done).containsExactly("collected", "collected");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
