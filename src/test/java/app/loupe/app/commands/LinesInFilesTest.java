package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever adds up lines of a file sees which of them are of drafts or cancelled documents, and in which currency each amount is. */
class LinesInFilesTest {
    private static final String ACME = "aaaa1111";
    private static final Ref USD = new Ref(2, "USD");

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void oneOfEachState() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        put(1, "INV/1", MoveState.POSTED);
        put(2, "", MoveState.DRAFT);
        put(3, "INV/3", MoveState.CANCELLED);
    }

    private void put(long id, String name, MoveState state) {
        bench.reader.put(ACME, Invoices.invoice(id, name, MoveType.CUSTOMER_INVOICE, state, new Ref(7, "Ann"), "100",
                "100", USD, List.of(Invoices.line(id * 10, LineKind.PRODUCT, "Chair", "100"))));
    }

    private List<Map<String, String>> csv(String text) {
        List<String[]> cells = text.replace("\ufeff", "").lines().map(line -> line.split(",", -1)).toList();
        var rows = new ArrayList<Map<String, String>>();
        for (String[] row : cells.subList(1, cells.size())) {
            var named = new HashMap<String, String>();
            for (int i = 0; i < row.length; i++) {
                named.put(cells.getFirst()[i], row[i]);
            }
            rows.add(named);
        }
        return rows;
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lines", "--journal-items"})
    void aLineInCsvSaysTheStateOfItsDocumentAndTheCurrencyOfTheCompany(String lines) {
        List<Map<String, String>> rows = csv(output("invoices", ACME, lines, "--format", "csv"));

        assertThat(rows).extracting(row -> row.get("move_id") + " " + row.get("parent_state"))
                .containsExactlyInAnyOrder("1 posted", "2 draft", "3 cancel");
        assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("company_currency", "EUR"));
    }

    @Test
    void journalItemsOfAnArchiveSayWhichAreOfCancelledDocuments() throws IOException {
        output("export", "--archive", "--from", "2026-01-01", "--to", "2026-10-31", "--output",
                folder.resolve("kept").toString());

        assertThat(csv(Files.readString(folder.resolve("kept/journal-items.csv"))))
                .extracting(row -> row.get("move_id") + " " + row.get("parent_state"))
                .containsExactlyInAnyOrder("1 posted", "3 cancel");
        assertThat(Files.readString(folder.resolve("kept/invoices.jsonl"))).contains("\"company_currency\":\"EUR\"");
    }

    @Test
    void inJsonLinesACurrencyStandsBesideEachAmount() {
        JsonNode invoice = JsonMapper.builder().build()
                .readTree(output("invoices", ACME, "--journal-items", "--json").lines()
                        .filter(line -> line.contains("INV/1")).findFirst().orElseThrow());

        assertThat(invoice.get("currency").asString()).isEqualTo("USD");
        assertThat(invoice.get("company_currency").asString()).isEqualTo("EUR");
        JsonNode item = invoice.get("lines").get(0);
        // that of the item itself, where it has one
        assertThat(item.get("currency").asString()).isEqualTo("EUR");
        assertThat(csv(output("invoices", ACME, "--format", "csv")))
                .allSatisfy(row -> assertThat(row).containsEntry("company_currency", "EUR"));
    }

    /** A cash rounding of Odoo 16 and later has no price_subtotal, only its booking. */
    @Test
    void theLinesComeToTheUntaxedAmountOfTheDocument() throws ProblemException {
        MoveLine made = Invoices.line(72, LineKind.ROUNDING, "Rounding", "-0.02");
        BigDecimal zero = BigDecimal.ZERO;
        var rounding = new MoveLine(made.id(), made.writeDate(), made.entry(), made.kind(), made.sequence(),
                made.label(), new MoveLine.Price(null, null, zero, zero, zero, zero, zero), made.taxes(),
                made.posting(), made.date(), made.dueDate(), made.matching());
        for (MoveType type : List.of(MoveType.CUSTOMER_INVOICE, MoveType.VENDOR_REFUND)) {
            bench.reader.put(ACME, Invoices.invoice(7, "N/7", type, MoveState.POSTED, new Ref(7, "Ann"), "99.98", "0",
                    new Ref(1, "EUR"), List.of(Invoices.line(71, LineKind.PRODUCT, "Chair", "100"), rounding,
                            Invoices.line(73, LineKind.TAX, "VAT", "21"),
                            Invoices.line(74, LineKind.PAYMENT_TERM, "", "99.98"))));
            for (String lines : List.of("--lines", "--journal-items")) {
                assertThat(csv(output("invoices", ACME, lines, "--format", "csv")).stream()
                        .filter(row -> "7".equals(row.get("move_id"))).map(row -> row.getOrDefault("untaxed", "none"))
                        .filter(amount -> !amount.isEmpty()).map(BigDecimal::new).reduce(zero, BigDecimal::add))
                        .as(lines)
                        .isEqualByComparingTo(type.signed(new BigDecimal("99.98")));
            }
        }
    }

    @Test
    void aSheetOfLinesHasAStatusAndCallsADraftADraft() throws IOException {
        Path file = folder.resolve("lines.xlsx");
        output("invoices", ACME, "--lines", "--output", file.toString());

        try (var book = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = book.getSheet(1).orElseThrow().read();
            List<String> heads = rows.getFirst().stream().map(cell -> cell.getText()).toList();
            int status = heads.indexOf("Status");
            assertThat(heads).startsWith("Number", "Type").contains("Status");
            assertThat(rows.stream().skip(1)
                    .map(row -> row.getCellText(0) + " " + row.getCellText(status)))
                    .containsExactlyInAnyOrder("INV/1 Overdue", "Draft Draft", "INV/3 Cancelled");
        }
    }
}
