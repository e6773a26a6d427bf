package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetched PDFs are no syncs: however many they are, the last syncs stay in the log, and they themselves go by their age. */
class OldFetchesIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final int SYNCS = SyncJournal.RUNS_ALWAYS_KEPT;

    @TempDir
    Path folder;

    private static int run(OpenStore open, SyncMode mode, Instant began) throws ProblemException {
        SyncJournal journal = open.store.journal();
        int number = journal.begin(SHOP, began, mode);
        journal.keep(SHOP, number, List.of(new RequestRecord(began, "erp:443", "account.move", "read", 1, 1, 200,
                Duration.ZERO, "ok", "TLSv1.3")));
        journal.end(SHOP, number, began, new SyncReport.Done(SyncCounts.NONE));
        return number;
    }

    private static Set<Integer> runs(OpenStore open, boolean fetches) throws ProblemException {
        return open.store.journal().runs(10_000).stream()
                .filter(run -> (run.mode() == SyncMode.ORIGINAL) == fetches).map(RunRecord::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> withRequests(OpenStore open, boolean fetches) throws ProblemException {
        Set<Integer> with = runs(open, fetches);
        for (int number : Set.copyOf(with)) {
            if (open.store.journal().requests(SHOP, number).isEmpty()) {
                with.remove(number);
            }
        }
        return with;
    }

    @Test
    void fiftyFetchedPdfsPushNoSyncOut() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            for (int i = 0; i < SYNCS; i++) {
                run(open, i % 2 == 0 ? SyncMode.CHANGES : SyncMode.VERIFY, FIRST.plusSeconds(i));
            }
            Set<Integer> syncs = runs(open, false);
            Instant later = FIRST.plus(Duration.ofDays(3_000));
            for (int i = 0; i < SYNCS + 10; i++) {
                run(open, SyncMode.ORIGINAL, later.plusSeconds(i));
            }

            assertThat(runs(open, false)).isEqualTo(syncs).hasSize(SYNCS);
            assertThat(withRequests(open, false)).isEqualTo(syncs);
            assertThat(withRequests(open, true)).hasSize(SYNCS + 10);
        }
    }

    @Test
    void amongTheLastSyncsFetchedPdfsGoByTheirAge() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            for (int i = 0; i < 5; i++) {
                run(open, SyncMode.CHANGES, FIRST.plusSeconds(2L * i));
                run(open, SyncMode.ORIGINAL, FIRST.plusSeconds(2L * i + 1));
            }
            Set<Integer> syncs = runs(open, false);

            syncs.add(run(open, SyncMode.CHANGES, FIRST.plus(Duration.ofDays(100))));

            assertThat(runs(open, true)).hasSize(5);
            assertThat(withRequests(open, true)).isEmpty();
            assertThat(withRequests(open, false)).isEqualTo(syncs);

            syncs.add(run(open, SyncMode.CHANGES, FIRST.plus(Duration.ofDays(800))));

            assertThat(runs(open, true)).isEmpty();
            assertThat(withRequests(open, false)).isEqualTo(syncs);
        }
    }

    /** Below the last syncs both kinds go, and no more of them at once than before. */
    @Test
    void belowTheLastSyncsBothKindsGo() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            for (int i = 0; i < 10; i++) {
                run(open, i % 2 == 0 ? SyncMode.ORIGINAL : SyncMode.FULL, FIRST.plusSeconds(i));
            }
            for (int i = 0; i < SYNCS; i++) {
                run(open, SyncMode.CHANGES, FIRST.plusSeconds(100 + i));
            }

            int last = run(open, SyncMode.CHANGES, FIRST.plus(Duration.ofDays(3_000)));

            assertThat(runs(open, true)).isEmpty();
            assertThat(runs(open, false)).hasSize(SYNCS).contains(last);
        }
    }
}
