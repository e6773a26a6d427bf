package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

/** What is said of a connection of which not everything was read yet, by every command that lists. */
class NotSyncedTest {
    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "payments", "customers", "vendors", "statement Ann", "aged", "products",
        "check",
        "changes", "notes", "overview", "export --pack 2026-10 --output "})
    void itIsNamedWhetherSomethingIsHereOrNot(String command) throws ProblemException {
        String line = command.endsWith(" ") ? command + folder.resolve("away.zip") : command;
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.connections.put("bbbb2222", "Old", CommandsOverFakes.NOW);
        bench.reader.put("aaaa1111", Invoices.posted(1, "INV/1", "Ann", "100", "40"));

        bench.run(line.split(" "));

        assertThat(bench.terminal.messages()).containsOnlyOnce("Fresh is not synced yet")
                .contains("loupe sync aaaa1111").doesNotContain("Old is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pack 2026-10", "--archive --from 2026-10-01 --to 2026-10-31"})
    void whatIsTakenAwayOfItIsDoneInPartAndSaysSoItself(String what) throws ProblemException {
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.connections.put("bbbb2222", "Old", CommandsOverFakes.NOW);
        Path away = folder.resolve("away");

        int exit = bench.run(("export " + what + " --output " + away).split(" "));

        assertThat(exit).isEqualTo(1);
        assertThat(away.resolve("README.txt")).content().containsOnlyOnce("Fresh is not synced to its end yet")
                .doesNotContain("Old is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pack 2026-10", "--archive --from 2026-10-01 --to 2026-10-31"})
    void whatIsTakenAwayOfASyncedOneIsWhole(String what) throws ProblemException {
        bench.connections.put("bbbb2222", "Old", CommandsOverFakes.NOW);
        Path away = folder.resolve("away");

        assertThat(bench.run(("export " + what + " --output " + away).split(" "))).isZero();

        assertThat(away.resolve("README.txt")).content().doesNotContain("not synced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "payments", "changes", "notes", "check", "aged"})
    void aSyncedOneIsNoNews(String command) throws ProblemException {
        bench.connections.put("bbbb2222", "Old", CommandsOverFakes.NOW);

        assertThat(bench.run(command)).isZero();

        assertThat(bench.terminal.messages()).isEmpty();
    }
}
