package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.ui.connections.SyncRuns;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * Counts what runs found that began by themselves while the window was not in front: new and changed invoices, as by
 * payments, and runs that failed. Coming back to the window ends the count. A number is all that leaves the window. On the
 * FX thread.
 */
public final class NewsTitle implements SyncRuns.Listener, AutoCloseable {
    private final ObservableBooleanValue inFront;
    private final ObservableValue<Boolean> wanted;
    private final Predicate<ConnectionId> asked;
    private final IntConsumer show;
    private final Subscription following;
    private int count;
    private boolean closed;

    /**
     * Counts from nothing.
     *
     * @param wanted whether the owner wants to be told at all
     * @param asked whether the owner had asked for the run of a connection that has just ended
     * @param show is told the count whenever it is another
     */
    public NewsTitle(ObservableBooleanValue inFront, ObservableValue<Boolean> wanted, Predicate<ConnectionId> asked,
            IntConsumer show) {
        this.inFront = inFront;
        this.wanted = wanted;
        this.asked = asked;
        this.show = show;
        following = inFront.subscribe(now -> forget(now)).and(wanted.subscribe(now -> forget(!now)));
    }

    /** Ends the count, and follows nothing any more: the window outlives what ran in it. */
    @Override
    public void close() {
        closed = true;
        following.unsubscribe();
        forget(true);
    }

    private void forget(boolean now) {
        if (now && count > 0) {
            count = 0;
            show.accept(count);
        }
    }

    @Override
    public void ended(ConnectionId id, SyncReport report) {
        int found = found(report);
        if (!closed && found > 0 && wanted.getValue() && !inFront.get() && !asked.test(id)) {
            count += found;
            show.accept(count);
        }
    }

    private static int found(SyncReport report) {
        return switch (report) {
            case SyncReport.Done done -> news(done.counts());
            case SyncReport.Partial partial -> news(partial.counts());
            case SyncReport.Failed failed -> 1;
            case SyncReport.Cancelled cancelled -> 0;
        };
    }

    private static int news(SyncCounts counts) {
        return counts.added() + counts.changed();
    }
}
