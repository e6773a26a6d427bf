package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** Which commands are run by the process that has the folder open. */
class OtherProcessTest {
    private static final String ACME = "aaaa1111";

    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final List<String> asked = new ArrayList<>();

    private void windowIsOpen() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.other = (folder, arguments, terminal) -> {
            asked.add(folder + ": " + String.join(" ", arguments));
            terminal.out().println("from the window");
            return OptionalInt.of(1);
        };
        bench.openFails = ProblemException.of(ProblemCode.ALREADY_OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "invoices aaaa1111 --query overdue --format csv", "connections list --json",
        "aged --payable", "doctor", "doctor --json", "security", "--json invoices", "invoices --passphrase-stdin"})
    void whatOnlyReadsIsRunByTheWindowAndOpensNothing(String line) throws ProblemException {
        windowIsOpen();

        assertThat(bench.run(line.split(" "))).as("its exit code").isEqualTo(1);

        assertThat(asked).containsExactly(bench.usualFolder + ": " + line);
        assertThat(bench.terminal.output()).isEqualTo("from the window\n");
        assertThat(bench.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "sync --all --full", "connections add --sample",
        "connections edit aaaa1111 --name x",
        "connections remove aaaa1111 --yes", "connections test aaaa1111", "security --change-key"})
    void whatChangesOrSpeaksToAServerIsRefusedAndSaysWhereToDoIt(String line) throws ProblemException {
        windowIsOpen();

        assertThat(bench.run(line.split(" "))).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(bench.terminal.messages()).isEqualTo("Another Loupe is using this data folder. If it is a window, do"
                + " this there, or close it and run this command again. If it is a command, wait until it has ended.\n");
    }

    @Test
    void doctorWithAConnectionSpeaksToItsServerAndIsNotAsked() throws ProblemException {
        windowIsOpen();

        bench.usualFolder = Path.of("target", "doctor-beside");
        assertThat(bench.run("doctor", ACME)).isEqualTo(2);

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "invoices --help", "--version", "doctor --version", "completion",
        "invoices --bogus", "invoices --format xml"})
    void whatReadsNothingAsksNobody(String line) throws ProblemException {
        windowIsOpen();

        bench.run(line.split(" "));

        assertThat(asked).isEmpty();
        assertThat(bench.terminal.output()).doesNotContain("from the window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices --data-dir other --query x", "--data-dir other invoices --query x",
        "--data-dir=other invoices --query x", "invoices --query x --data-dir=other"})
    void theFolderIsWhereTheWindowIsLookedForAndIsNotPassedOn(String line) throws ProblemException {
        windowIsOpen();

        bench.run(line.split(" "));

        assertThat(asked).containsExactly("other: invoices --query x");
    }

    @Test
    void anEmptyFolderIsStillAMistake() throws ProblemException {
        windowIsOpen();

        assertThat(bench.run("invoices", "--data-dir=")).isEqualTo(2);

        assertThat(bench.terminal.messages())
                .isEqualTo("What is after --data-dir cannot be the name of a folder.\n");
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutAWindowTheCommandOpensTheFilesItself() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);

        assertThat(bench.run("connections", "list")).isZero();

        assertThat(bench.opened).hasSize(1);
        assertThat(bench.terminal.output()).contains("Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "invoices --json"})
    void anAnswerThatBreaksOffIsAPartAndSaysSo(String line) {
        bench.other = (folder, arguments, terminal) -> {
            terminal.out().println("half");
            throw new IOException("gone");
        };

        assertThat(bench.run(line.split(" "))).isEqualTo(1);

        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.output()).isEqualTo("half\n");
        assertThat(bench.terminal.messages()).contains("closed before the whole result was written")
                .doesNotContain("gone");
    }
}
