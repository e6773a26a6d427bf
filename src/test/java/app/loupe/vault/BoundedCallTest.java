package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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
    void whoBeginsACallGoesOnAndAsksForItsAnswerAsOftenAsItIsWanted() {
        var asked = new CountDownLatch(1);

        Supplier<String> answer = bounded.begin(() -> {
            asked.await();
            return "done";
        }, "late", "broken");
        asked.countDown();

        assertThat(answer.get()).isEqualTo("done");
        assertThat(answer.get()).isEqualTo("done");
    }

    @Test
    void whatWasLateOnceStaysSo() {
        var never = new CountDownLatch(1);

        Supplier<String> answer = new BoundedCall(Duration.ofMillis(20)).begin(() -> {
            never.await();
            return "done";
        }, "late", "broken");

        assertThat(answer.get()).isEqualTo("late");
        assertThat(answer.get()).isEqualTo("late");
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
    void whyACallFailedIsInTheLog() {
        var log = (Logger) LoggerFactory.getLogger(BoundedCall.class);
        var written = new ListAppender<ILoggingEvent>();
        written.start();
        log.addAppender(written);
        log.setAdditive(false);
        log.setLevel(Level.WARN);
        try {
            bounded.<String>run(() -> {
                throw new UnsatisfiedLinkError("a secret");
            }, "late", "broken");
        } finally {
            log.detachAppender(written);
            log.setAdditive(true);
            log.setLevel(null);
        }

        assertThat(written.list).singleElement().satisfies(event -> {
            assertThat(event.getThrowableProxy().getClassName()).isEqualTo(UnsatisfiedLinkError.class.getName());
            assertThat(event.getFormattedMessage()).doesNotContain("secret");
        });
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
