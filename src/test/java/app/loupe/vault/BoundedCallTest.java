package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedCallTest {
    private final BoundedCall bounded = new BoundedCall(Duration.ofMinutes(10));

    @Test
    void runsOnAThreadOfItsOwn() {
        assertThat(bounded.run(() -> Thread.currentThread().getName(), "late", "broken")).isEqualTo("vault-1");
    }

    @Test
    void doesNotWaitForACallThatHangs() {
        var never = new CountDownLatch(1);

        String answer = new BoundedCall(Duration.ofMillis(20)).run(() -> {
            never.await();
            return "done";
        }, "late", "broken");

        assertThat(answer).isEqualTo("late");
    }

    @Test
    void exceptionsAndMissingLibrariesAreAnAnswer() {
        assertThat(bounded.<String>run(() -> {
            throw new NullPointerException("as java-keyring does");
        }, "late", "broken")).isEqualTo("broken");
        assertThat(bounded.<String>run(() -> {
            throw new UnsatisfiedLinkError("no library");
        }, "late", "broken")).isEqualTo("broken");
    }

    @Test
    void anInterruptedCallerGetsTheFlagBack() {
        var never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        String answer = bounded.run(() -> {
            never.await();
            return "done";
        }, "late", "broken");

        assertThat(answer).isEqualTo("late");
        assertThat(Thread.interrupted()).isTrue();
    }
}
