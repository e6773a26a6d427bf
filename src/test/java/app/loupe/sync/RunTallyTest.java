package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Applied;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTallyTest {
    private final RunTally tally = new RunTally();

    @Test
    void addsUp() {
        tally.invoices(new Applied(1, 2, 3));
        tally.invoices(new Applied(10, 0, 0));
        tally.same(100);
        tally.removed(4);
        tally.inaccessible(5);
        tally.journalItems(new Applied(1, 1, 50));
        tally.dropped(1);
        tally.partners(new Applied(6, 0, 9));
        tally.products(new Applied(0, 7, 9));

        assertThat(tally.complete(8)).isEqualTo(new SyncReport.Done(new SyncCounts(11, 2, 103, 4, 5, 3, 6, 7, 8)));
    }

    @Test
    void namesEachUnreadableRecordOnceAndNotWithoutEnd() {
        var record = new RecordProblem(RecordKind.INVOICE, 7, "currency_id");
        tally.unreadable(List.of(record, record));
        assertThat(tally.complete(0)).isEqualTo(new SyncReport.Partial(SyncCounts.NONE,
                List.of(Problem.of(ProblemCode.RECORD_UNREADABLE, "account.move", "7", "currency_id"))));

        IntStream.range(0, 2_000)
                .forEach(id -> tally.unreadable(List.of(new RecordProblem(RecordKind.PARTNER, id, "name"))));

        assertThat(((SyncReport.Partial) tally.complete(0)).problems()).hasSize(RunTally.MOST_PROBLEMS);
        assertThat(tally.mustLookAgain()).isFalse();
    }
}
