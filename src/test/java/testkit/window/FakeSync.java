package testkit.window;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncRunner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Runs that report once and then wait until a test ends them or the owner stops them. */
public final class FakeSync implements SyncRunner {
    private final CountDownLatch end = new CountDownLatch(1);
    /** Connections whose run has begun. */
    public final List<ConnectionId> started = new CopyOnWriteArrayList<>();
    /** What kinds of runs began, as {@link #started}. */
    public final List<SyncMode> modes = new CopyOnWriteArrayList<>();
    /** Connections whose run has ended by a stop. */
    public final List<ConnectionId> stopped = new CopyOnWriteArrayList<>();
    /** Whether runs do not stop when they are told to, but end with {@link #end} alone. */
    public volatile boolean deaf;
    /** The report of a run that was not stopped. */
    public volatile SyncReport report = new SyncReport.Done(SyncCounts.NONE);
    private volatile Consumer<SyncProgress> listener = at -> {};

    @Override
    public SyncReport run(ConnectionId id, SyncMode mode, CancelToken cancel, Consumer<SyncProgress> progress) {
        modes.add(mode);
        started.add(id);
        listener = progress;
        progress.accept(new SyncProgress(SyncProgress.Step.INVOICES, 3_200, 8_114));
        var over = new CountDownLatch(1);
        CancelToken.Registration registration = cancel.onCancel(() -> {
            if (!deaf) {
                over.countDown();
            }
        });
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

    /** Lets the run that began last be there. */
    public void reach(SyncProgress at) {
        listener.accept(at);
    }

    /** Lets all runs end, now and later. */
    public void end() {
        end.countDown();
    }
}
