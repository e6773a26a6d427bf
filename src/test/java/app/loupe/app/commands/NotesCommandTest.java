package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MarkAct;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.cli.SearchedCopy;

class NotesCommandTest {
    private static final ConnectionId OTHER = new ConnectionId("bbbb2222");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final ConnectionId shop = new ConnectionId(SearchedCopy.ID);

    @BeforeEach
    void write() throws ProblemException {
        bench.connections.put(SearchedCopy.ID, "Acme", CommandsOverFakes.NOW);
        bench.connections.put(OTHER.value(), "Other", CommandsOverFakes.NOW);
        SearchedCopy.fill(bench.reader);
        bench.book.leadsTo(shop, new BookId("https://acme.example", "acme"));
        bench.book.leadsTo(OTHER, new BookId("https://other.example", "other"));
        mark(shop, 3, new MarkAct.Note("=call \"Anna\"\nfirst"));
        mark(shop, 3, new MarkAct.Flag(true));
        mark(shop, 4, new MarkAct.Remind(TODAY));
        mark(shop, 5, new MarkAct.Remind(TODAY.plusDays(1)));
        mark(shop, 6, new MarkAct.Open(true));
        mark(OTHER, 99, new MarkAct.Review(new InvoiceMark.Review(Instant.parse("2026-11-01T08:00:00Z"), "x", 0)));
        bench.book.notePartner(new PartnerKey(OTHER, 12), "pays late");
    }

    private void mark(ConnectionId connection, long invoice, MarkAct act) throws ProblemException {
        bench.book.mark(Map.of(new InvoiceKey(connection, invoice), act));
    }

    /** A note may be here without its invoice, which is no draft for that. */
    @Test
    void anInvoiceThatTheCopyDoesNotHoldIsNotCalledADraft() {
        assertThat(output("notes")).anyMatch(line -> line.contains("Not in the copy (id 99 in Odoo)"))
                .noneMatch(line -> line.contains("Draft 99"));
    }

    private List<String> output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before).lines().toList();
    }

    @Test
    void jsonLinesHaveTheseFieldsInThisOrder() {
        List<String> lines = output("notes", "--json");

        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("{\"connection\":\"Acme\",\"connection_id\":\"" + SearchedCopy.ID
                + "\",\"kind\":\"invoice\",\"move_id\":3,\"move_name\":").endsWith(
                        "\"flagged\":true,\"note\":\"=call \\\"Anna\\\"\\nfirst\",\"reviewed_at\":null,\"inbox\":null,"
                                + "\"remind_on\":null,\"due\":false}");
        assertThat(lines.get(1)).contains("\"move_id\":4", "\"inbox\":\"to-review\"", "\"remind_on\":\"2026-11-23\"",
                "\"due\":true");
        assertThat(lines.get(3)).as("an invoice that the copy does not hold").contains("\"move_id\":99",
                "\"move_name\":null", "\"reviewed_at\":\"2026-11-01T08:00:00Z\"");
        assertThat(lines.getLast()).contains("\"kind\":\"partner\",\"move_id\":null", "\"partner_id\":12",
                "\"note\":\"pays late\"");
    }

    @Test
    void csvHasTheSameColumnsAndStartsNoFormula() {
        List<String> lines = output("notes", "Acme", "--format", "csv");

        assertThat(lines.getFirst()).isEqualTo("\ufeffconnection,connection_id,kind,move_id,move_name,move_type,"
                + "partner_id,partner,flagged,note,reviewed_at,inbox,remind_on,due");
        assertThat(String.join("\n", lines)).doesNotContain(",\"=call").contains("2026-11-24,false");
    }

    @Test
    void optionsNarrowAndAllMustHold() {
        assertThat(output("notes", "--flagged", "--json")).hasSize(1);
        assertThat(output("notes", "--with-note", "--json")).hasSize(2);
        assertThat(output("notes", "--due", "--json")).singleElement().asString().contains("\"move_id\":4");
        assertThat(output("notes", "--flagged", "--due", "--json")).isEmpty();
        assertThat(output("notes", "--reviewed", "--json")).as("one that is gone says nothing any more").isEmpty();
        assertThat(output("notes", "--due", "--flagged")).startsWith(
                "You have not marked any of these invoices yet.");
    }

    @Test
    void aPersonReadsATable() {
        assertThat(output("notes").stream().map(line -> line.replaceAll(" {2,}", "|"))).hasSize(7)
                .startsWith("CONNECTION|NUMBER|CUSTOMER / VENDOR|FLAG|REVIEW|REMINDER|NOTE")
                .anyMatch(line -> line.endsWith("|To review|23 Nov 2026"))
                .anyMatch(line -> line.endsWith("|Yes|=call \"Anna\" first"))
                .anyMatch(line -> line.endsWith("|pays late"));
    }

    @Test
    void aSpreadsheetHoldsAFlagAsWhatItIsAndPaperTheNote(@TempDir Path folder) throws IOException {
        Path sheet = folder.resolve("notes.xlsx");
        Path paper = folder.resolve("notes.pdf");

        output("notes", "--output", sheet.toString());
        output("notes", "--output", paper.toString());

        try (var book = new ReadableWorkbook(sheet.toFile())) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCellAsBoolean(3)).contains(true);
            assertThat(rows.get(2).getCellAsBoolean(3)).contains(false);
            assertThat(rows.get(1).getCellText(6)).isEqualTo("=call \"Anna\"\nfirst");
            assertThat(rows.get(2).getCellAsDate(5)).contains(TODAY.atStartOfDay());
        }
        assertThat(new PdfFile(Files.readAllBytes(paper)).text()).contains("Flags and notes", "=call", "pays late");
    }

    @Test
    void nothingIsWrittenByReading() {
        output("notes");

        assertThat(bench.book.marks(Set.of(shop))).hasSize(4);
    }

    @Test
    void daysAndACurrencyChooseTheInvoicesThatNotesAreAbout() {
        assertThat(output("notes", "--currency", "usd", "--json")).hasSize(2)
                .allMatch(line -> line.contains("\"move_id\":4") || line.contains("\"move_id\":5"));
        assertThat(output("notes", "--from", "2026-10-24", "--to", "2026-11-20", "--json")).hasSize(2)
                .allMatch(line -> line.contains("\"move_id\":3") || line.contains("\"move_id\":4"));
        assertThat(output("notes", "--from", "2026-10-24", "--currency", "USD", "--json")).hasSize(1);
        assertThat(output("notes", "--currency", "USD")).contains("Filters: USD");
        assertThat(bench.run("notes", "--from", "2026-11-02", "--to", "2026-11-01")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFileSaysWhichWereAskedFor(@TempDir Path folder) throws IOException {
        Path paper = folder.resolve("notes.pdf");

        output("notes", "--flagged", "--with-note", "--output", paper.toString());

        assertThat(new PdfFile(Files.readAllBytes(paper)).text()).contains("Flagged · With a note");
    }
}
