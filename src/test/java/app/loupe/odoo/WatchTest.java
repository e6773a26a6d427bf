package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.HandTimer;

class WatchTest {
    private final HandTimer timer = new HandTimer();
    private final CancelToken cancel = new CancelToken();
    private final AtomicInteger aborts = new AtomicInteger();
    private final Watch watch = watch();

    private Watch watch() {
        try {
            return new Watch(Limits.STANDARD, Duration.ofSeconds(7), timer, cancel, aborts::incrementAndGet);
        } catch (ProblemException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @AfterEach
    void stop() {
        watch.close();
        timer.shutdownNow();
    }

    @Test
    void endsAtTheDeadlineThatItWasGivenWhateverHasArrived() {
        watch.progress(1_000_000);

        assertThat(timer.deadlines()).containsExactly(Duration.ofSeconds(7).toNanos());

        assertThat(watch.state()).isEqualTo(Watch.State.TOO_LONG);
        assertThat(aborts).hasValue(1);
    }

    @Test
    void letsAServerThinkButNotDrip() {
        timer.interval();
        timer.interval();
        assertThat(watch.state()).as("no body yet").isEqualTo(Watch.State.GOING_ON);

        watch.progress(0);
        timer.interval();
        watch.progress(Limits.STANDARD.leastBytes());
        timer.interval();
        assertThat(watch.state()).as("just enough").isEqualTo(Watch.State.GOING_ON);

        watch.progress(2 * Limits.STANDARD.leastBytes() - 1);
        timer.interval();
        assertThat(watch.state()).isEqualTo(Watch.State.TOO_SLOW);
        assertThat(aborts).hasValue(1);
    }

    @Test
    void theFirstReasonCounts() {
        cancel.cancel();
        timer.deadlines();

        assertThat(watch.state()).isEqualTo(Watch.State.CANCELLED);
        assertThat(aborts).hasValue(1);
    }

    @Test
    void whatComesAfterTheGatewayIsClosedIsGivenUpAndNoFailure() {
        timer.shutdownNow();

        assertThatThrownBy(() -> new Watch(Limits.STANDARD, Duration.ofSeconds(7), timer, cancel,
                aborts::incrementAndGet)).isInstanceOfSatisfying(ProblemException.class,
                        closing -> assertThat(closing.problem().code()).isEqualTo(ProblemCode.FILES_CLOSED));
    }

    @Test
    void nothingComesAfterTheEnd() {
        watch.close();

        assertThat(timer.deadlines()).isEmpty();
        cancel.cancel();

        assertThat(watch.state()).isEqualTo(Watch.State.GOING_ON);
        assertThat(aborts).hasValue(0);
    }
}
