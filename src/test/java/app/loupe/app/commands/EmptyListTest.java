package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

/** What is said where nothing answers what was asked for. */
class EmptyListTest {
    private static final String NO_ROW = "The file has no row: nothing answers what was asked for.";

    @TempDir
    private Path folder;

    private CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void aBook() throws ProblemException {
        bench = new CommandsOverFakes();
        bench.connections.put("aaaa1111", "Acme", CommandsOverFakes.NOW);
        bench.reader.put("aaaa1111", Invoices.posted(1, "INV/1", "Ann", "100", "40"));
    }

    private int run(String command, String... more) {
        return bench.run(Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices --query Zzz", "payments --query Zzz", "customers", "vendors", "aged --rows",
        "aged",
        "products --product Zzz", "changes", "notes", "check --from 2020-01-01 --to 2020-01-02"})
    void aFileWithoutARowSaysSo(String command) throws ProblemException {
        for (String name : new String[] {"a.xlsx", "a.csv", "a.jsonl", "a.txt"}) {
            assertThat(run(command, "--output", folder.resolve(name).toString())).as(name).isZero();

            assertThat(bench.terminal.messages()).as(name).containsOnlyOnce(NO_ROW).contains("Written");
            aBook();
        }
    }

    @Test
    void oneWithARowDoesNot() {
        assertThat(run("invoices", "--output", folder.resolve("a.csv").toString())).isZero();

        assertThat(bench.terminal.messages()).contains("Written").doesNotContain(NO_ROW);
    }

    @ParameterizedTest
    @CsvSource({"overdu, overdue", "ovredue Zzz, overdue", "Zzz unpiad, unpaid", "invoces, invoices"})
    void aWordThatIsOneSlipFromAWordOfTheSearchIsTold(String query, String meant) throws ProblemException {
        for (String command : new String[] {"invoices", "payments"}) {
            assertThat(run(command, "--query", query)).isZero();

            assertThat(bench.terminal.messages()).as(command).containsOnlyOnce("was looked for as text.")
                    .contains("Perhaps you mean: " + meant);
            aBook();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "overdue >60 eur | Looked for: Status: overdue · Amount: over 60.00",
        "overdue >60 | Looked for: Days late: >60"})
    void asWhatASearchWasReadIsToldBesideWhatItFoundButNotToAProgram(String query, String told) {
        assertThat(messages("invoices", "--query", query)).containsOnlyOnce(told);
        Path file = folder.resolve("found.csv");
        assertThat(messages("invoices", "--query", query, "--output", file.toString())).containsOnlyOnce(told);
        assertThat(messages("invoices", "--query", query, "--format", "csv")).isEmpty();
        assertThat(messages("invoices", "--query", "overdue 60", "--format", "csv")).as("what may be a mistake")
                .contains("type: overdue >60");
        assertThat(messages("invoices", "--query", query, "--format", "jsonl")).isEmpty();
        assertThat(messages("invoices", "--query", query, "--json")).isEmpty();
        assertThat(messages("invoices")).isEmpty();
    }

    private String messages(String command, String... more) {
        int before = bench.terminal.messages().length();
        assertThat(run(command, more)).isZero();
        return bench.terminal.messages().substring(before);
    }

    /** As the window says it where its list is empty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Zzz over 5000 | Looked for: Text: Zzz · Amount: over 5,000.00",
        "Zzz unpaid | Looked for: Text: Zzz · Status: unpaid"})
    void whatWasLookedForIsTold(String query, String told) throws ProblemException {
        for (String command : new String[] {"invoices", "payments"}) {
            assertThat(run(command, "--query", query)).isZero();

            assertThat(bench.terminal.messages()).as(command).containsOnlyOnce(told);
            aBook();
        }
    }

    @ParameterizedTest
    @CsvSource({"xyz:abc, Loupe does not know it. It knows customer: vendor:", "overdue 60, type: overdue >60",
        "paid last month, is the date of the invoice"})
    void whatMayHaveBeenMeantInAnotherWayIsTold(String query, String told) throws ProblemException {
        for (String command : new String[] {"invoices", "payments"}) {
            assertThat(run(command, "--query", query)).isZero();

            assertThat(bench.terminal.messages()).as(command).containsOnlyOnce(told);
            assertThat(bench.terminal.output()).doesNotContain(told);
            aBook();
        }
    }

    /** What is not JSON would be no line that a program can read. */
    @Test
    void aProgramIsToldNoWord() {
        assertThat(run("invoices", "--query", "overdu", "--json")).isZero();

        assertThat(bench.terminal.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zzz", "overdue", "\"overdu\"", "bil", "Ann"})
    void otherWordsAreNot(String query) {
        assertThat(run("invoices", "--query", query)).isZero();

        assertThat(bench.terminal.messages()).doesNotContain("Perhaps");
    }
}
