package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check of the copy comes in time, however soon its owner closes the window. */
class ScrubTimesIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final WholeLoupe known = new WholeLoupe(Path.of("unused"));

    private Duration waitAfter(Duration since) throws ProblemException {
        var bench = new WholeLoupe(folder,
                Clock.fixed(WholeLoupe.CLOCK.instant().plus(since), ZoneOffset.UTC), known.keyring);
        try (OpenLoupe loupe = bench.open()) {
            return loupe.scrubAfter();
        }
    }

    @ParameterizedTest
    @CsvSource({"P0D, PT1M", "P6DT23H, PT1M", "P7D, PT5S", "P400D, PT5S", "-P1D, PT5S"})
    void theNextComesSoonWhenTheLastWholeOneIsAWeekOldOrStillToCome(Duration since, Duration wait)
            throws ProblemException {
        try (OpenLoupe loupe = new WholeLoupe(folder, WholeLoupe.CLOCK, known.keyring).open()) {
            assertThat(loupe.scrubAfter()).as("never").isEqualTo(SOON);
            assertThat(loupe.scrub()).isEmpty();
        }

        assertThat(waitAfter(since)).isEqualTo(wait);
    }

    @Test
    void oneThatWasEndedBeforeItsEndCountsAsNone() throws ProblemException {
        try (OpenLoupe loupe = new WholeLoupe(folder, WholeLoupe.CLOCK, known.keyring).open()) {
            loupe.endScrub();
            assertThat(loupe.scrub()).isEmpty();
        }

        assertThat(waitAfter(Duration.ZERO)).isEqualTo(SOON);
    }
}
