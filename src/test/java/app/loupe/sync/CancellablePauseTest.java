package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CancellablePauseTest {
    private final CancelToken cancel = new CancelToken();
    private final Pause pause = new CancellablePause();

    @Test
    void waitsUntilTheTimeIsOver() throws ProblemException {
        long before = System.nanoTime();

        pause.pause(Duration.ofMillis(30), cancel);

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(Duration.ofMillis(29).toNanos());
    }

    @Test
    void wakesUpWhenCancelled() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(cancel::cancel,
                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));

        assertThatThrownBy(() -> pause.pause(Duration.ofHours(1), cancel)).isInstanceOfSatisfying(
                ProblemException.class,
                stopped -> assertThat(stopped.problem().code()).isEqualTo(ProblemCode.CANCELLED));
        assertThat(other).succeedsWithin(Duration.ofMinutes(2));
    }

    @Test
    void doesNotWaitWhenAlreadyCancelledOrInterrupted() {
        cancel.cancel();
        assertThatThrownBy(() -> pause.pause(Duration.ofHours(1), cancel)).isInstanceOf(ProblemException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pause.pause(Duration.ofHours(1), new CancelToken()))
                .isInstanceOf(ProblemException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
