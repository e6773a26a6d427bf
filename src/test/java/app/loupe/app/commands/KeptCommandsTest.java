package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import testkit.window.WindowSamples;

/** What commands and their files say of a copy that begins on a day. */
class KeptCommandsTest {
    private static final String ACME = "aaaa1111";
    private static final String WHOLE = "bbbb2222";
    private static final String SAID = "Acme: this copy holds documents from 1 Jan 2026 on.";
    private static final String NOTE = "This copy holds documents from 1 Jan 2026 on.";
    private static final String BOOKED = "dated before the first day and was booked on it or later is missing";

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void aCopyFromTheFirstOfJanuaryOn() throws ProblemException {
        ExportedBooks.into(bench, ACME);
        bench.connections.profiles.replaceAll(one -> WindowSamples.since(one, LocalDate.of(2026, 1, 1)));
    }

    private String output(String line, String... more) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(Stream.concat(Stream.of(line.split(" ")), Stream.of(more)).toArray(String[]::new)))
                .as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "aged", "aged --rows", "customers", "vendors", "statement Deco", "products",
        "payments", "check", "overview"})
    void eachSaysItOnceBesideItsTableAndInItsFiles(String command) throws IOException {
        assertThat(output(command)).doesNotContain("holds documents");
        assertThat(bench.terminal.messages()).containsOnlyOnce(SAID);

        Path sheet = folder.resolve("list.xlsx");
        output(command, "--output", sheet.toString());
        assertThat(cells(sheet)).contains(NOTE);
        Path paper = folder.resolve("list.pdf");
        output(command, "--output", paper.toString());
        assertThat(new PdfFile(Files.readAllBytes(paper)).text().replaceAll("\\s+", " "))
                .contains(NOTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "aged", "customers", "statement Deco", "products", "payments", "check",
        "overview"})
    void rowsForProgramsStayRowsAndTheNoticeIsOne(String command) {
        assertThat(output(command, "--format", "csv")).doesNotContain("holds documents");
        assertThat(output(command, "--json")).doesNotContain("holds documents");
        assertThat(bench.terminal.messages().lines()).filteredOn(line -> line.contains("\"code\":\"kept-from\""))
                .singleElement().asString().contains("1 Jan 2026", "loupe connections edit aaaa1111 --since");
    }

    /** Each partner is of one connection, whatever the others keep. */
    @Test
    void aStatementSpeaksOfTheCopyItIsFromAndOfNoOther() throws ProblemException {
        bench.connections.put(WHOLE, "Whole", CommandsOverFakes.NOW);
        bench.reader.put(WHOLE, Invoices.posted(1, "INV/2026/0009", "Azure Interior", "100", "100"));
        LocalDate day = LocalDate.of(2026, 9, 18);
        bench.reader.putOwed(WHOLE, new OwedItem(90, 1,
                new OwedItem.Entry(1, MoveType.CUSTOMER_INVOICE, "INV/2026/0009", "Sales", ""), false,
                new Ref(1, "My Company"), new Ref(8, "Azure Interior"), new Ref(1, "EUR"),
                new OwedItem.Dates(day, day, day), BigDecimal.TEN, BigDecimal.TEN,
                new OwedItem.Booked(null, BigDecimal.TEN, BigDecimal.TEN), List.of()));

        assertThat(output("statement Azure")).doesNotContain("holds documents");
        assertThat(bench.terminal.messages()).doesNotContain("holds documents", "in the copy");
        assertThat(output("statement Deco")).doesNotContain("holds documents");
        assertThat(bench.terminal.messages()).containsOnlyOnce(SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes", "notes"})
    void whatIsNotOfTheCopyIsToldWithoutIt(String command) {
        output(command);

        assertThat(bench.terminal.messages()).doesNotContain("holds documents");
    }

    @ParameterizedTest
    @CsvSource({"aged --as-of 2025-12-31, Nothing was owed.", "aged --payable, Nothing was owed.",
        "customers --as-of 2025-12-31, Nobody.", "products --to 2025-12-31, Nothing was found in this time.",
        "payments --to 2025-12-31, 0 payments"})
    void ofATimeThatMayNotBeKeptNoneIsCalledNothing(String command, String untrue) {
        assertThat(output(command)).contains("Nothing of this is in the copy.").doesNotContain(untrue);
    }

    @Test
    void aStatementOfADayBeforeSaysWhatTheCopyHas() {
        assertThat(output("statement Deco --as-of 2025-12-31")).contains("Nothing of this is in the copy.");
        assertThat(bench.terminal.messages()).contains("there is nothing with Deco Addict in the copy")
                .doesNotContain("Nothing was booked");
    }

    @Test
    void aWholeCopySaysNothingOfIt() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);

        assertThat(output("aged --as-of 2025-12-31")).contains("Nothing was owed.");
        assertThat(bench.terminal.messages()).doesNotContain("holds documents");
    }

    @Test
    void aPackOfAMonthBeforeSaysThatTheCopyHasNothing() throws IOException {
        output("export --pack 2025-11", "--output", folder.resolve("pack").toString());

        assertThat(Files.readString(folder.resolve("pack/README.txt")))
                .contains(NOTE, BOOKED, "The copy has nothing to list here: Invoices")
                .doesNotContain("There was nothing");
        assertThat(bench.terminal.messages()).containsOnlyOnce(SAID);
    }

    @Test
    void everySheetOfAPackWithFiguresSaysItAndThoseByAccountingDateWhatTheyLack() throws IOException {
        output("export --pack 2026-01", "--output", folder.resolve("pack").toString());

        try (var book = new ReadableWorkbook(folder.resolve("pack/month-end-2026-01.xlsx").toFile())) {
            String about = cells(book.findSheet("About").orElseThrow());
            assertThat(lines(about, NOTE)).as("all but what changed").isEqualTo(8);
            assertThat(lines(about, BOOKED)).as("invoices, bills, taxes").isEqualTo(3);
        }
        assertThat(Files.readString(folder.resolve("pack/taxes.csv"))).doesNotContain("holds documents");
    }

    @Test
    void anArchiveOfManyYearsSaysFromWhenOnItIs() throws IOException {
        output("export --archive --from 2020-01-01 --to 2026-12-31", "--output", folder.resolve("kept").toString());

        assertThat(Files.readString(folder.resolve("kept/README.txt"))).contains(NOTE, BOOKED);
        assertThat(cells(folder.resolve("kept/invoices.xlsx"))).contains(NOTE, BOOKED);
    }

    private static long lines(String of, String with) {
        return of.lines().filter(line -> line.contains(with)).count();
    }

    private static String cells(Path workbook) throws IOException {
        try (var book = new ReadableWorkbook(workbook.toFile())) {
            var all = new StringBuilder();
            for (Sheet sheet : book.getSheets().toList()) {
                all.append(cells(sheet));
            }
            return all.toString();
        }
    }

    private static String cells(Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            return rows.flatMap(row -> row.stream()).filter(cell -> cell != null).map(Cell::getText)
                    .collect(Collectors.joining("\n"));
        }
    }
}
