package testkit;

import app.loupe.domain.SyncMode;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sync log in maps; one number range for all connections, which is enough for tests of one. */
public final class InMemoryJournal implements SyncJournal {
    private final Fuse fuse;
    private final TreeMap<Integer, RunRecord> runs = new TreeMap<>();
    private final Map<Integer, List<RequestRecord>> requests = new HashMap<>();

    /** An empty log. */
    public InMemoryJournal(Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public int begin(ConnectionId id, Instant started, SyncMode mode) throws ProblemException {
        fuse.pass();
        int number = runs.size() + 1;
        runs.put(number, new RunRecord(id, number, started, null, mode, null));
        return number;
    }

    @Override
    public void end(ConnectionId id, int number, Instant ended, SyncReport report) throws ProblemException {
        fuse.pass();
        runs.computeIfPresent(number,
                (key, run) -> new RunRecord(id, number, run.started(), ended, run.mode(), report));
    }

    @Override
    public void keep(ConnectionId id, int number, List<RequestRecord> portion) throws ProblemException {
        fuse.pass();
        requests.computeIfAbsent(number, key -> new ArrayList<>()).addAll(portion);
    }

    @Override
    public List<RunRecord> runs(int each) throws ProblemException {
        fuse.pass();
        return runs.values().stream().sorted(Comparator.comparingInt(RunRecord::number).reversed()).limit(each)
                .toList();
    }

    @Override
    public List<RequestRecord> requests(ConnectionId id, int number) throws ProblemException {
        fuse.pass();
        return List.copyOf(requests.getOrDefault(number, List.of()));
    }

    @Override
    public CallTotals totals() throws ProblemException {
        fuse.pass();
        Map<String, Long> calls = requests.values().stream().flatMap(List::stream)
                .collect(
                        Collectors.groupingBy(record -> record.model() + "." + record.method(), Collectors.counting()));
        Map<String, String> hosts = requests.values().stream().flatMap(List::stream)
                .collect(Collectors.toMap(RequestRecord::host, RequestRecord::tls, (one, other) -> other));
        return new CallTotals(calls, hosts);
    }
}
