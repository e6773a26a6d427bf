package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

class CheckCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";
    private static final String ADVICE = "An auditor asks for each number: find out whether the document was deleted, or is "
            + "one that your user may not see.";
    private static final String KEY = "number-gap:1:0:INV/2026/0002:INV/2026/0002";

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void aGapInOneOfTwo() throws ProblemException {
        bench.connections.put(ACME, "Acme", Instant.EPOCH);
        bench.connections.put(OTHER, "Other", Instant.EPOCH);
        invoice(ACME, 1, "INV/2026/0001");
        invoice(ACME, 3, "INV/2026/0003");
        invoice(OTHER, 1, "INV/2026/0001");
    }

    private void invoice(String connection, long id, String number) {
        bench.reader.put(connection, Invoices.invoice(id, number, MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(7, "Deco Addict"), "100", "0", new Ref(1, "EUR"), List.of()));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isZero();
        return bench.terminal.output().substring(before);
    }

    @Test
    void aPersonReadsWhatWasFoundAndInHowManyInvoices() {
        assertThat(output("check").lines().map(line -> line.replaceAll(" {2,}", "|"))).startsWith(
                "CONNECTION|HOW MUCH IT MATTERS|WHAT|DOCUMENTS|FOUND|WHAT TO DO",
                "Acme|Worth a look|Gaps in number series|INV/2026/0001, INV/2026/0003|"
                        + "INV/2026/0002 is missing between INV/2026/0001 and INV/2026/0003.|" + ADVICE,
                "1 finding in 3 documents");
    }

    @Test
    void jsonLinesHaveTheseFieldsInThisOrder() {
        assertThat(output("check", ACME, "--json")).isEqualTo("""
                {"connection":"Acme","connection_id":"aaaa1111","key":"number-gap:1:0:INV/2026/0002:INV/2026/0002",\
                "kind":"number-gap","weight":"medium","known":false,"move_ids":"1|3",\
                "documents":"INV/2026/0001, INV/2026/0003",\
                "text":"INV/2026/0002 is missing between INV/2026/0001 and INV/2026/0003.",\
                "advice":"An auditor asks for each number: find out whether the document was deleted, or is one that \
                your user may not see."}
                """);
    }

    @Test
    void csvHasTheSameColumns() {
        assertThat(output("check", ACME, "--format", "csv").lines().findFirst()).contains(
                "\ufeffconnection,connection_id,key,kind,weight,known,move_ids,documents,text,advice");
    }

    @Test
    void whatIsKnownIsListedOnlyWhenAllIsAskedFor() throws ProblemException {
        bench.book.leadsTo(new ConnectionId(ACME), new BookId("https://acme.example", "acme"));
        bench.book.knowFindings(new ConnectionId(ACME), Set.of(KEY));

        assertThat(output("check", ACME)).startsWith("Nothing found in 2 documents: number series, references, totals, "
                + "taxes, dates, payments, credit notes, refunds and contacts were checked.\n");
        assertThat(output("check", ACME, "--all", "--json")).contains("\"known\":true");
        assertThat(output("check", ACME, "--all")).contains("KNOWN").contains("INV/2026/0002");
    }

    @Test
    void daysChooseFindingsByTheInvoicesTheyAreAbout() {
        assertThat(output("check", ACME, "--from", "2026-09-18")).startsWith("Nothing found");
        assertThat(output("check", ACME, "--to", "2026-09-16")).startsWith("Nothing found");
        assertThat(output("check", ACME, "--from", "2026-09-17", "--to", "2026-09-17")).contains("INV/2026/0002");
        assertThat(bench.run("check", "--from", "2026-09-18", "--to", "2026-09-17")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.run("check", "--from", "+12026-09-18")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSpreadsheetAndPaperHoldTheSame() throws IOException {
        Path sheet = folder.resolve("check.xlsx");
        Path paper = folder.resolve("check.pdf");

        assertThat(bench.run("check", "--output", sheet.toString())).isZero();
        assertThat(bench.run("check", "--output", paper.toString())).isZero();

        try (var book = new ReadableWorkbook(sheet.toFile())) {
            assertThat(book.getFirstSheet().read().get(1).stream().map(cell -> cell.getText()))
                    .containsExactly("Acme", "Worth a look", "Gaps in number series", "INV/2026/0001, INV/2026/0003",
                            "INV/2026/0002 is missing between INV/2026/0001 and INV/2026/0003.", ADVICE);
        }
        assertThat(new PdfFile(Files.readAllBytes(paper)).text()).contains("Book check", "1 finding in 3 documents");
    }

    @Test
    void ctrlCStopsIt() {
        bench.interrupts = action -> {
            action.run();
            return () -> {};
        };

        assertThat(bench.run("check")).isNotZero();
        assertThat(bench.terminal.output()).isEmpty();
    }

    @Test
    void aCurrencyChoosesFindingsByTheInvoicesTheyAreAbout() {
        bench.reader.put(OTHER, Invoices.invoice(3, "INV/2026/0003", MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(7, "Deco Addict"), "100", "0", new Ref(2, "USD"), List.of()));

        assertThat(output("check", "--json")).hasLineCount(2);
        assertThat(output("check", "--currency", "usd", "--json")).hasLineCount(1).contains("\"connection\":\"Other\"");
        assertThat(bench.run("check", "--currency", "CHF")).isEqualTo(ExitCode.USAGE);
        assertThat(output("check", "--currency", "USD")).contains("Filters: USD\n");
        assertThat(output("check")).contains("2 findings in 4 documents");
        assertThat(output("check", "--currency", "USD")).contains("1 finding in 1 document\n");
        assertThat(output("check", "--currency", "EUR")).contains("2 findings in 3 documents");
    }
}
