package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be read, perhaps for ever, is named by each run and holds nothing else up, and is read as soon as it can be. */
class NeverReadTest {
    private final Scene scene = new Scene();

    private void neverHoldsUp(long broken, RecordKind kind, List<Long> ids) throws Exception {
        scene.books.breakRecord(broken, true);
        Optional<Instant> before = scene.copy.watermark(Scene.ID);
        int read = 0;
        for (int day = 0; day < 5; day++) {
            scene.books.advance(Duration.ofDays(1));
            scene.books.edit(ids.getFirst());
            int earlier = scene.books.recordsRead();

            SyncReport report = scene.run();

            assertThat(((SyncReport.Partial) report).problems()).contains(Problem.of(ProblemCode.RECORD_UNREADABLE,
                    kind.model(), Long.toString(broken), "amount_total"));
            assertThat(scene.copy.watermark(Scene.ID).orElseThrow()).isAfter(before.orElseThrow());
            before = scene.copy.watermark(Scene.ID);
            read = scene.books.recordsRead() - earlier;
        }
        assertThat(read).as("no more from day to day").isLessThan(ids.size());
        assertThat(scene.copy.listedAt(Scene.ID)).isPresent();

        scene.books.breakRecord(broken, false);
        scene.runs();
        scene.assertCopyIsRight();
    }

    @Test
    void anInvoiceWhoseLinesChanged() throws Exception {
        List<Long> ids = scene.create(9);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.books.editLine(ids.get(3));

        neverHoldsUp(ids.get(3), RecordKind.INVOICE, ids);
    }

    @Test
    void aPartner() throws Exception {
        List<Long> ids = scene.create(9);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.books.partner(2, "Renamed");

        neverHoldsUp(2, RecordKind.PARTNER, ids);
        assertThat(scene.copy.partners()).isEqualTo(scene.books.partners());
    }
}
