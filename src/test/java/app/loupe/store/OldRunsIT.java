package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.LastRuns;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log does not grow for ever, and what the window shows of it is whole. */
class OldRunsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final int ALL = 10_000;

    @TempDir
    Path folder;

    private static int run(OpenStore open, ConnectionId id, Instant began) throws ProblemException {
        SyncJournal journal = open.store.journal();
        int number = journal.begin(id, began, SyncMode.CHANGES);
        journal.keep(id, number, List.of(request(began, "search_read"), request(began, "read")));
        journal.end(id, number, began.plusSeconds(9), new SyncReport.Done(SyncCounts.NONE));
        return number;
    }

    private static RequestRecord request(Instant at, String method) {
        return new RequestRecord(at, "erp:443", "account.move", method, 1, 1, 200, Duration.ZERO, "ok", "TLSv1.3");
    }

    private static void daily(OpenStore open, ConnectionId id, Instant first, int days) throws ProblemException {
        for (int day = 0; day < days; day++) {
            run(open, id, first.plus(Duration.ofDays(day)));
        }
    }

    private static Set<Integer> runs(OpenStore open, ConnectionId id) throws ProblemException {
        return open.store.journal().runs(ALL).stream().filter(run -> run.connection().equals(id))
                .map(RunRecord::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> withRequests(OpenStore open, ConnectionId id) throws ProblemException {
        var with = new TreeSet<Integer>();
        for (int number : runs(open, id)) {
            if (!open.store.journal().requests(id, number).isEmpty()) {
                with.add(number);
            }
        }
        return with;
    }

    private static Set<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void requestsGoAfterNinetyDaysAndTheirRunsStay() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            daily(open, SHOP, FIRST, 90);
            assertThat(withRequests(open, SHOP)).isEqualTo(numbers(1, 90));

            daily(open, SHOP, FIRST.plus(Duration.ofDays(90)), 10);

            // day 100 ended: begun before day 10 are 1 to 10, each a moment more than 90 days ago
            assertThat(runs(open, SHOP)).isEqualTo(numbers(1, 100));
            assertThat(withRequests(open, SHOP)).isEqualTo(numbers(11, 100));
            assertThat(open.store.journal().requests(SHOP, 10)).isEmpty();
            assertThat(open.store.journal().totals().callsByMethod())
                    .isEqualTo(Map.of("account.move.search_read", 90L, "account.move.read", 90L));
            assertThat(open.store.journal().totals().tlsByHost()).isEqualTo(Map.of("erp:443", "TLSv1.3"));
        }
    }

    @Test
    void theLastFiftyRunsStayWholeHoweverOldTheyAre() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            daily(open, SHOP, FIRST, 60);
            daily(open, OTHER, FIRST, 60);

            int number = run(open, SHOP, FIRST.plus(Duration.ofDays(3_000)));

            assertThat(number).isEqualTo(61);
            assertThat(runs(open, SHOP)).isEqualTo(numbers(12, 61));
            assertThat(withRequests(open, SHOP)).isEqualTo(numbers(12, 61));
            assertThat(runs(open, OTHER)).as("another connection").isEqualTo(numbers(1, 60));
            assertThat(withRequests(open, OTHER)).isEqualTo(numbers(1, 60));
        }
    }

    @Test
    void aLogThatWasNeverPrunedIsShortenedALittleWithEachRun() throws Exception {
        Instant later = FIRST.plus(Duration.ofDays(3_000));
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            daily(open, SHOP, FIRST, 89);
            for (int run = 0; run < 40; run++) {
                int number = open.store.journal().begin(SHOP, FIRST.plus(Duration.ofDays(89)), SyncMode.CHANGES);
                open.store.journal().keep(SHOP, number, List.of(request(FIRST, "read")));
            }
            run(open, SHOP, later);
            assertThat(runs(open, SHOP)).isEqualTo(numbers(1 + OldRuns.MOST_AT_ONCE, 130));
            run(open, SHOP, later);
            run(open, SHOP, later);
            run(open, SHOP, later);

            assertThat(runs(open, SHOP)).isEqualTo(numbers(84, 133));
            assertThat(withRequests(open, SHOP)).isEqualTo(numbers(84, 133));
        }
    }

    /** A clock that was put back for a while: what is young stays, and so does all that came after it. */
    @Test
    void nothingYoungGoesWithSomethingOld() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            daily(open, SHOP, FIRST.minus(Duration.ofDays(2_000)), 3);
            run(open, SHOP, FIRST);
            daily(open, SHOP, FIRST.minus(Duration.ofDays(2_000)), 3);
            daily(open, SHOP, FIRST, 60);

            assertThat(runs(open, SHOP)).isEqualTo(numbers(4, 67));
            assertThat(withRequests(open, SHOP)).isEqualTo(numbers(4, 67));
        }
    }

    /** A clock that was ahead for a while: its runs do not keep all that comes after them. */
    @Test
    void aRunOfAClockThatWasAheadHoldsNothingUp() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            daily(open, SHOP, FIRST.plus(Duration.ofDays(9_000)), 30);
            daily(open, SHOP, FIRST, 60);
            run(open, SHOP, FIRST.plus(Duration.ofDays(9_000)));

            run(open, SHOP, FIRST.plus(Duration.ofDays(3_000)));
            run(open, SHOP, FIRST.plus(Duration.ofDays(3_000)));

            assertThat(runs(open, SHOP)).isEqualTo(numbers(44, 93));
            assertThat(withRequests(open, SHOP)).isEqualTo(numbers(44, 93));
        }
    }

    /** Fifty connections with a run every hour: the last one of each is found, however many the others had since. */
    @Test
    void theNewestOfEachConnectionAreThereHoweverManyOthersHad() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            int failed = open.store.journal().begin(SHOP, FIRST, SyncMode.CHANGES);
            var refused = new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.SIGN_IN_REFUSED));
            open.store.journal().end(SHOP, failed, FIRST, refused);
            daily(open, OTHER, FIRST.plus(Duration.ofDays(1)), 9);

            assertThat(open.store.journal().runs(3)).extracting(RunRecord::connection, RunRecord::number)
                    .containsExactly(tuple(OTHER, 9), tuple(OTHER, 8), tuple(OTHER, 7), tuple(SHOP, 1));
        }
    }

    /** A run that began while the clock stood years ahead is not the last one for years. */
    @Test
    void theLastRunIsTheOneWithTheHighestNumber() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            run(open, SHOP, FIRST.plus(Duration.ofDays(3_650)));
            run(open, SHOP, FIRST);
            int last = run(open, SHOP, FIRST.plus(Duration.ofHours(1)));

            assertThat(open.store.journal().runs(2)).extracting(RunRecord::number).containsExactly(last, last - 1);
            assertThat(LastRuns.of(open.store.journal().runs(9)).get(SHOP)).extracting(RunRecord::number)
                    .isEqualTo(last);
        }
    }

    @Test
    void nothingOfItReadsMoreThanItTakesAway() throws Exception {
        Set<String> asked = pruning();
        assertThat(asked)
                .as("the oldest sync that stays, two first rows, the runs after one, three looks for PDFs, and two "
                        + "deletions")
                .hasSize(9);
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY)) {
            for (String sql : asked) {
                assertThat(plan(connection, sql)).contains("USER_ID = ").contains("CONNECTION_ID = ")
                        .matches(plan -> plan.startsWith("DELETE")
                                ? plan.contains("NUMBER <= ")
                                : plan.contains("index sorted"), "goes along the key: " + sql);
            }
        }
    }

    /** What a run asks of the log at its end. */
    private Set<String> pruning() throws ProblemException {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            daily(open, SHOP, FIRST, 60);
            open.statements.clear();
            run(open, SHOP, FIRST.plus(Duration.ofDays(3_000)));
            Set<String> asked = open.statements();
            asked.removeIf(sql -> !sql.startsWith("delete from")
                    && !(sql.contains("order by") && sql.contains("fetch first")));
            return asked;
        }
    }

    private static String plan(Connection connection, String sql) throws Exception {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setString(i, "1");
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1).replaceAll("\\s+", " ");
            }
        }
    }

    private static void fetch(OpenStore open, Instant at, int times) throws ProblemException {
        for (int i = 0; i < times; i++) {
            int number = open.store.journal().begin(SHOP, at, SyncMode.ORIGINAL);
            open.store.journal().end(SHOP, number, at, new SyncReport.Done(SyncCounts.NONE));
        }
    }

    private static void begin(OpenStore open, SyncMode mode, int times) throws ProblemException {
        for (int i = 0; i < times; i++) {
            open.store.journal().begin(SHOP, FIRST.plusSeconds(i), mode);
        }
    }

    /** Otherwise a log of two years would be read each time for the fetches that are not in it. */
    @Test
    void whatIsFarBelowTheNewestIsNotLookedForUnlessItIsTheLastSync() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            begin(open, SyncMode.ORIGINAL, 1);
            begin(open, SyncMode.CHANGES, 599);
            int sync = run(open, SHOP, FIRST.plusSeconds(700));

            assertThat(open.store.journal().runs(SyncJournal.RUNS_ALWAYS_KEPT)).extracting(RunRecord::mode)
                    .hasSize(SyncJournal.RUNS_ALWAYS_KEPT).containsOnly(SyncMode.CHANGES);
            begin(open, SyncMode.ORIGINAL, 600);
            // killed: it says nothing of the copy
            begin(open, SyncMode.CHANGES, 1);
            assertThat(LastRuns.of(open.store.journal().runs(SyncJournal.RUNS_ALWAYS_KEPT)))
                    .hasEntrySatisfying(SHOP, last -> assertThat(last.number()).isEqualTo(sync));
        }
    }

    /** After a new start of the program it must be known that the last sync was refused. */
    @Test
    void theLastSyncIsKnownHoweverManyPdfsWereFetchedSince() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            int sync = run(open, SHOP, FIRST);
            fetch(open, FIRST.plusSeconds(60), SyncJournal.RUNS_ALWAYS_KEPT + 5);

            List<RunRecord> newest = open.store.journal().runs(SyncJournal.RUNS_ALWAYS_KEPT);

            assertThat(LastRuns.of(newest)).hasEntrySatisfying(SHOP,
                    last -> assertThat(last.number()).isEqualTo(sync));
            assertThat(newest).as("fetches are counted apart").hasSize(SyncJournal.RUNS_ALWAYS_KEPT + 1);
        }
    }
}
