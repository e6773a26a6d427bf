package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an accountant adds up and joins by, in the lists of invoices for programs and in those of people. */
class InvoiceFieldsTest {
    private static final String ACME = "aaaa1111";
    private static final Ref USD = new Ref(2, "USD");

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void aCreditNoteABillAndACancelledInvoice() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        put(1, "RINV/1", MoveType.CREDIT_NOTE, MoveState.POSTED, "-90", "-80", "-45");
        put(2, "BILL/2", MoveType.VENDOR_BILL, MoveState.POSTED, "-90", "-80", "-45");
        put(3, "", MoveType.CUSTOMER_INVOICE, MoveState.CANCELLED, "90", "80", "45");
        put(4, "", MoveType.CUSTOMER_INVOICE, MoveState.DRAFT, "90", "80", "45");
    }

    private void put(long id, String name, MoveType type, MoveState state, String total, String untaxed,
            String residual) {
        Invoice made = Invoices.invoice(id, name, type, state, new Ref(70, "Ann of Deco"), "100", "50", USD,
                List.of(Invoices.line(id * 10, LineKind.PRODUCT, "Chair", "100")));
        Invoice.Booking booking = made.booking();
        bench.reader.put(ACME, new Invoice(id, made.writeDate(), name, type, state, made.paymentState(),
                new Invoice.Parties(made.parties().partner(), new Ref(7, "Deco Addict"), "Ann of Deco"),
                new Invoice.Booking(booking.company(), USD, booking.companyCurrency(), booking.journal(),
                        booking.salesperson(), booking.paymentTerms(),
                        type.isRefund() ? new Ref(5, "INV/5") : null, booking.bankAccount()),
                made.dates(),
                new Invoice.Amounts(new BigDecimal("89"), new BigDecimal("11"), new BigDecimal("100"),
                        new BigDecimal("50"), new Invoice.SignedAmounts(new BigDecimal(untaxed),
                                new BigDecimal(total), new BigDecimal(residual))),
                new Invoice.OtherInfo("", "", "S00042", false, false, ""), made.lines()));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    private Map<String, String> csv(String id) {
        List<String[]> cells = output("invoices", ACME, "--format", "csv").replace("\ufeff", "").lines()
                .map(line -> line.split(",", -1)).toList();
        var rows = new HashMap<String, Map<String, String>>();
        for (String[] row : cells.subList(1, cells.size())) {
            var named = new HashMap<String, String>();
            for (int i = 0; i < row.length; i++) {
                named.put(cells.getFirst()[i], row[i]);
            }
            rows.put(Objects.requireNonNull(named.get("id")), named);
        }
        return Objects.requireNonNull(rows.get(id));
    }

    private JsonNode json(String id) {
        var rows = new HashMap<String, JsonNode>();
        output("invoices", ACME, "--json").lines().map(JsonMapper.builder().build()::readTree)
                .forEach(row -> rows.put(row.get("id").asString(), row));
        return Objects.requireNonNull(rows.get(id));
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndAContactItsCustomer() {
        assertThat(csv("1")).containsEntry("reversed_entry_id", "5").containsEntry("reversed_entry", "INV/5")
                .containsEntry("invoice_origin", "S00042").containsEntry("commercial_partner_id", "7")
                .containsEntry("commercial_partner", "Deco Addict").containsKey("vat");
        assertThat(csv("2")).containsEntry("reversed_entry_id", "").containsEntry("reversed_entry", "");
        JsonNode credit = json("1");
        assertThat(credit.get("reversed_entry_id").asInt()).isEqualTo(5);
        assertThat(credit.get("reversed_entry").asString()).isEqualTo("INV/5");
        assertThat(credit.get("invoice_origin").asString()).isEqualTo("S00042");
        assertThat(credit.get("commercial_partner_id").asInt()).isEqualTo(7);
        assertThat(credit.get("commercial_partner").asString()).isEqualTo("Deco Addict");
        assertThat(credit.has("vat")).isTrue();
        assertThat(json("2").get("reversed_entry_id").isNull()).isTrue();
    }

    /** Odoo's own sign in both forms: what is paid out is negative. */
    @Test
    void amountsInCompanyCurrencyAreOdoosOwn() {
        for (String id : List.of("1", "2")) {
            assertThat(csv(id)).containsEntry("amount_untaxed_signed", "-80.00")
                    .containsEntry("amount_tax_signed", "-10.00").containsEntry("amount_total_signed", "-90.00")
                    .containsEntry("amount_residual_signed", "-45.00").containsEntry("company_currency", "EUR");
            JsonNode row = json(id);
            assertThat(row.get("amount_untaxed_signed").asString()).isEqualTo("-80.00");
            assertThat(row.get("amount_tax_signed").asString()).isEqualTo("-10.00");
            assertThat(row.get("amount_total_signed").asString()).isEqualTo("-90.00");
            assertThat(row.get("amount_residual_signed").asString()).isEqualTo("-45.00");
        }
    }

    /** Odoo keeps what was open of them; nobody owes it, and no sum of the spreadsheet holds it. */
    @Test
    void nothingIsDueOfACancelledDocumentNorOfADraft() throws IOException {
        for (String id : List.of("3", "4")) {
            assertThat(csv(id)).containsEntry("amount_total", "100.00").containsEntry("amount_residual", "")
                    .containsEntry("amount_residual_signed", "");
            assertThat(json(id).get("amount_residual").isNull()).isTrue();
            assertThat(json(id).get("amount_residual_signed").isNull()).isTrue();
        }
        assertThat(csv("2")).containsEntry("amount_residual", "50.00");
        assertThat(sheet(0).stream().filter(row -> "Cancelled".equals(row.get("Status")))).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("Amount due", "")
                        .containsEntry("Due, company currency", ""));
    }

    /** As the other forms and the lists of a pack. */
    @Test
    void aSpreadsheetHasTheAccountingDate() throws IOException {
        LocalDate day = LocalDate.parse(Objects.requireNonNull(csv("2").get("date")));
        // a spreadsheet counts days
        long count = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);

        assertThat(sheet(0).stream().filter(row -> "BILL/2".equals(row.get("Number")))).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("Accounting date", count + ".0"));
    }

    @Test
    void aSpreadsheetHasTheAmountsInCompanyCurrency() throws IOException {
        assertThat(sheet(0).stream().filter(row -> "BILL/2".equals(row.get("Number")))).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("Tax excluded, company currency", "-80.00")
                        .containsEntry("Tax, company currency", "-10.00")
                        .containsEntry("Total, company currency", "-90.00")
                        .containsEntry("Due, company currency", "-45.00"));
    }

    /** Only what is a draft is called one. */
    @Test
    void aCancelledDocumentWithoutANumberIsCalledCancelled() throws IOException {
        for (int number : new int[] {0, 1}) {
            assertThat(sheet(number)).extracting(row -> row.get("Number") + " " + row.get("Status"))
                    .contains("Cancelled Cancelled", "Draft Draft");
        }
    }

    @Test
    void theFilesOfAPackNameDocumentAndPartnerByTheirIds() throws IOException {
        output("export", "--pack", "2026-09", "--output", folder.resolve("pack").toString());

        List<String> lines = Files.readAllLines(folder.resolve("pack/bills.csv"));
        assertThat(lines.getFirst()).endsWith(",id,partner_id,exact");
        assertThat(lines.get(1)).startsWith("BILL/2,").endsWith(",2,70,true");
    }

    private List<Map<String, String>> sheet(int number) throws IOException {
        Path file = folder.resolve("invoices.xlsx");
        output("invoices", ACME, "--lines", "--overwrite", "--output", file.toString());
        try (var book = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = book.getSheet(number).orElseThrow().read();
            var named = new ArrayList<Map<String, String>>();
            for (Row row : rows.subList(1, rows.size())) {
                var cells = new HashMap<String, String>();
                for (int i = 0; i < rows.getFirst().getCellCount(); i++) {
                    var cell = row.getCellCount() > i ? row.getCell(i) : null;
                    cells.put(rows.getFirst().getCellText(i), cell == null || cell.getRawValue() == null
                            ? ""
                            : cell.getText());
                }
                named.add(cells);
            }
            return named;
        }
    }
}
