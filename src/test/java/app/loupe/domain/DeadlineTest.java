package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(30).toNanos());

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Duration left() {
        return Deadline.left(LONG);
    }

    @Test
    void whatIsLeftBecomesLessAndNeverNegative() {
        var deadline = Deadline.in(Deadline.QUESTION, now::get);
        passes(Duration.ofSeconds(50));

        assertThat(deadline.left()).as("the clock may pass its largest number").isEqualTo(Duration.ofSeconds(70));
        passes(Duration.ofSeconds(71));
        assertThat(deadline.left()).isZero();
    }

    @Test
    void aTryHasItsPartButNoMoreThanTheWhole() {
        var whole = Deadline.in(Deadline.QUESTION, now::get);

        assertThat(whole.atMost(Duration.ofSeconds(40)).left()).isEqualTo(Duration.ofSeconds(40));
        passes(Duration.ofSeconds(100));
        assertThat(whole.atMost(Duration.ofSeconds(40)).left()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whatWaitsAtTheBottomSeesTheDeadlineOfItsThread() {
        assertThat(left()).as("without one").isEqualTo(LONG);

        Duration seen = Deadline.in(Duration.ofSeconds(9), now::get).during(() -> {
            passes(Duration.ofSeconds(4));
            return Deadline.within(Deadline.QUESTION, DeadlineTest::left);
        });

        assertThat(seen).as("one that is there goes on").isEqualTo(Duration.ofSeconds(5));
        assertThat(left()).as("it ends with the work").isEqualTo(LONG);
        assertThat(Deadline.<Duration, RuntimeException>within(Deadline.QUESTION, DeadlineTest::left))
                .as("one is made where there is none").isLessThanOrEqualTo(Deadline.QUESTION);
    }

    @Test
    void aPartOfAWalkBeginsAnew() {
        Duration seen = Deadline.in(Duration.ofSeconds(40), now::get).during(() -> {
            passes(Duration.ofSeconds(39));
            return Deadline.anew(DeadlineTest::left);
        });

        assertThat(seen).isEqualTo(Duration.ofSeconds(40));
        assertThat(Deadline.<Duration, RuntimeException>anew(DeadlineTest::left)).isEqualTo(LONG);
    }
}
