package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** Commands in a data folder that can be read and takes nothing. */
class FolderThatTakesNothingTest {
    private static final String TITLE = "The data folder cannot be written to";

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void put() throws Exception {
        bench.putTwoConnections("aaaa2222", "bbbb2222");
        bench.readOnly = true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "customers", "vendors", "aged", "payments", "overview", "products", "check",
        "changes", "notes", "connections list", "doctor", "security", "statement Deco"})
    void whatOnlyReadsSaysOnceThatNothingCanBeKept(String line) {
        bench.run(line.split(" "));

        assertThat(bench.opened).hasSize(1);
        assertThat(Pattern.compile(TITLE).matcher(bench.terminal.messages()).results()).hasSize(1);
        assertThat(bench.terminal.output()).doesNotContain(TITLE);
    }

    /** The place where it would be made takes nothing either: whoever mistyped it is told that first. */
    @ParameterizedTest
    @ValueSource(strings = {"sync", "verify", "mark INV/2026/0001 --flag", "connections remove aaaa2222 --yes",
        "security --change-key"})
    void whatBeginsNothingSaysThatNothingIsThere(String line) {
        bench.free = folder -> true;

        assertThat(bench.run((line + " --data-dir nowhere").split(" "))).isEqualTo(2);

        assertThat(bench.terminal.messages()).contains("There is nothing of Loupe in").doesNotContain(TITLE);
    }

    @Test
    void nothingIsBegunAndTheDoctorPromisesNoFolder() {
        bench.free = folder -> true;

        assertThat(bench.run("connections", "add", "--sample")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains(TITLE);

        bench.run("doctor");
        assertThat(bench.terminal.output()).contains(TITLE).doesNotContain("the first connection makes it");
        assertThat(bench.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "verify", "mark INV/2026/0001 --flag", "connections add --sample",
        "connections edit aaaa2222 --since all", "connections remove aaaa2222 --yes", "security --change-key"})
    void whatKeepsSomethingIsRefusedBeforeAnythingIsAskedOrOpened(String line) {
        assertThat(bench.run(line.split(" "))).isEqualTo(2);

        assertThat(bench.terminal.messages()).contains(TITLE);
        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.output()).isEmpty();
    }
}
