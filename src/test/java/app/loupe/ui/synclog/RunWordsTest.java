package app.loupe.ui.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verified;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.window.WindowSamples;

class RunWordsTest {
    private final RunWords words = new RunWords(WindowSamples.wording(), run -> false);

    private static RunRecord run(SyncMode mode, @Nullable SyncReport report) {
        return new RunRecord(WindowSamples.ACME, 1, WindowSamples.NOW, WindowSamples.NOW, mode, report);
    }

    private static SyncCounts counts(Verified verified) {
        return new SyncCounts(0, 2, 16, 0, 0, 0, 0, 0, 41, verified);
    }

    @Test
    void everyKindOfRunHasItsName() {
        var names = new HashSet<String>();
        for (SyncMode mode : SyncMode.values()) {
            names.add(words.kind(run(mode, null)));
        }

        assertThat(names).containsExactlyInAnyOrder("Sync", "Full sync", "Verify", "Original PDF");
    }

    @Test
    void aRunDuringWhichTheClockWasSetBackHasNoDuration() {
        var set = new RunRecord(WindowSamples.ACME, 1, WindowSamples.NOW, WindowSamples.NOW.minusSeconds(3_600),
                SyncMode.CHANGES,
                new SyncReport.Done(SyncCounts.NONE));

        assertThat(words.duration(set)).isEmpty();
        assertThat(words.duration(run(SyncMode.CHANGES, new SyncReport.Done(SyncCounts.NONE)))).isEqualTo("1 s");
    }

    @Test
    void aComparisonSaysWhatItCameTo() {
        RunRecord quiet = run(SyncMode.VERIFY, new SyncReport.Done(counts(new Verified(16, 16, 0))));
        RunRecord repaired = run(SyncMode.VERIFY, new SyncReport.Done(counts(new Verified(16, 16, 2))));

        assertThat(words.outcome(quiet)).isEqualTo("Every document was compared, nothing had to be repaired");
        assertThat(words.outcome(repaired)).isEqualTo("Every document was compared, 2 records were repaired");
        assertThat(words.counts(repaired)).isEqualTo("16 of 16 verified, 2 changed");
    }

    @Test
    void oneThatLeftSomethingOpenNamesIt() {
        RunRecord open = run(SyncMode.VERIFY, new SyncReport.Partial(counts(new Verified(16, 15, 0)),
                List.of(Problem.of(ProblemCode.INVOICES_NOT_VERIFIED, "1", "106"))));

        assertThat(words.counts(open)).startsWith("15 of 16 verified");
        assertThat(words.problems(open)).singleElement().asString().contains("106");
    }
}
