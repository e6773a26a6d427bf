package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.session.ElapsedTime;
import app.loupe.ui.common.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

/** A key that waits for its keyring is tried again every few minutes, one try after the other, and nothing is told of it. */
class LateRetirementFxTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger tries = new AtomicInteger();
    private final List<Problem> told = new CopyOnWriteArrayList<>();
    /** What is under way; it ends when it is run. */
    private final Queue<Runnable> underWay = new ArrayDeque<>();
    private Optional<ProblemCode> failure = Optional.empty();
    private LateRetirement retirement;

    @BeforeEach
    void begin() {
        var clock = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
        retirement = Fx.get(() -> new LateRetirement(new Background(underWay::add, told::add),
                new ElapsedTime(clock, nanos::get), () -> {
                    tries.incrementAndGet();
                    if (failure.isPresent()) {
                        throw ProblemException.of(failure.get());
                    }
                    return true;
                }));
    }

    /** As the beat has it: the window looks far more often than a try comes. */
    private void look(Duration later) {
        nanos.addAndGet(later.toNanos());
        Fx.run(retirement::look);
    }

    private void end() {
        Fx.get(underWay::remove).run();
        // what follows it on this thread has been done
        Fx.run(() -> {});
    }

    @Test
    void everyFewMinutes() {
        look(Duration.ZERO);
        look(LateRetirement.BETWEEN.minusSeconds(1));
        assertThat(underWay).as("the opening has tried").isEmpty();

        look(Duration.ofSeconds(1));
        end();
        assertThat(tries).hasValue(1);
        look(LateRetirement.BETWEEN.minusSeconds(1));
        assertThat(underWay).isEmpty();
        look(Duration.ofSeconds(1));
        end();
        assertThat(tries).hasValue(2);
    }

    @Test
    void oneTryIsNotJoinedByAnother() {
        look(LateRetirement.BETWEEN);
        look(LateRetirement.BETWEEN);
        assertThat(underWay).hasSize(1);

        end();
        look(Duration.ZERO);
        assertThat(underWay).as("counted from its end").isEmpty();
        look(LateRetirement.BETWEEN);
        assertThat(underWay).hasSize(1);
    }

    /** Every five minutes the same words would only be a nuisance. */
    @Test
    void aFailureIsNotTold() {
        failure = Optional.of(ProblemCode.STORE_FAILED);

        look(LateRetirement.BETWEEN);
        end();

        assertThat(told).isEmpty();
        look(LateRetirement.BETWEEN);
        assertThat(underWay).hasSize(1);
    }
}
