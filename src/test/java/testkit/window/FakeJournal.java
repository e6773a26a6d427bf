package testkit.window;

import app.loupe.domain.SyncMode;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sync log in memory. */
public final class FakeJournal implements SyncJournal {
    /** The runs, newest first. */
    public final List<RunRecord> runs = new CopyOnWriteArrayList<>();
    /** The requests that every run shows. */
    public final List<RequestRecord> requests = new CopyOnWriteArrayList<>();
    /** Sums by {@code model.method}. */
    public volatile Map<String, Long> totals = Map.of();

    @Override
    public int begin(ConnectionId id, Instant started, SyncMode mode) {
        runs.addFirst(new RunRecord(id, runs.size() + 1, started, null, mode, null));
        return runs.size();
    }

    @Override
    public void end(ConnectionId id, int number, Instant ended, SyncReport report) {
        runs.replaceAll(run -> run.number() == number
                ? new RunRecord(id, number, run.started(), ended, run.mode(), report)
                : run);
    }

    @Override
    public void keep(ConnectionId id, int number, List<RequestRecord> kept) {
        requests.addAll(kept);
    }

    @Override
    public List<RunRecord> runs(int each) {
        var left = new HashMap<ConnectionId, Integer>();
        return runs.stream().filter(run -> left.merge(run.connection(), 1, Integer::sum) <= each).toList();
    }

    @Override
    public List<RequestRecord> requests(ConnectionId id, int number) {
        return List.copyOf(requests);
    }

    @Override
    public CallTotals totals() {
        return new CallTotals(totals, Map.of());
    }
}
