package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

class ConnectionsRemoveCommandTest {
    private static final String ACME = "aaaa1111";

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @ParameterizedTest
    @CsvSource({"0, 'Its password goes at once and for good; there are no documents of it here.'",
        "1, 'Its password and 1 document go at once and for good.'",
        "2, 'Its password and 2 documents go at once and for good.'"})
    void removeAsksByNameAndSaysWhatGoes(int invoices, String what) throws Exception {
        bench.connections.put(ACME, "Acme", null);
        for (int id = 1; id <= invoices; id++) {
            bench.reader.put(ACME, Invoices.posted(id, "INV/" + id, "X", "1", null));
        }
        bench.terminal.typing("no");

        bench.run("connections", "remove", "aaaa");

        assertThat(bench.terminal.prompts.getFirst())
                .startsWith("Delete the connection \"Acme\"? " + what + " Nothing changes in Odoo.");
    }

    /** Whoever tries a deletion again that failed finds none: the opening has just done it, and no other one says so. */
    @ParameterizedTest
    @ValueSource(strings = {"remove acme --yes", "edit acme --name New", "test acme", "list"})
    void whatTheOpeningDeletedIsSaidByEveryCommandOfConnections(String command) {
        bench.warnings.add(Problem.of(ProblemCode.DELETION_FINISHED, "Acme"));

        bench.run(Stream.concat(Stream.of("connections"), Stream.of(command.split(" "))).toArray(String[]::new));

        assertThat(bench.terminal.messages()).startsWith("“Acme” was deleted only now. You had asked")
                .contains("\"loupe connections add\"").containsOnlyOnce("was deleted only now");
    }

    @Test
    void removeOfTheSampleSpeaksOfNoPassword() {
        bench.run("connections", "add", "--sample");
        bench.terminal.typing("yes");

        assertThat(bench.run("connections", "remove", "Sample company")).isZero();

        assertThat(bench.terminal.prompts.getFirst()).contains("it has no password");
        assertThat(bench.terminal.output()).contains("Sample company is deleted: its 412 documents are gone.");
    }

    @Test
    void removeAsksAndKeepsUnlessTheAnswerIsYes() throws Exception {
        var acme = bench.connections.put(ACME, "Acme", null);
        bench.terminal.typing("no", "YES ");

        assertThat(bench.run("connections", "remove", ACME)).isEqualTo(1);
        assertThat(bench.connections.deleted).isEmpty();

        assertThat(bench.run("connections", "remove", ACME)).isZero();
        assertThat(bench.connections.deleted).containsExactly(acme.id());
        assertThat(bench.terminal.output()).contains("Acme is deleted: its password and 412 documents are gone");
    }

    @Test
    void removeShowsAPersonHowFarItIsAndNobodyElse() throws Exception {
        bench.connections.put(ACME, "Acme", null);
        bench.terminal.typing("yes");

        assertThat(bench.run("connections", "remove", ACME)).isZero();

        String shown = bench.terminal.messages();
        assertThat(shown).contains("████████████░░░░░░░░░░░░ deleting Acme: 50 %").endsWith("\r");
        assertThat(bench.terminal.output()).doesNotContain("deleting");
    }

    @Test
    void removeForAProgramShowsNoProgressAtATerminalEither() throws Exception {
        bench.connections.put(ACME, "Acme", null);
        bench.terminal.typing();

        assertThat(bench.run("connections", "remove", ACME, "--yes", "--json")).isZero();
        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void removeInAScriptShowsNoProgress() throws Exception {
        bench.connections.put(ACME, "Acme", null);

        assertThat(bench.run("connections", "remove", ACME, "--yes")).isZero();

        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void removeForAProgramAsksNobody() throws Exception {
        bench.connections.put(ACME, "Acme", null);
        bench.terminal.typing("yes");

        assertThat(bench.run("connections", "remove", ACME, "--json")).isEqualTo(2);

        assertThat(bench.connections.deleted).isEmpty();
        assertThat(bench.terminal.prompts).isEmpty();
        assertThat(bench.terminal.output()).isEmpty();
        assertThat(bench.terminal.messages()).startsWith("{\"code\":\"command-line\",").contains("Say --yes");
    }

    @Test
    void removeInAScriptNeedsYes() throws Exception {
        bench.connections.put(ACME, "Acme", null);

        assertThat(bench.run("connections", "remove", ACME)).isEqualTo(2);
        assertThat(bench.run("connections", "remove", ACME, "--yes", "--json")).isZero();
        assertThat(bench.terminal.output()).isEqualToIgnoringNewLines("""
                {"id":"aaaa1111","invoices":412,"key_retired":true}""");
    }

    @Test
    void removeSaysWhatBecomesOfTheHistoryAndKeepsItWhenTold() throws Exception {
        var acme = bench.connections.put(ACME, "Acme", null);
        bench.terminal.typing("no", "yes");

        bench.run("connections", "remove", ACME);
        assertThat(bench.terminal.prompts.getLast())
                .contains("The history of its changes and your notes go, too; --keep-notes");

        assertThat(bench.run("connections", "remove", ACME, "--keep-notes")).isZero();
        assertThat(bench.terminal.prompts.getLast()).contains("The history of its changes and your notes stay.");
        assertThat(bench.connections.keptNotes).containsExactly(acme.id());
    }

    @Test
    void removeLetsTheHistoryGoUnlessToldOtherwise() throws Exception {
        bench.connections.put(ACME, "Acme", null);

        assertThat(bench.run("connections", "remove", ACME, "--yes")).isZero();

        assertThat(bench.connections.keptNotes).isEmpty();
    }
}
