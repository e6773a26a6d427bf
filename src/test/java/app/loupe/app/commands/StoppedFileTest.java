package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.WatchedReader;
import testkit.cli.CommandsOverFakes;

/** A file that nobody waits for any more, as after Ctrl+C, is not placed, whoever writes it. */
class StoppedFileTest {
    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();
    private Runnable interrupt = () -> {};

    @BeforeEach
    void anOldFile() throws ProblemException, IOException {
        bench.putTwoConnections("aaaa1111", "bbbb2222");
        Files.writeString(file(), "old");
    }

    private Path file() {
        return folder.resolve("file");
    }

    private int run(String command) {
        return bench.run(Stream.concat(Stream.of(command.split(" ")), Stream.of("--output", file().toString(),
                "--overwrite")).toArray(String[]::new));
    }

    private void isAsItWas() throws IOException {
        assertThat(file()).hasContent("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file());
        }
        assertThat(bench.terminal.messages()).doesNotContain("Written").contains("stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices --format table", "invoices --format csv --lines", "invoices --format jsonl",
        "invoices --format xlsx", "invoices --format pdf", "customers --format csv", "vendors --format xlsx",
        "aged --format table", "aged --format pdf", "payments --format csv", "overview --format csv",
        "products --format csv", "changes --format csv", "notes --format csv", "check --format csv",
        "statement 7 --format pdf"})
    void whoeverStopsAtOnceKeepsTheOldFile(String command) throws IOException {
        bench.interrupts = action -> {
            action.run();
            return () -> {};
        };

        assertThat(run(command)).isNotZero();

        isAsItWas();
    }

    @Test
    void whoeverStopsWhileItIsReadKeepsTheOldFile() throws IOException {
        bench.interrupts = action -> {
            interrupt = action;
            return () -> {};
        };
        bench.copy = WatchedReader.of(bench.reader, (question, about) -> {
            if (question.equals("each")) {
                interrupt.run();
            }
        });

        assertThat(run("invoices --format csv")).isNotZero();

        isAsItWas();
    }
}
