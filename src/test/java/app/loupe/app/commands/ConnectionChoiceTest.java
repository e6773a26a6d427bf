package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** Which connection a part of a name means. */
class ConnectionChoiceTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void some() throws ProblemException {
        bench.connections.put("aaaa1111", "Harbour Trading", CommandsOverFakes.NOW);
        bench.connections.put("bbbb2222", "Harbour Café", CommandsOverFakes.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trad", "TRADING", "bour tr", "aaa"})
    void aPartThatOneAloneHasIsEnough(String part) {
        assertThat(bench.run("connections", "test", part)).isZero();

        assertThat(bench.terminal.output()).startsWith("Harbour Trading works");
    }

    @Test
    void theBeginningOfAnIdStaysClearWhateverOthersAreCalled() throws ProblemException {
        bench.connections.put("cccc3333", "Baaan", CommandsOverFakes.NOW);

        assertThat(bench.run("connections", "test", "aaa")).isZero();

        assertThat(bench.terminal.output()).startsWith("Harbour Trading works");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "r", "ar"})
    void whatSeveralHaveIsRefusedAndAllOfThemAreNamed(String part) {
        assertThat(bench.run("connections", "test", part)).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).isEqualTo("\"" + part + "\" is more than one connection: aaaa1111 Harbour"
                + " Trading, bbbb2222 Harbour Café. Name the one that you mean by its id or its whole name.\n");
    }

    @Test
    void ofVeryManySomeAreNamedAndWhereTheOthersStand() throws ProblemException {
        for (int i = 10; i < 20; i++) {
            bench.connections.put("cccc33" + i, "Shop " + i, CommandsOverFakes.NOW);
        }

        assertThat(bench.run("invoices", "shop")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).startsWith("\"shop\" is 10 connections; 8 of them: cccc3310 Shop 10, ")
                .endsWith("\"loupe connections list\" shows all of them.\n").doesNotContain("Shop 18");
    }

    /** Whoever types a customer where a connection belongs is told where the customer belongs. */
    @ParameterizedTest
    @CsvSource({"customers, --partner NAME", "vendors, --partner NAME", "aged, --partner NAME",
        "products, --product NAME", "invoices, --query WORDS", "payments, --query WORDS", "statement Deco, in quotes"})
    void whatIsNoConnectionMayBeWhatAnotherOptionAsksFor(String command, String way) {
        assertThat(bench.run((command + " Deco").split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("There is no connection \"Deco\"", way,
                "\"loupe connections list\" shows every connection");
    }

    /** A script that runs twice deletes no other one whose name is longer. */
    @ParameterizedTest
    @ValueSource(strings = {"Trading", "aaa"})
    void whatIsDeletedUnaskedIsNamedWhole(String part) {
        assertThat(bench.run("connections", "remove", part, "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).isEqualTo("\"" + part + "\" is only part of an id or a name, and this"
                + " command wants it whole: aaaa1111 Harbour Trading.\n");
        assertThat(bench.connections.deleted).isEmpty();

        assertThat(bench.run("connections", "remove", "harbour trading", "--yes")).isZero();
        assertThat(bench.connections.deleted).hasSize(1);
    }

    /** The connection that a script meant has another name by now: its key goes to no other server. */
    @ParameterizedTest
    @ValueSource(strings = {"Trading", "aaa", "harbour t"})
    void whatGetsAPasswordIsNamedWhole(String part) {
        bench.terminal.stdin("new key\n");

        assertThat(bench.run("connections", "edit", part, "--secret-stdin")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("and this command wants it whole: aaaa1111 Harbour Trading.\n");
        assertThat(bench.connections.secretsSeen).isEmpty();
        assertThat(bench.connections.greetings).isZero();

        assertThat(bench.run("connections", "edit", "harbour trading", "--secret-stdin")).isZero();
        assertThat(bench.connections.secretsSeen).containsOnly("new key");
    }

    @Test
    void whatIsPartOfManyNamesSomeOfThemAndWhatIsPartOfNoneIsUnknown() throws ProblemException {
        for (int i = 10; i < 20; i++) {
            bench.connections.put("cccc33" + i, "Shop " + i, CommandsOverFakes.NOW);
        }

        assertThat(bench.run("connections", "edit", "shop", "--name", "Other")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("wants it whole: cccc3310 Shop 10, ").endsWith(", and 2 more.\n")
                .doesNotContain("Shop 18");

        assertThat(bench.run("connections", "remove", "nobody", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("There is no connection \"nobody\"");
    }
}
