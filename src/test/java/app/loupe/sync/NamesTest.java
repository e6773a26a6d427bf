package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.NameKind;
import app.loupe.domain.Named;
import app.loupe.domain.SyncCounts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One plain sync leaves one name everywhere, though nothing that shows it was written. */
class NamesTest {
    private final Scene scene = new Scene();

    @Test
    void aJournalThatWasRenamedIsCalledSoWithoutReadingAnInvoice() {
        scene.create(30);
        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        scene.books.renameJournal("Customer Invoices");
        int before = scene.books.recordsRead();

        SyncCounts counts = scene.runs();

        assertThat(scene.copy.renamed())
                .isEqualTo(Map.of(new Named(NameKind.JOURNAL, 1, 0, ""), "Customer Invoices"));
        assertThat(scene.books.recordsRead() - before).isZero();
        assertThat(counts.changed()).isZero();
    }

    @Test
    void nothingIsRenamedWhereNothingGotAnotherName() {
        scene.create(30);
        scene.runs();
        scene.books.advance(Duration.ofHours(2));

        scene.runs();

        assertThat(scene.copy.renamed()).isEmpty();
    }
}
