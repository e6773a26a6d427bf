package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.VaultRepository;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
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

    /** As a command makes one: it looks at more. */
    @Test
    void aCheckOfAllContentCountsToo() throws ProblemException {
        try (OpenLoupe loupe = new WholeLoupe(folder, WholeLoupe.CLOCK, known.keyring).open()) {
            assertThat(loupe.examine()).isEmpty();
        }

        assertThat(waitAfter(Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatCannotBeNotedIsNoFailureOfTheCheck() throws ProblemException {
        var full = (VaultRepository) Proxy.newProxyInstance(VaultRepository.class.getClassLoader(),
                new Class<?>[] {VaultRepository.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("facts")) {
                        return Map.of();
                    }
                    throw ProblemException.of(ProblemCode.DISK_FULL);
                });
        var times = new ScrubTimes(full, WholeLoupe.CLOCK);

        assertThatCode(times::whole).doesNotThrowAnyException();
        assertThat(new ScrubTimes(full, WholeLoupe.CLOCK).afterOpening()).isEqualTo(SOON);
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
