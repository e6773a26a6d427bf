package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.commands.Terminal;
import app.loupe.domain.ProblemException;
import app.loupe.review.Shelf;
import app.loupe.settings.Surroundings;
import app.loupe.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import testkit.cli.CommandsOverFakes;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal can be sent from Java there")
class ShutdownHooksIT {
    /** How often the process answers before it says that it was stopped: one that is let go ends long before. */
    private static final int ANSWERS = 300;

    /** A process of its own that checks a copy, which lasts until it is stopped. */
    static final class Checking {
        public static void main(String[] arguments) throws ProblemException {
            var bench = new CommandsOverFakes();
            bench.putTwoConnections("aaaa1111", "bbbb2222");
            Supplier<Shelf> shelves = bench.shelves;
            var isOver = new AtomicBoolean();
            bench.shelves = () -> {
                System.err.println("working");
                while (Thread.getAllStackTraces().keySet().stream().noneMatch(Checking::hasCancelled)) {
                    Thread.onSpinWait();
                }
                isOver.set(true);
                return shelves.get();
            };
            var terminal = SystemTerminal.open();
            var texts = new Texts(Locale.ENGLISH);
            var main = new Main(new LateTerminal(terminal, isOver), LastWords.read(terminal.err(), texts), texts,
                    Surroundings.current(), folder -> true, bench);
            System.exit(main.run("check", "Acme"));
        }

        private static boolean hasCancelled(Thread one) {
            return one.getName().equals("interrupt") && one.getState() == Thread.State.TIMED_WAITING;
        }
    }

    /** Has what the closing of files takes: what is said last comes late. */
    private record LateTerminal(Terminal terminal, AtomicBoolean isOver) implements Terminal {
        @Override
        public PrintWriter err() {
            if (isOver.getAndSet(false)) {
                for (int i = 0; i < ANSWERS; i++) {
                    terminal.err().println("closing");
                    terminal.err().flush();
                    demandAnswer();
                }
            }
            return terminal.err();
        }

        private void demandAnswer() {
            try {
                if (terminal.in().read() < 0) {
                    throw new IllegalStateException("nobody there");
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        public PrintWriter out() {
            return terminal.out();
        }

        @Override
        public boolean isRead() {
            return terminal.isRead();
        }

        @Override
        public InputStream in() {
            return terminal.in();
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public Optional<char[]> readPassword(String prompt) {
            return Optional.empty();
        }

        @Override
        public Optional<String> readLine(String prompt) {
            return Optional.empty();
        }
    }

    @Test
    void whatACommandSaysOfItsStopComesBeforeTheProcessEndsWithTheSignalsCode() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Checking.class.getName()).start();
        try (var messages = process.errorReader(StandardCharsets.UTF_8); var answers = process.getOutputStream()) {
            assertThat(messages.lines().anyMatch("working"::equals)).isTrue();

            // as Ctrl+C would, with the signal that is not ignored when the tests run in the background
            process.toHandle().destroy();

            for (int i = 0; i < ANSWERS; i++) {
                assertThat(messages.readLine()).isEqualTo("closing");
                answers.write('\n');
                answers.flush();
            }
            assertThat(messages.readLine()).startsWith("Stopped. You stopped it before its end.")
                    .endsWith("Start it again whenever you like.");
            assertThat(process.waitFor()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
