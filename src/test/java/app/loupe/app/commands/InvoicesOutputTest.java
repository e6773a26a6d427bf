package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code loupe invoices} gives away as a whole: to a terminal, to programs, and to whom nothing can be given. */
class InvoicesOutputTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.connections.put(OTHER, "Other", CommandsOverFakes.NOW);
        bench.reader.put(ACME, Invoices.posted(1, "INV/2026/0001", "Deco Addict", "1290.5", null));
        bench.reader.put(ACME, Invoices.emptyDraft(2));
        bench.reader.put(OTHER, Invoices.posted(1, "INV/9", "Azure Interior", "100", "0"));
    }

    private List<JsonNode> json() {
        var mapper = JsonMapper.builder().build();
        return bench.terminal.output().lines().map(mapper::readTree).toList();
    }

    @Test
    void aServersTextCannotSteerTheTerminal() {
        bench.reader.put(ACME, Invoices.posted(5, "INV\u001b[2J", "X\nY", "1", null));

        bench.run("invoices", ACME);

        assertThat(bench.terminal.output()).doesNotContain("\u001b").contains("INV [2J").contains("X Y");
    }

    @Test
    void withoutAnyConnectionItSaysSo() {
        bench.connections.profiles.clear();

        assertThat(bench.run("invoices")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("There is no connection yet");
    }

    @Test
    void csvAndJsonCannotSteerATerminalEither() {
        bench.reader.put(ACME, Invoices.posted(5, "INV\u001b[2J\u009b1m\u202e/5", "X", "1", null));

        bench.run("invoices", ACME, "--json");
        assertThat(bench.terminal.output()).doesNotContain("\u001b", "\u009b", "\u202e");
        assertThat(json()).extracting(line -> line.get("name").asString()).contains("INV\u001b[2J\u009b1m\u202e/5");

        bench.run("invoices", ACME, "--format", "csv");
        assertThat(bench.terminal.output()).doesNotContain("\u001b", "\u009b").contains("INV [2J 1m");
    }

    @Test
    void jsonIsOneFormatAndNoOther() {
        assertThat(bench.run("invoices", ACME, "--json", "--format", "csv")).isEqualTo(2);
        assertThat(bench.terminal.output()).isEmpty();
        assertThat(bench.opened).isEmpty();

        assertThat(bench.run("invoices", ACME, "--json", "--format", "jsonl")).isZero();
        assertThat(json()).isNotEmpty();
    }

    @Test
    void outputThatIsNotWrittenInFullIsNotDone() {
        bench.terminal.out().close();

        assertThat(bench.run("invoices", ACME, "--json")).isEqualTo(1);

        assertThat(bench.terminal.messages()).startsWith("{\"code\":\"output-incomplete\",")
                .contains("disk may be full");
    }

    @Test
    void aReaderWhoLeavesBeforeTheEndIsNoFault() {
        bench.terminal.read().out().close();

        assertThat(bench.run("invoices", ACME, "--json")).isZero();

        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void aShortCopyIsToldBesideTheResult() {
        bench.warnings.add(Problem.of(ProblemCode.STORE_SHORT, "412", "2000"));

        bench.run("invoices", ACME, "--json");

        assertThat(bench.terminal.messages()).startsWith("{\"code\":\"store-short\",").contains("412 of 2000");
        assertThat(json()).hasSize(2);
    }
}
