package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import testkit.window.Fx;

/** Work that fails, in whatever way, is told: nobody waits for it for ever. */
class BackgroundFxTest {
    /** A log that cannot be written, as when the files of the program were replaced below it. */
    private static final class Unwritable extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            throw new NoClassDefFoundError("ThrowableProxy");
        }
    }

    private final Unwritable unwritable = new Unwritable();
    private final List<ProblemCode> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();

    private void breakLog() {
        unwritable.start();
        ((Logger) LoggerFactory.getLogger(Background.class)).addAppender(unwritable);
    }

    @AfterEach
    void mendLog() {
        ((Logger) LoggerFactory.getLogger(Background.class)).detachAppender(unwritable);
    }

    private void run(Executor executor, Background.Work<String> work) {
        var background = new Background(executor, problem -> told.add(problem.code()));
        Fx.run(() -> {
            background.run("work", work).afterwards(ends::incrementAndGet).start();
            background.whenQuiet(ends::incrementAndGet);
        });
        Fx.await("it is at its end", () -> ends.get() == 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anErrorIsTold(boolean logIsBroken) {
        if (logIsBroken) {
            breakLog();
        }
        run(Thread::startVirtualThread, () -> {
            throw new NoClassDefFoundError("app/loupe/odoo/Wire");
        });

        assertThat(told).containsExactly(ProblemCode.UNEXPECTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProblemIsTold(boolean logIsBroken) {
        if (logIsBroken) {
            breakLog();
        }
        run(Thread::startVirtualThread, () -> {
            throw new ProblemException(Problem.of(ProblemCode.KEYRING_LOCKED));
        });

        assertThat(told).containsExactly(ProblemCode.KEYRING_LOCKED);
    }

    /** The window is closing: nothing is told, and it is at its end all the same. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsRejectedIsAtItsEnd(boolean logIsBroken) {
        if (logIsBroken) {
            breakLog();
        }
        run(task -> {
            throw new RejectedExecutionException("closing");
        }, () -> "never");

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCannotBeBegunIsTold(boolean logIsBroken) {
        if (logIsBroken) {
            breakLog();
        }
        run(task -> {
            throw new OutOfMemoryError("unable to create native thread");
        }, () -> "never");

        assertThat(told).containsExactly(ProblemCode.UNEXPECTED);
    }
}
