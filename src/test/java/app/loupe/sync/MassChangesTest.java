package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an import writes in one second is read when it comes and once more, and not in every sync until something is newer. */
class MassChangesTest {
    private final Scene scene = new Scene();

    private int recordsRead() {
        int before = scene.books.recordsRead();
        scene.runs();
        scene.assertCopyIsRight();
        return scene.books.recordsRead() - before;
    }

    @Test
    void manyThatWereWrittenInOneSecondAreNotReadForEver() {
        scene.create(3_000);
        assertThat(recordsRead()).isGreaterThanOrEqualTo(3_000);
        scene.books.advance(Duration.ofHours(1));
        assertThat(recordsRead()).as("the longest transaction of that second is over").isGreaterThanOrEqualTo(3_000);
        scene.books.advance(Duration.ofHours(1));

        assertThat(recordsRead()).isZero();
    }

    @Test
    void aChangeOfTheSameSecondThatIsCommittedLateIsStillFound() {
        List<Long> ids = scene.create(40);
        scene.books.beginEdit(ids.get(7));
        scene.runs();
        scene.books.advance(Duration.ofMinutes(9));
        scene.books.commitOldest();
        scene.books.advance(Duration.ofHours(1));

        scene.runs();

        scene.assertCopyIsRight();
    }
}
