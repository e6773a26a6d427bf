package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Seeded;

class IsoTextTest {
    @Seeded(20)
    void readsWhatJavaWrites(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextInt(-800_000, 3_000_000));
            Instant moment = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 260_000_000_000L),
                    random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));

            assertThat(IsoText.day(day.toString())).isEqualTo(day);
            assertThat(IsoText.moment(moment.toString())).isEqualTo(moment);
            assertThat(IsoText.of(moment)).isEqualTo(moment.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-1", "2026/01/01", "20260101",
        "2026-01-0a",
        "-026-01-01", "2026-01-01T00:00:00Z"})
    void whatIsNoDayIsRefused(String text) {
        assertThatThrownBy(() -> IsoText.day(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30T08:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T08:60:00Z",
        "2026-01-01T08:00:60Z",
        "2026-01-01 08:00:00Z", "2026-01-01T08.00:00Z", "2026-01-01T08:00:00X", "2026-01-01"})
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> IsoText.moment(text)).isInstanceOf(DateTimeException.class);
    }
}
