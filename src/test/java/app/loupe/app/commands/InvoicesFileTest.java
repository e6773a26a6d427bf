package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

class InvoicesFileTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";

    @TempDir
    Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.putTwoConnections(ACME, OTHER);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private int write(String name, String... arguments) {
        return bench.run(Stream.concat(Stream.of("invoices", "--output", file(name).toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private List<Row> sheet(String name, int number) throws IOException {
        try (var book = new ReadableWorkbook(file(name).toFile())) {
            return book.getSheet(number).orElseThrow().read();
        }
    }

    @Test
    void aSpreadsheetHoldsTheInvoicesAndWhenAskedTheirLines() throws IOException {
        assertThat(write("a.xlsx", "--lines")).isZero();

        try (var book = new ReadableWorkbook(file("a.xlsx").toFile())) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("Invoices", "Lines", "About");
        }
        List<Row> invoices = sheet("a.xlsx", 0);
        assertThat(invoices.getFirst().stream().map(cell -> cell.getText())).startsWith("Connection", "Number")
                .contains("Journal", "Currency")
                .endsWith("Total", "Amount due", "Accounting date", "Tax excluded, company currency",
                        "Tax, company currency", "Total, company currency", "Due, company currency");
        Row total = invoices.getLast();
        assertThat(total.getCellText(0)).isEqualTo("Total, customers");
        int at = invoices.getFirst().stream().map(cell -> cell.getText()).toList().indexOf("Total");
        assertThat(total.getCellAsNumber(at).orElseThrow()).isEqualByComparingTo("1300.00");
        assertThat(sheet("a.xlsx", 1).stream().map(row -> row.getCellText(7))).contains("Description", "Work",
                "Consulting");
    }

    @Test
    void journalItemsAreAddedUpByDebitAndCredit() throws IOException {
        assertThat(write("a.xlsx", "--journal-items")).isZero();

        Row total = sheet("a.xlsx", 1).getLast();
        assertThat(total.getCellText(0)).isEqualTo("Total");
        assertThat(total.getCellAsNumber(15).orElseThrow()).isEqualByComparingTo("1390.50");
    }

    @Test
    void aPdfHoldsTheListWithTotalsOfWhatIsPosted() throws IOException {
        assertThat(write("a.pdf", "--query", "Deco")).isZero();

        String text = new PdfFile(Files.readAllBytes(file("a.pdf"))).text().replace('\u00a0', ' ');
        assertThat(text).contains("Invoices", "Acme, Other", "Search: Deco", "INV/2026/0001", "RINV/1",
                "Total, customers € 1,200.00 € 1,290.50", "made with Loupe", "Page 1 of 1");
    }

    @Test
    void besideOverdueStandsTheDayOfTheFirstOpenInstalmentInEveryForm() throws IOException {
        bench.reader.put(ACME, Invoices.inInstalments(4, "INV/2026/0004", "Split Ltd", "10", "70"));
        bench.reader.put(ACME, Invoices.inInstalments(5, "INV/2026/0005", "Split Ltd", "0", "70"));

        write("a.xlsx", "--query", "Split");
        List<Row> rows = sheet("a.xlsx", 0);
        Row heads = rows.stream().filter(row -> row.stream().anyMatch(cell -> "Due date".equals(cell.getText())))
                .findFirst().orElseThrow();
        int due = heads.stream().map(cell -> cell.getText()).toList().indexOf("Due date");
        Row late = rows.stream().filter(row -> row.getCellText(1).equals("INV/2026/0004")).findFirst().orElseThrow();
        assertThat(heads.getCellText(due + 1)).isEqualTo("Last due date");
        assertThat(late.getCellAsDate(due).orElseThrow().toLocalDate()).isEqualTo("2026-10-01");
        assertThat(late.getCellAsDate(due + 1).orElseThrow().toLocalDate()).isEqualTo("2026-10-17");

        write("a.pdf", "--query", "Split");
        assertThat(new PdfFile(Files.readAllBytes(file("a.pdf"))).text()).contains("1 Oct 2026", "17 Oct 2026",
                "Of an invoice in instalments, the due date is that of the first that is open.");
        write("a.csv", "--query", "Split");
        assertThat(Files.readString(file("a.csv"))).contains("invoice_date_due,due_date,",
                "2026-10-17,2026-10-01,", "2026-10-17,2026-10-17,");
        write("a.jsonl", "--query", "Split");
        assertThat(Files.readString(file("a.jsonl")))
                .contains("\"invoice_date_due\":\"2026-10-17\",\"due_date\":\"2026-10-01\"");
        bench.run("invoices", "--query", "Split");
        assertThat(bench.terminal.output()).contains("1 Oct 2026 (last 17 Oct 2026)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "table"})
    void textIntoAFileIsWhatTheTerminalWouldShow(String form) throws IOException {
        bench.run("invoices", "--format", form);
        String shown = bench.terminal.output();

        assertThat(write("a.txt", "--format", form)).isZero();

        assertThat(Files.readString(file("a.txt"))).isEqualTo(shown).isNotEmpty();
        assertThat(bench.terminal.output()).isEqualTo(shown);
    }

    @Test
    void saysThatTheFileIsPlainAndKeepsItFromOthers() throws IOException {
        write("a.csv");

        assertThat(bench.terminal.messages()).contains("Written: " + file("a.csv"), "plain form");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a.csv"))))
                    .isEqualTo("rw-------");
        }
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void replacesAFileOnlyWhenThatIsSaid() throws IOException {
        Files.writeString(file("a.csv"), "mine");

        assertThat(write("a.csv")).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(file("a.csv"))).isEqualTo("mine");
        assertThat(bench.terminal.messages()).contains("--overwrite");
        assertThat(write("a.csv", "--overwrite")).isZero();
        assertThat(Files.readString(file("a.csv"))).contains("INV/2026/0001");
    }

    @Test
    void whatCannotBeReadLeavesNoFileAndTheOldOne() throws IOException {
        Files.writeString(file("a.xlsx"), "mine");
        bench.rowSelection = (ids, query, order, removedToo) -> {
            throw ProblemException.of(ProblemCode.STORE_FAILED, "copy");
        };

        assertThat(write("a.xlsx", "--overwrite")).isEqualTo(ExitCode.USAGE);

        assertThat(names()).containsExactly("a.xlsx");
        assertThat(Files.readString(file("a.xlsx"))).isEqualTo("mine");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(write("none/a.csv")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("This folder does not exist", file("none").toString());
    }

    @Test
    void aPlaceThatIsAFolderIsLeftAlone() throws IOException {
        Files.createDirectory(file("a.csv"));

        assertThat(write("a.csv", "--overwrite")).isEqualTo(ExitCode.USAGE);

        assertThat(file("a.csv")).isEmptyDirectory();
        assertThat(bench.terminal.messages()).contains("This folder is there already").doesNotContain("--overwrite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format xlsx", "--format pdf", "--overwrite", "--each", "--each --output x.csv",
        "--each --lines --output x.pdf --format pdf", "--json --output x --format pdf"})
    void whatCannotBeIsRefusedBeforeAnythingIsOpened(String arguments) {
        assertThat(bench.run(("invoices " + arguments).split(" ", -1))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.messages()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.doc", "a.docx", "b.xls", "c.html", "d.json", "E.XLS", "a.csv.gz"})
    void anEndingOfAnotherProgramIsRefusedWithThoseThatAreMade(String name) throws IOException {
        assertThat(write(name)).isEqualTo(ExitCode.USAGE);

        assertThat(names()).isEmpty();
        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.messages()).contains(".txt, .csv, .jsonl, .xlsx, .pdf");
        assertThat(write(name, "--format", "csv")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "invoices", "until 31.10.2026", "v1.2", "Acme Inc.", "report.v2", "Acme S.A"})
    void aNameWithoutTheEndingOfAProgramIsATableForPeople(String name) throws IOException {
        assertThat(write(name)).isZero();

        assertThat(Files.readString(file(name))).contains("AMOUNT DUE");
    }

    @Test
    void aWindowThatWritesInPlaceOfTheCommandIsToldTheWholePath() {
        var asked = new ArrayList<String>();
        bench.other = (data, arguments, terminal) -> {
            asked.addAll(arguments);
            return OptionalInt.of(0);
        };

        bench.run("invoices", "--output", "a.csv", "--data-dir", "x");
        bench.run("invoices", "--output=a.csv");

        String whole = Path.of("a.csv").toAbsolutePath().toString();
        assertThat(asked).containsExactly("invoices", "--output", whole, "invoices", "--output=" + whole);
    }
}
