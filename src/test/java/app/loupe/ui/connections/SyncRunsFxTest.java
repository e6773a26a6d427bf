package app.loupe.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowSamples;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

    /** Runs that report nothing and end when they are stopped. */
    private static SyncRuns waiting(List<String> begun, CountDownLatch over) {
        SyncRunner runner = (id, mode, cancel, progress) -> {
            begun.add(id.value() + " " + mode);
            var stopped = new CountDownLatch(1);
            try (var _ = cancel.onCancel(stopped::countDown)) {
                await(stopped);
            }
            over.countDown();
            return new SyncReport.Cancelled(SyncCounts.NONE);
        };
        var session = new Runs(runner, Thread::startVirtualThread, Platform::runLater);
        return new SyncRuns(session, new Schedule(session, new Rhythm.Off(),
                new ElapsedTime(InstantSource.system(), System::nanoTime), new SplittableRandom(1)));
    }

    private static List<Schedule.Known> known(ConnectionId... ids) {
        return Stream.of(ids).map(id -> new Schedule.Known(WindowSamples.profile(id, id.value()), null)).toList();
    }

    /** As a lock does: what the owner asked for begins again afterwards, but for what they stopped and what is gone. */
    @Test
    void whatWasAskedForAndIsStoppedByALockGoesOn() throws Exception {
        List<String> begun = new CopyOnWriteArrayList<>();
        var over = new CountDownLatch(3);
        Map<ConnectionId, SyncMode> unfinished = Fx.get(() -> {
            SyncRuns before = waiting(begun, over);
            before.verify(WindowSamples.ACME);
            before.start(WindowSamples.NORDLYS);
            before.start(WindowSamples.HARBOUR);
            before.stop(WindowSamples.NORDLYS);
            Map<ConnectionId, SyncMode> left = before.unfinished();
            before.close();
            return left;
        });
        assertThat(unfinished).containsOnly(Map.entry(WindowSamples.ACME, SyncMode.VERIFY),
                Map.entry(WindowSamples.HARBOUR, SyncMode.CHANGES));
        assertThat(over.await(2, TimeUnit.MINUTES)).isTrue();
        begun.clear();

        var end = new CountDownLatch(1);
        SyncRuns after = Fx.get(() -> waiting(begun, end));
        Fx.run(() -> {
            after.goOn(unfinished);
            assertThat(after.unfinished()).as("a lock before it began again").isEqualTo(unfinished);
            after.know(known(WindowSamples.ACME, WindowSamples.NORDLYS));
            after.startDue();
            assertThat(after.isAsked(WindowSamples.ACME)).isTrue();
            after.startDue();
        });

        Fx.await("it goes on", () -> !begun.isEmpty());
        Fx.run(after::close);
        assertThat(end.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(begun).containsExactly(WindowSamples.ACME.value() + " VERIFY");
    }

    /** To be asked before the runs are. */
    @Test
    void nothingIsUnfinishedThatWasStopped() {
        List<String> begun = new CopyOnWriteArrayList<>();
        Fx.run(() -> {
            SyncRuns runs = waiting(begun, new CountDownLatch(1));
            assertThat(runs.unfinished()).isEmpty();
            runs.start(WindowSamples.ACME);
            assertThat(runs.unfinished()).hasSize(1);
            runs.close();
            assertThat(runs.unfinished()).as("it was stopped").isEmpty();
        });
    }
}
