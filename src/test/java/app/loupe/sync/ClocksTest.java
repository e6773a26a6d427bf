package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock that a server tells need not be the one that stamps what is written. */
class ClocksTest {
    private final Scene scene = new Scene();

    @Test
    void aProxyThatIsAheadHidesNoEditOfALine() {
        scene.clock = scene.books.second();
        scene.ahead = Duration.ofHours(1);
        List<Long> ids = scene.create(4);
        scene.run();
        scene.books.advance(Duration.ofMinutes(20));
        scene.books.editLine(ids.get(1));
        assertThat(scene.copy.present()).isNotEqualTo(scene.books.invoices());
        scene.books.advance(Duration.ofMinutes(30));

        scene.runs();

        scene.assertCopyIsRight();
    }
}
