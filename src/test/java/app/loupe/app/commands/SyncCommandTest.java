package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.SyncMode;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncProgress.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;

class SyncCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";
    private static final SyncCounts COUNTS = new SyncCounts(3, 2, 1407, 1, 0, 9, 4, 5, 6);

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void oneConnection() throws ProblemException {
        bench.connections.put(ACME, "Acme", null);
    }

    private void ends(SyncReport report) {
        bench.runner = (id, mode, cancel, progress) -> report;
    }

    @Test
    void aCompleteRunIsOneLine() {
        ends(new SyncReport.Done(COUNTS));

        assertThat(bench.run("sync")).isZero();

        assertThat(bench.terminal.output()).isEqualToIgnoringNewLines(
                "Acme: up to date. 3 new, 2 changed, 1 gone, 1,407 unchanged; 6 requests.");
        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void exitCodesFollowTheReport() {
        ends(new SyncReport.Partial(COUNTS,
                List.of(Problem.of(ProblemCode.RECORD_UNREADABLE, "account.move", "7", "x"))));
        assertThat(bench.run("sync")).isEqualTo(1);
        assertThat(bench.terminal.messages()).contains("account.move number 7");

        ends(new SyncReport.Partial(COUNTS, List.of(Problem.of(ProblemCode.FIELD_DROPPED, "account.move", "x"))));
        assertThat(bench.run("sync")).isZero();

        ends(new SyncReport.Cancelled(COUNTS));
        assertThat(bench.run("sync")).isEqualTo(1);

        for (var expected : Map.of(ProblemCode.HOST_UNKNOWN, 3, ProblemCode.KEYRING_LOCKED, 4, ProblemCode.DISK_FULL, 2)
                .entrySet()) {
            ends(new SyncReport.Failed(COUNTS, Problem.of(expected.getKey(), "x")));
            assertThat(bench.run("sync")).as(expected.getKey().key()).isEqualTo(expected.getValue());
        }
    }

    @Test
    void severalConnectionsNeedANameOrAll() throws Exception {
        bench.connections.put(OTHER, "Other", null);
        var ran = new ArrayList<ConnectionId>();
        bench.runner = (id, mode, cancel, progress) -> {
            ran.add(id);
            return new SyncReport.Done(COUNTS);
        };

        assertThat(bench.run("sync")).isEqualTo(2);
        assertThat(bench.run("sync", "--all", ACME)).isEqualTo(2);
        assertThat(ran).isEmpty();
        assertThat(bench.run("sync", "--all")).isZero();
        assertThat(bench.run("sync", "Other")).isZero();
        assertThat(ran).extracting(ConnectionId::value).containsExactly(ACME, OTHER, OTHER);
    }

    @Test
    void theSampleCompanyBesideARealOneIsNotMeantWithoutAName() throws Exception {
        String sample = bench.connections.addSample().id().value();
        var ran = new ArrayList<String>();
        bench.runner = (id, mode, cancel, progress) -> {
            ran.add(id.value());
            return new SyncReport.Done(COUNTS);
        };

        assertThat(bench.run("sync")).isZero();
        assertThat(ran).containsExactly(ACME);
        assertThat(bench.run("sync", "sample")).isZero();
        assertThat(bench.run("sync", "--all")).isZero();
        assertThat(ran).containsExactly(ACME, sample, ACME, sample);

        bench.connections.profiles.removeFirst();
        assertThat(bench.run("sync")).isZero();
        assertThat(ran).last().isEqualTo(sample);
    }

    @Test
    void oneThatFailsDoesNotStopTheNext() throws Exception {
        bench.connections.put(OTHER, "Other", null);
        bench.runner = (id, mode, cancel, progress) -> {
            if (id.value().equals(ACME)) {
                throw ProblemException.of(ProblemCode.SYNC_ALREADY_RUNNING);
            }
            return new SyncReport.Done(COUNTS);
        };

        assertThat(bench.run("sync", "--all")).isEqualTo(1);
        assertThat(bench.terminal.output()).contains("Acme: stopped before the end").contains("Other: up to date");
    }

    @Test
    void fullIsPassedOn() {
        var seen = new ArrayList<Boolean>();
        bench.runner = (id, mode, cancel, progress) -> {
            seen.add(mode == SyncMode.FULL);
            return new SyncReport.Done(COUNTS);
        };

        bench.run("sync", "--full");
        bench.run("sync");

        assertThat(seen).containsExactly(true, false);
    }

    @Test
    void aFullSyncLooksAtEveryRecordFirst() {
        bench.scrubbed.add(Problem.of(ProblemCode.STORE_SHORT, "411", "2000"));

        bench.run("sync");
        assertThat(bench.terminal.messages()).doesNotContain("411 of 2000");
        bench.run("sync", "--full");

        assertThat(bench.terminal.messages()).contains("411 of 2000");
    }

    @Test
    void ctrlCCancelsTheRunAndTheReportStillComes() {
        var interrupt = new ArrayList<Runnable>();
        var events = new ArrayList<String>();
        bench.interrupts = action -> {
            assertThat(bench.opened).as("opening may ask, and is not watched").hasSize(1);
            interrupt.add(action);
            return () -> events.add("released after " + bench.closed + " close");
        };
        bench.runner = (id, mode, cancel, progress) -> {
            assertThat(cancel.isCancelled()).isFalse();
            interrupt.forEach(Runnable::run);
            assertThat(cancel.isCancelled()).isTrue();
            return new SyncReport.Cancelled(COUNTS);
        };

        assertThat(bench.run("sync")).isEqualTo(1);

        assertThat(bench.terminal.output()).contains("stopped by you. 3 new and 2 changed are kept");
        assertThat(events).containsExactly("released after 1 close");
    }

    @Test
    void aTerminalSeesABarThatGoesAwayAgain() {
        bench.terminal.typing();
        bench.runner = (id, mode, cancel, progress) -> {
            progress.accept(SyncProgress.BEGUN);
            for (int done = 0; done <= 2_000; done++) {
                progress.accept(new SyncProgress(Step.INVOICES, done, 2_000));
            }
            return new SyncReport.Done(COUNTS);
        };

        bench.run("sync");

        String shown = bench.terminal.messages();
        assertThat(shown).contains("signing in").contains("████████████░░░░░░░░░░░░ 1,000 of 2,000 documents");
        assertThat(shown.chars().filter(c -> c == '\r').count()).isLessThan(110);
        assertThat(shown).endsWith(" \r");
    }

    @Test
    void everyStepOfTheEngineHasWords() {
        bench.terminal.typing();
        bench.runner = (id, mode, cancel, progress) -> {
            Stream.of(Step.values()).forEach(step -> progress.accept(new SyncProgress(step, 1, 2)));
            return new SyncReport.Done(COUNTS);
        };

        assertThat(bench.run("sync")).isZero();
    }

    @Test
    void jsonHasCountsAndProblemsAndNoBar() {
        bench.terminal.typing();
        bench.runner = (id, mode, cancel, progress) -> {
            progress.accept(new SyncProgress(Step.INVOICES, 1, 2));
            return new SyncReport.Failed(COUNTS, Problem.of(ProblemCode.SERVER_BUSY));
        };

        assertThat(bench.run("sync", "--json")).isEqualTo(3);

        assertThat(bench.terminal.messages()).isEmpty();
        assertThat(bench.terminal.output()).startsWith(
                """
                        {"connection":"Acme","connection_id":"aaaa1111","outcome":"failed","added":3,"changed":2,"unchanged":1407,\
                        "removed":1,"inaccessible":0,"journal_items":9,"partners":4,"products":5,"requests":6,\
                        "problems":[{"code":"server-busy","severity":"error",""");
    }
}
