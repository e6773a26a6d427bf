package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;

class VerifyCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void connection() throws Exception {
        bench.connections.put(ACME, "Acme", null);
    }

    private static SyncCounts counts(@Nullable Verified verified) {
        return new SyncCounts(0, 2, 12_416, 0, 0, 0, 0, 0, 41, verified);
    }

    private void ends(SyncReport report) {
        bench.runner = (id, mode, cancel, progress) -> report;
    }

    @Test
    void saysHowManyAreVerifiedAndWhatWasRepaired() {
        ends(new SyncReport.Done(counts(new Verified(12_418, 12_418, 2))));
        assertThat(bench.run("verify")).isZero();
        ends(new SyncReport.Done(counts(new Verified(12_418, 12_418, 0))));
        assertThat(bench.run("verify", "Acme")).isZero();

        assertThat(bench.terminal.output()).isEqualToIgnoringNewLines(
                "Acme: 12,418 of 12,418 verified, 2 records repaired; 41 requests."
                        + "Acme: 12,418 of 12,418 verified, nothing to repair; 41 requests.");
        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void allConnectionsAreMeantWithoutAName() throws Exception {
        bench.connections.put(OTHER, "Other", null);
        bench.connections.addSample();
        var ran = new ArrayList<String>();
        bench.runner = (id, mode, cancel, progress) -> {
            ran.add(id.value() + " " + mode);
            return new SyncReport.Done(counts(new Verified(1, 1, 0)));
        };

        assertThat(bench.run("verify")).isZero();
        assertThat(bench.run("verify", "Other")).isZero();

        assertThat(ran).containsExactly(ACME + " " + SyncMode.VERIFY, OTHER + " " + SyncMode.VERIFY,
                OTHER + " " + SyncMode.VERIFY);
    }

    @Test
    void exitCodesAreThoseOfASync() {
        ends(new SyncReport.Partial(counts(new Verified(16, 15, 0)),
                List.of(Problem.of(ProblemCode.INVOICES_NOT_VERIFIED, "1", "106"))));
        assertThat(bench.run("verify")).isEqualTo(1);
        assertThat(bench.terminal.output()).contains("15 of 16 verified, nothing repaired; what is named below");
        assertThat(bench.terminal.messages()).contains("106");

        ends(new SyncReport.Partial(counts(null),
                List.of(Problem.of(ProblemCode.RECORDS_NOT_SENT, "res.partner", "1", "5"))));
        assertThat(bench.run("verify")).isEqualTo(1);
        assertThat(bench.terminal.output()).contains("Acme: not verified, because not everything came");

        ends(new SyncReport.Failed(counts(null), Problem.of(ProblemCode.SERVER_BUSY)));
        assertThat(bench.run("verify")).isEqualTo(3);
        ends(new SyncReport.Failed(counts(new Verified(16, 16, 0)), Problem.of(ProblemCode.DISK_FULL, "x")));
        assertThat(bench.run("verify")).isEqualTo(2);
        ends(new SyncReport.Cancelled(counts(null)));
        assertThat(bench.run("verify")).isEqualTo(1);
        assertThat(bench.run("verify", "nobody")).isEqualTo(2);
    }

    @Test
    void oneThatFailsDoesNotStopTheNext() throws Exception {
        bench.connections.put(OTHER, "Other", null);
        bench.runner = (id, mode, cancel, progress) -> id.value().equals(ACME)
                ? new SyncReport.Failed(counts(null), Problem.of(ProblemCode.SERVER_BUSY))
                : new SyncReport.Done(counts(new Verified(3, 3, 0)));

        assertThat(bench.run("verify")).isEqualTo(1);

        assertThat(bench.terminal.output()).contains("Acme: stopped before the end", "Other: 3 of 3 verified");
    }

    /** Each run has looked at every record of the copy before it compares, and says what was found. */
    @Test
    void tellsWhatWasFoundInTheCopyAsItsRunSays() {
        ends(new SyncReport.Partial(counts(new Verified(3, 3, 0)),
                List.of(Problem.of(ProblemCode.STORE_SHORT, "411", "2000", ACME))));
        bench.examineFails = ProblemException.of(ProblemCode.KEYRING_LOCKED);

        assertThat(bench.run("verify")).isEqualTo(1);

        assertThat(bench.terminal.messages()).containsOnlyOnce("411 of 2000");
    }

    @Test
    void jsonSaysTheSame() {
        ends(new SyncReport.Done(counts(new Verified(16, 16, 1))));

        assertThat(bench.run("verify", "--json")).isZero();

        assertThat(bench.terminal.output()).contains("\"requests\":41,"
                + "\"verification\":{\"invoices\":16,\"verified\":16,\"repaired\":1},\"problems\":[]}");
    }

    @Test
    void theListShowsTheLastResult() throws Exception {
        Instant ended = Instant.parse("2026-03-01T10:15:00Z");
        bench.connections.know(new ConnectionId(ACME),
                new Verification(ended.plusSeconds(9), ended, new Verified(12_418, 12_417, 3)));
        bench.connections.put(OTHER, "Other", null);

        assertThat(bench.run("connections", "list")).isZero();
        assertThat(bench.run("connections", "list", "--json")).isZero();

        assertThat(bench.terminal.output()).contains("VERIFIED", "12,417 of 12,418, 1 Mar 2026")
                .contains("\"last_verified\":\"2026-03-01T10:15:00Z\","
                        + "\"verification\":{\"invoices\":12418,\"verified\":12417,\"repaired\":3}}");
        assertThat(bench.terminal.output().lines().filter(line -> line.contains(OTHER)).toList()).last().asString()
                .doesNotContain("verif");
    }
}
