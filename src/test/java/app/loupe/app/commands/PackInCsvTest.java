package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** A program that reads the CSV of a pack finds the same values in it whatever language the window speaks. */
class PackInCsvTest {
    private static final String ACME = "aaaa1111";

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void someDocuments() throws ProblemException {
        ExportedBooks.into(bench, ACME);
        bench.reader.put(ACME, ExportedBooks.document(8, "RBILL/1", MoveType.VENDOR_REFUND, MoveState.POSTED));
        bench.book.leadsTo(new ConnectionId(ACME), new BookId("https://acme.example", "acme"));
        bench.book.note(new ConnectionId(ACME), Stamp.NEVER, List.of(new InvoiceChange(1, "INV/2026/0001", 1, 2,
                Instant.parse("2026-09-20T08:00:30Z"), InvoiceChange.Kind.CHANGED, InvoiceField.PRICE_UNIT, 70, "10",
                "12", true)));
    }

    private Path pack(String language) {
        bench.texts = new Texts(Locale.of(language));
        Path pack = folder.resolve(language);
        assertThat(bench.run("export", "--pack", "2026-09", "--output", pack.toString()))
                .as(bench.terminal.messages()).isZero();
        return pack;
    }

    private static List<String> column(Path file, String name) throws IOException {
        List<String[]> rows = Files.readString(file).replace("\ufeff", "").lines().map(line -> line.split(",", -1))
                .toList();
        int at = Arrays.asList(rows.getFirst()).indexOf(name);
        assertThat(at).as(name).isNotNegative();
        return rows.stream().skip(1).map(row -> row[at]).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void csvHasOdoosWordsInOdoosColumnsInEveryLanguage(String language) throws IOException {
        Path pack = pack(language);

        assertThat(column(pack.resolve("invoices.csv"), "move_type")).containsExactly("out_invoice", "out_refund");
        assertThat(column(pack.resolve("invoices.csv"), "status")).containsExactly("overdue", "unpaid");
        assertThat(column(pack.resolve("bills.csv"), "move_type")).containsExactly("in_invoice", "in_refund");
        assertThat(column(pack.resolve("payments.csv"), "move_type")).containsExactly("out_invoice");
        assertThat(column(pack.resolve("payments.csv"), "kind")).containsExactly("paid");
        assertThat(column(pack.resolve("open-items-receivable.csv"), "move_name")).containsExactly("INV/2026/0001");
        assertThat(column(pack.resolve("open-items-receivable.csv"), "bucket")).containsExactly("1-30 days");
        assertThat(column(pack.resolve("changes.csv"), "noticed")).containsExactly("2026-09-20T08:00:30Z");
        assertThat(column(pack.resolve("changes.csv"), "kind")).containsExactly("edited");
    }

    @Test
    void theSpreadsheetKeepsTheOwnersWords() throws IOException {
        Path pack = pack("de");

        try (var book = new ReadableWorkbook(pack.resolve("month-end-2026-09.xlsx").toFile())) {
            List<Row> invoices = book.getSheet(0).orElseThrow().read();
            assertThat(invoices.stream().map(row -> row.getCellText(1))).contains("Kundenrechnung")
                    .noneMatch(text -> text.contains("out_"));
            List<Row> changes = book.getSheet(8).orElseThrow().read();
            assertThat(changes.get(1).getCellText(0)).startsWith("20. Sept. 2026").endsWith("08:00");
        }
    }
}
