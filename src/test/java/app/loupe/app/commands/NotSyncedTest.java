package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

/** What is said of a connection of which not everything was read yet, by every command that lists. */
class NotSyncedTest {
    private static final String SO_FAR = "Nothing so far: not everything was read yet." + System.lineSeparator();

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

        assertThat(bench.run(line.split(" "))).isNotEqualTo(ExitCode.DONE);

        assertThat(bench.terminal.messages()).containsOnlyOnce("Fresh is not synced yet")
                .contains("loupe sync aaaa1111").doesNotContain("Old is not");
    }

    /** Whoever sees or keeps the results alone would read of an empty book. */
    @ParameterizedTest
    @ValueSource(strings = {"invoices", "invoices --json", "payments", "customers", "customers --json", "vendors",
        "statement Ann", "aged", "aged --rows --json", "products", "products --format csv", "check", "check --json",
        "changes", "changes --format csv", "notes", "notes --json", "overview", "overview --json",
        "invoices --output FILE.csv", "customers --output FILE.pdf", "check --output FILE.xlsx",
        "notes --output FILE.txt", "changes --output FILE.jsonl", "overview --output FILE.xlsx",
        "invoices --format pdf --each --output FILE", "export --pack 2026-10 --output FILE.zip"})
    void ofBooksThatWereNeverReadNothingIsListed(String command) throws ProblemException {
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.connections.put("bbbb2222", "New", null);

        int exit = bench.run(command.replace("FILE", folder.resolve("away").toString()).split(" "));

        assertThat(exit).isEqualTo(ExitCode.PARTIAL);
        assertThat(bench.terminal.output()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(bench.terminal.messages()).containsOnlyOnce("Fresh is not synced yet")
                .containsOnlyOnce("New is not synced yet").contains("loupe sync bbbb2222");
    }

    /** A sync that was stopped, or one connection of two, is no reason to say that there is nothing. */
    @ParameterizedTest
    @CsvSource({"payments", "vendors", "aged --payable", "aged --partner Zoe", "products --product Zoe", "changes",
        "notes",
        "check --from 2020-01-01 --to 2020-01-02", "invoices --query Zoe", "customers --partner Zoe"})
    void aListWithoutARowSaysThatNotAllWasRead(String command) throws ProblemException {
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.reader.put("aaaa1111", Invoices.posted(1, "INV/1", "Ann", "100", "40"));

        assertThat(bench.run(command.split(" "))).isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.output()).endsWith(SO_FAR).doesNotContain("Nobody.", "Nothing found",
                "Nothing was", "No changes", "not marked any");
    }

    @Test
    void anOverviewWithoutADocumentSaysSo() throws ProblemException {
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.reader.put("aaaa1111", Invoices.emptyDraft(2));

        assertThat(bench.run("overview")).isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.output()).contains("No posted documents so far");
    }

    /** Whoever is given the file sees no message. */
    @Test
    void aFileNamesIt() throws Exception {
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.connections.put("bbbb2222", "Old", CommandsOverFakes.NOW);
        bench.reader.put("bbbb2222", Invoices.posted(1, "INV/1", "Ann", "100", "40"));
        Path file = folder.resolve("away.pdf");

        assertThat(bench.run("invoices", "--output", file.toString())).isEqualTo(ExitCode.PARTIAL);

        assertThat(new PdfFile(Files.readAllBytes(file)).pages())
                .allMatch(page -> page.contains("not complete yet: Fresh"));
    }

    /** They belong to the server and outlive a deletion; the copy is no part of them. */
    @Test
    void whatTheOwnerWroteIsThereBeforeTheFirstSync() throws ProblemException {
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.book.leadsTo(new ConnectionId("aaaa1111"), new BookId("https://erp.acme.example", "acme"));
        bench.book.mark(Map.of(new InvoiceKey(new ConnectionId("aaaa1111"), 1), new MarkAct.Flag(true)));

        assertThat(bench.run("notes", "--format", "csv")).isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.output().lines()).hasSize(2);
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
