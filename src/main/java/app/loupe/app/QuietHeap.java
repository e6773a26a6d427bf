package app.loupe.app;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncReport;
import app.loupe.ui.common.Background;
import app.loupe.ui.connections.SyncRuns;

/**
 * Gives back the memory that the first screen and each sync needed for a while, which Java keeps until its limit is reached:
 * after two syncs of 50,000 invoices 280 MB of heap, of which 90 were used. A collection stops the window for a tenth of a
 * second, so it waits until nothing is under way. On the FX thread.
 */
final class QuietHeap implements SyncRuns.Listener {
    private final Background background;
    private final Runnable collection;
    private boolean isAsked;

    QuietHeap(Background background, Runnable collection) {
        this.background = background;
        this.collection = collection;
    }

    /** Collects once it is quiet; who asks meanwhile is served by the same collection. */
    void ask() {
        if (!isAsked) {
            isAsked = true;
            background.whenQuiet(() -> {
                isAsked = false;
                collection.run();
            });
        }
    }

    @Override
    public void ended(ConnectionId id, SyncReport report) {
        ask();
    }
}
