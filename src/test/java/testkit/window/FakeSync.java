package testkit.window;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.sync.SyncProgress;
import app.loupe.ui.connections.ProgressSink;
import app.loupe.ui.connections.SyncStarter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Runs that report once and then wait until a test ends them or the owner stops them. */
public final class FakeSync implements SyncStarter {
    private final CountDownLatch end = new CountDownLatch(1);
    /** Connections whose run has begun. */
    public final List<ConnectionId> started = new CopyOnWriteArrayList<>();
    /** Connections whose run has ended by a stop. */
    public final List<ConnectionId> stopped = new CopyOnWriteArrayList<>();
    /** The report of a run that was not stopped. */
    public volatile SyncReport report = new SyncReport.Done(SyncCounts.NONE);
    /** How many times each run reports progress at its beginning. */
    public volatile int reports = 1;

    @Override
    public SyncReport start(ConnectionId id, CancelToken cancel, ProgressSink sink) {
        started.add(id);
        for (int i = 1; i <= reports; i++) {
            sink.progress(new SyncProgress(SyncProgress.Step.INVOICES, 3_200L * i / reports, 8_114));
        }
        var over = new CountDownLatch(1);
        CancelToken.Registration registration = cancel.onCancel(over::countDown);
        try {
            var waiting = Thread.ofVirtual().start(() -> {
                try {
                    end.await();
                    over.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            over.await();
            waiting.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            registration.close();
        }
        if (cancel.isCancelled()) {
            stopped.add(id);
            return new SyncReport.Cancelled(SyncCounts.NONE);
        }
        return report;
    }

    /** Lets all runs end, now and later. */
    public void end() {
        end.countDown();
    }
}
