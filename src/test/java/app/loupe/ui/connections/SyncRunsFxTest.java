package app.loupe.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Rhythm;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncRunner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowSamples;

class SyncRunsFxTest {
    private static final int REPORTS = 100_000;

    private final CountDownLatch reported = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<SyncProgress> told = new ArrayList<>();
    private int changes;

    @AfterEach
    void letItEnd() {
        end.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(stopped);
        }
    }

    private SyncRuns runs() {
        SyncRunner runner = (id, mode, cancel, progress) -> {
            for (int page = 1; page <= REPORTS; page++) {
                progress.accept(new SyncProgress(SyncProgress.Step.INVOICES, page, REPORTS));
            }
            reported.countDown();
            await(end);
            return new SyncReport.Done(SyncCounts.NONE);
        };
        var session = new Runs(runner, Thread::startVirtualThread, Platform::runLater);
        var runs = new SyncRuns(session, new Schedule(session, new Rhythm.Off(),
                new ElapsedTime(InstantSource.system(), System::nanoTime), new SplittableRandom(1)));
        runs.listen(new SyncRuns.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {
                told.add(at);
            }

            @Override
            public void ended(ConnectionId id, SyncReport report) {}

            @Override
            public void copyChanged() {
                changes++;
            }
        });
        return runs;
    }

    /** In one piece on the FX thread, so that no tick comes but those that the test makes. */
    @Test
    void howeverOftenARunReportsTheScreensHearTheLastOncePerTick() {
        Fx.run(() -> {
            SyncRuns runs = runs();
            runs.start(WindowSamples.ACME);
            await(reported);
            assertThat(told).containsExactly(SyncProgress.BEGUN);
            assertThat(changes).isZero();

            runs.tick();
            assertThat(told).hasSize(2).last().extracting(SyncProgress::done).isEqualTo((long) REPORTS);
            assertThat(changes).isOne();

            runs.tick();
            assertThat(told).as("nothing new").hasSize(2);
            assertThat(changes).isOne();
        });
        assertThat(SyncRuns.TICK.toMillis()).as("five times a second").isEqualTo(200);
    }
}
