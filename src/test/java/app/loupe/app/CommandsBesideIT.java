package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.app.commands.ServicesOpener;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemException;
import app.loupe.review.Books;
import app.loupe.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.ScriptedTerminal;

/** A command beside a window over real, locked files. */
class CommandsBesideIT {
    private static final List<String> READING = List.of("invoices --json --lines", "invoices --query overdue",
            "connections list --json");

    /** What is said, which has to be true of a window and of a command. */
    private static final String TAKEN = "Another Loupe is using this data folder. If it is a window, do this there, or"
            + " close it and run this command again. If it is a command, wait until it has ended.\n";

    @TempDir
    Path temporary;

    private String run(ServicesOpener opener, String line) {
        var terminal = new ScriptedTerminal();
        int code = new Main(terminal, LastWords.read(terminal.err(), WholeLoupe.TEXTS), WholeLoupe.TEXTS,
                new Surroundings("Linux", Map.of(), temporary), shown -> true,
                opener).run((line + " --data-dir " + folder()).split(" "));
        return code + "\n" + terminal.output() + terminal.messages();
    }

    private Path folder() {
        return temporary.resolve("loupe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "verify", "invoices", "payments", "aged", "changes", "overview", "connections list",
        "security", "security --change-key", "connections add --sample"})
    void whatMeetsALockOfACommandSaysWhatIsTrueOfIt(String line) throws ProblemException {
        var bench = new WholeLoupe(folder());
        try (OpenLoupe command = bench.open()) {
            ConnectionProfile sample = command.connections().addSample();

            assertThat(run(bench.asking(), line)).isEqualTo("2\n" + TAKEN);

            WholeLoupe.sync(command, sample.id());
        }
        assertThat(run(bench.asking(), "invoices")).as("after it").startsWith("0\n");
    }

    @Test
    void whatIsWrittenBesideTheWindowIsWhatIsWrittenWithoutIt() throws ProblemException, IOException {
        var bench = new WholeLoupe(folder());
        Map<String, String> beside = new HashMap<>();
        try (OpenLoupe loupe = bench.open();
                ExecutorService work = Executors.newCachedThreadPool();
                OneWindow window = OneWindow.in(folder())) {
            window.onQuery(work,
                    new QueryAnswers(folder(), Clock.system(ZoneId.systemDefault()),
                            () -> Optional.of(loupe.lent(() -> {})))::answer);
            window.onRaise(Runnable::run, () -> true);
            ConnectionProfile sample = loupe.connections().addSample();
            WholeLoupe.sync(loupe, sample.id());
            Books seen = loupe.shelf().books(Set.of());
            for (String line : READING) {
                beside.put(line, run(bench.asking(), line));
            }
            assertThat(loupe.shelf().books(Set.of())).as("what the window shows").isSameAs(seen);
            assertThat(run(bench.asking(), "sync")).as("the window syncs").isEqualTo("2\n" + TAKEN);
            assertThat(run(bench.asking(), "security --change-key")).as("the window has the key")
                    .isEqualTo("2\n" + TAKEN);
            assertThat(run(bench.opener(), "invoices")).as("without asking").isEqualTo("2\n" + TAKEN);
        }

        for (String line : READING) {
            assertThat(beside.get(line)).as(line).startsWith("0\n").hasSizeGreaterThan(100)
                    .isEqualTo(run(bench.opener(), line));
        }
    }
}
