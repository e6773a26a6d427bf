package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** The sync log in the invoice store. */
final class StoredJournal implements SyncJournal {
    /** How many of the newest runs are looked through for those of a kind. */
    private static final int LOOKED_THROUGH = 500;

    private final LedgeredSession session;

    StoredJournal(LedgeredSession session) {
        this.session = session;
    }

    @Override
    public int begin(ConnectionId id, Instant started, SyncMode mode) throws ProblemException {
        session.runBegins(id);
        return session.write(id, (s, delta) -> {
            var run = new RunEntity();
            run.connectionId = id.value();
            run.number = 1 + s
                    .createSelectionQuery(
                            "select coalesce(max(r.number), 0) from RunEntity r where r.connectionId = :c",
                            Integer.class)
                    .setParameter("c", id.value()).getSingleResult();
            run.started = started;
            run.mode = mode.name();
            run.report = "";
            s.insert(run);
            if (mode == SyncMode.FULL) {
                new ShownNames(s, id.value()).renew();
            }
            return run.number;
        });
    }

    @Override
    public void end(ConnectionId id, int number, Instant ended, SyncReport report) throws ProblemException {
        session.runEnds(id);
        session.write(id, (s, delta) -> {
            new OldRuns(s, id).drop(ended);
            return s.createMutationQuery("update RunEntity r set r.ended = :ended, r.report = :report "
                    + "where r.connectionId = :c and r.number = :number").setParameter("ended", ended)
                    .setParameter("report", ReportText.text(report)).setParameter("c", id.value())
                    .setParameter("number", number).executeUpdate();
        });
        session.flush();
    }

    @Override
    public void keep(ConnectionId id, int number, List<RequestRecord> requests) throws ProblemException {
        session.write(id, (s, delta) -> {
            int position = s
                    .createSelectionQuery("select coalesce(max(r.position), 0) from RequestEntity r "
                            + "where r.connectionId = :c and r.runNumber = :number", Integer.class)
                    .setParameter("c", id.value()).setParameter("number", number).getSingleResult();
            var rows = new ArrayList<RequestEntity>();
            for (RequestRecord request : requests) {
                position++;
                rows.add(row(id, number, position, request));
            }
            s.insertMultiple(rows);
            return rows.size();
        });
    }

    private static RequestEntity row(ConnectionId id, int number, int position, RequestRecord request) {
        var row = new RequestEntity();
        row.connectionId = id.value();
        row.runNumber = number;
        row.position = position;
        row.requestedAt = request.at();
        row.host = request.host();
        row.model = request.model();
        row.method = request.method();
        row.recordCount = request.rows();
        row.byteCount = request.bytes();
        row.status = request.status();
        row.tookNanos = request.took().toNanos();
        row.outcome = request.outcome();
        row.tls = request.tls();
        return row;
    }

    @Override
    public List<RunRecord> runs(int each) throws ProblemException {
        return session.read(s -> s
                .createSelectionQuery("select distinct r.connectionId from RunEntity r", String.class).list().stream()
                .flatMap(connection -> runs(s, connection, each))
                .sorted(Comparator.comparing(RunRecord::started).thenComparingInt(RunRecord::number).reversed())
                .toList());
    }

    /**
     * The newest of both kinds, among the newest of all: where there are few of a kind, the log of two years is not read
     * for more. Only the last that ended of those that no fetch may hide is looked for further down.
     */
    private static Stream<RunRecord> runs(StatelessSession s, String connection, int each) {
        int newest = s.createSelectionQuery("select r.number from RunEntity r where r.connectionId = :c "
                + "order by r.userId desc, r.connectionId desc, r.number desc", Integer.class)
                .setParameter("c", connection).setMaxResults(1).stream().findFirst().orElse(0);
        int step = Math.max(LOOKED_THROUGH, 2 * each);
        var others = new ArrayList<RunRecord>();
        for (int to = newest; to > 0 && others.size() < each && !hasEnded(others); to -= step) {
            others.addAll(runs(s, connection, "<>", to - step, to, each - others.size()));
        }
        return Stream.concat(others.stream(), runs(s, connection, "=", newest - step, newest, each).stream());
    }

    private static boolean hasEnded(List<RunRecord> runs) {
        return runs.stream().anyMatch(run -> run.report() != null);
    }

    /** @param fetches "=" for those that only fetched a PDF, "<>" for the others */
    private static List<RunRecord> runs(StatelessSession s, String connection, String fetches, int after, int to,
            int each) {
        return s.createSelectionQuery("from RunEntity r where r.connectionId = :c and r.number > :after "
                + "and r.number <= :to and r.mode " + fetches
                + " :alone order by r.userId desc, r.connectionId desc, r.number desc", RunEntity.class)
                .setParameter("c", connection).setParameter("after", after).setParameter("to", to)
                .setParameter("alone", SyncMode.ORIGINAL.name()).setMaxResults(each).list().stream()
                .map(r -> new RunRecord(new ConnectionId(r.connectionId), r.number, r.started, r.ended,
                        SyncMode.valueOf(r.mode), ReportText.report(r.report)))
                .toList();
    }

    @Override
    public List<RequestRecord> requests(ConnectionId id, int number) throws ProblemException {
        return session.read(s -> s.createSelectionQuery("""
                from RequestEntity r where r.connectionId = :c and r.runNumber = :number order by r.position""",
                RequestEntity.class).setParameter("c", id.value()).setParameter("number", number).stream()
                .map(r -> new RequestRecord(r.requestedAt, r.host, r.model, r.method, r.recordCount, r.byteCount,
                        r.status, Duration.ofNanos(r.tookNanos), r.outcome, r.tls))
                .toList());
    }

    @Override
    public CallTotals totals() throws ProblemException {
        return session.read(s -> new CallTotals(calls(s), protocols(s)));
    }

    private static Map<String, Long> calls(StatelessSession s) {
        var calls = new TreeMap<String, Long>();
        s.createSelectionQuery("select r.model, r.method, count(*) from RequestEntity r group by r.model, r.method",
                Object[].class).list().forEach(row -> {
                    String model = (String) row[0];
                    calls.put(model.isEmpty() ? (String) row[1] : model + "." + row[1], (Long) row[2]);
                });
        return calls;
    }

    /** A host that was spoken to with several protocols has them all, separated by commas. */
    private static Map<String, String> protocols(StatelessSession s) {
        var protocols = new TreeMap<String, String>();
        s.createSelectionQuery(
                "select distinct r.host, r.tls from RequestEntity r where r.tls <> '' order by r.host, r.tls",
                Object[].class).list().forEach(
                        row -> protocols.merge((String) row[0], (String) row[1], (one, two) -> one + ", " + two));
        return protocols;
    }
}
