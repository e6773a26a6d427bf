package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import app.loupe.ui.shell.FailureScreen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

/** A failure whose telling fails, as where the files of the program were replaced below it. */
class UntellableFxTest {
    /** Has lost what it needs. */
    private static final class BrokenClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new NoClassDefFoundError("app/loupe/ui/shell/FailureScreen$Series");
        }
    }

    private final StringWriter err = new StringWriter();
    private final List<Integer> ends = new CopyOnWriteArrayList<>();
    private final CrashGuard guard = new CrashGuard(
            LastWords.read(new PrintWriter(err), new Texts(Locale.US)), ends::add);
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void guard() {
        Thread.setDefaultUncaughtExceptionHandler(guard);
    }

    @AfterEach
    void unguard() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private FailureScreen screen(Clock clock) {
        return Fx.get(() -> new FailureScreen(Wording.of(new Texts(Locale.US), clock), guard::refuse));
    }

    /** It would be told in turn, again and again. */
    @Test
    void whatCannotBeToldEndsThere() {
        guard.tellOn(screen(new BrokenClock()));

        guard.uncaughtException(Thread.currentThread(), new IllegalStateException("once"));

        Fx.await("it ends", () -> !ends.isEmpty());
        Fx.run(() -> {});
        assertThat(ends).hasSize(1);
        assertThat(err.toString()).contains("This is a mistake in Loupe");
    }

    @Test
    void aRehearsalShowsNothing() {
        FailureScreen failures = screen(Clock.systemUTC());
        int windows = Fx.get(() -> Window.getWindows().size());
        Fx.run(() -> guard.rehearse(failures));

        assertThat(Fx.get(() -> Window.getWindows().size())).isEqualTo(windows);
        assertThat(err.toString()).isEmpty();
        assertThat(ends).isEmpty();
    }
}
