package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Without a moment of the last listing nothing would ever be told of what changes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24 * 400})
    void whereNoClockIsToldTheListingHasAMomentThatHidesNothing(int hoursAhead) throws Exception {
        scene.through = AheadSource::silent;
        scene.clock = scene.books.second().plus(Duration.ofHours(hoursAhead));
        List<Long> ids = scene.create(4);
        scene.runs();

        Instant listed = scene.copy.listedAt(Scene.ID).orElseThrow();
        assertThat(listed).isBefore(scene.books.second().minus(Duration.ofMinutes(14)));
        for (int minutes : new int[] {1, 20, 50}) {
            scene.books.advance(Duration.ofMinutes(minutes));
            scene.books.editLine(ids.get(1));
            assertThat(scene.copy.present()).isNotEqualTo(scene.books.invoices());

            scene.runs();

            scene.assertCopyIsRight();
        }
    }

    /** A date from years ahead, which an import can leave, must not be the moment from which the next run looks. */
    @Test
    void aWriteDateAheadHidesNothingWhereNoClockIsTold() {
        scene.through = AheadSource::silent;
        List<Long> ids = scene.create(300);
        scene.books.rewrite(List.of(ids.get(7)), Duration.ofDays(2_000));
        scene.books.beforeCall(() -> {
            if (scene.copy.present().size() > 50) {
                throw new IllegalStateException("broken off");
            }
        });
        assertThatThrownBy(scene::run).hasMessage("broken off");
        scene.books.beforeCall(() -> {});
        scene.books.advance(Duration.ofHours(1));
        scene.copy.present().keySet().forEach(scene.books::editLine);

        scene.runs();

        scene.assertCopyIsRight();
    }
}
