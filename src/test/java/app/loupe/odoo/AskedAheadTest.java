package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The request that is asked ahead: one at a time, on another thread, in the time of its own question. */
class AskedAheadTest {
    private static final Sent SENT = new Sent(new OdooRequest.Version(), Instant.EPOCH, Duration.ZERO, null, null);

    private final AtomicLong now = new AtomicLong();
    private final List<Runnable> begun = new ArrayList<>();
    private final AskedAhead ahead = new AskedAhead(begun::add);

    private Duration leftFor(boolean anotherQuestion) throws Exception {
        var left = new AtomicLong();
        Deadline.in(Duration.ofSeconds(40), now::get).during(() -> {
            now.addAndGet(Duration.ofSeconds(30).toNanos());
            ahead.send(() -> {
                left.set(Deadline.left(Duration.ofHours(1)).toNanos());
                return SENT;
            }, anotherQuestion);
            return SENT;
        });
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        Thread.ofPlatform().start(begun.getLast()).join();
        assertThat(ahead.take()).contains(SENT);
        return Duration.ofNanos(left.get());
    }

    @Test
    void aRequestOfTheSameQuestionHasWhatIsLeftOfItsTime() throws Exception {
        assertThat(leftFor(false)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void thatOfTheNextQuestionHasTimeOfItsOwnFromWhenItIsSent() throws Exception {
        assertThat(leftFor(true)).isEqualTo(Duration.ofSeconds(36));
    }

    @Test
    void whileOneIsThereNoOtherIsSent() {
        ahead.send(() -> SENT, true);
        ahead.send(() -> SENT, true);
        assertThat(begun).hasSize(1);

        begun.getFirst().run();
        ahead.settle();
        ahead.send(() -> SENT, true);
        assertThat(begun).as("what came is kept until it is taken").hasSize(1);

        assertThat(ahead.take()).contains(SENT);
        assertThat(ahead.take()).isEmpty();
        ahead.send(() -> SENT, true);
        assertThat(begun).hasSize(2);
    }

    @Test
    void whatNobodyExpectedIsThrownWhereItIsWaitedFor() {
        Callable<Sent> broken = () -> Objects.requireNonNull(null, "broken");
        ahead.send(broken, true);
        begun.getFirst().run();

        assertThatThrownBy(ahead::settle).isInstanceOf(NullPointerException.class).hasMessage("broken");
    }

    @Test
    void anInterruptedThreadWaitsUntilNothingIsUnderWayAndStaysInterrupted() {
        ahead.send(() -> SENT, true);
        Thread.currentThread().interrupt();
        Thread.ofPlatform().start(begun.getFirst());

        assertThat(ahead.take()).contains(SENT);
        assertThat(Thread.interrupted()).isTrue();
    }
}
