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
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

class ProductsCommandTest {
    private static final String ACME = "aaaa1111";

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void someSales() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        document(1, MoveType.CUSTOMER_INVOICE, "Deco Addict", "EUR", "300");
        document(2, MoveType.CUSTOMER_INVOICE, "Azure Interior", "EUR", "90");
        document(3, MoveType.CREDIT_NOTE, "Deco Addict", "EUR", "60");
        document(4, MoveType.CUSTOMER_INVOICE, "Deco Addict", "USD", "50");
        document(5, MoveType.VENDOR_BILL, "Wood Corner", "EUR", "40");
    }

    private void document(long id, MoveType type, String partner, String currency, String amount) {
        bench.reader.put(ACME, Invoices.invoice(id, "N" + id, type, MoveState.POSTED, new Ref(7, partner), amount, "0",
                new Ref(currency.equals("EUR") ? 1 : 2, currency),
                List.of(Invoices.line(id * 10, LineKind.PRODUCT, "Work", amount))));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isZero();
        return bench.terminal.output().substring(before);
    }

    @Test
    void jsonLinesHaveTheseFieldsAndCreditNotesTakeAway() {
        assertThat(output("products", "--json")).isEqualTo("""
                {"connection":"Acme","connection_id":"aaaa1111","product_id":3,"product":"Hour","quantity":"1.5",\
                "product_uom":null,"untaxed":"330.00","untaxed_currency":"EUR","average_price":"220.00",\
                "average_price_currency":"EUR","invoices":3,"from":null,"to":null}
                {"connection":"Acme","connection_id":"aaaa1111","product_id":3,"product":"Hour","quantity":"1.5",\
                "product_uom":null,"untaxed":"50.00","untaxed_currency":"USD","average_price":"33.33333333",\
                "average_price_currency":"USD","invoices":1,"from":null,"to":null}
                """);
    }

    @Test
    void aPersonReadsATable() {
        assertThat(output("products").lines()
                .map(line -> line.replaceAll(" {2,}", "|").replace("\u00a0", "")))
                .startsWith("All invoices, of any date",
                        "PRODUCT|QUANTITY|UNIT|TAX EXCLUDED|AVERAGE PRICE|DOCUMENTS", "Hour|1.5|€330.00|€220.00|3",
                        "Hour|1.5|$50.00|$33.33|1",
                        "Of 1 product there is a row in each of several currencies: its quantity there is that of the"
                                + " documents in this currency.");
    }

    private void sold(long id, String product, String unit, String quantity, String amount) {
        Ref of = new Ref(id, product);
        var line = new MoveLine.Price(of, new Ref(unit.length(), unit), new BigDecimal(quantity), BigDecimal.ONE,
                BigDecimal.ZERO, new BigDecimal(amount), new BigDecimal(amount));
        MoveLine like = Invoices.line(id * 10, LineKind.PRODUCT, product, amount);
        bench.reader.put(ACME, Invoices.invoice(id, "N" + id, MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(7, "Ann"), amount, "0", new Ref(9, "CHF"),
                List.of(new MoveLine(like.id(), like.writeDate(), like.entry(), like.kind(), like.sequence(), product,
                        line, like.taxes(), like.posting(), like.date(), like.dueDate(), like.matching()))));
    }

    /** Kilograms are not more than pieces, however many they are. */
    @Test
    void theOrderIsChosenAsInTheWindow() {
        sold(21, "Zeal", "pc", "5", "10");
        sold(22, "äpple", "pc", "2", "30");
        sold(23, "Beam", "pc", "9", "20");
        sold(24, "Coal", "kg", "900", "5");

        assertThat(names("amount")).containsExactly("äpple", "Beam", "Zeal", "Coal");
        assertThat(names("quantity")).containsExactly("Beam", "Zeal", "äpple", "Coal");
        assertThat(names("name")).containsExactly("äpple", "Beam", "Coal", "Zeal");
        assertThat(output("products", "--currency", "chf")).doesNotContain("several currencies");
    }

    private List<String> names(String order) {
        return output("products", "--currency", "chf", "--sort", order, "--format", "csv").lines().skip(1)
                .map(line -> line.split(",", -1)[3]).toList();
    }

    @Test
    void theDaysAreSaidAboveAndTheChoiceBelow() {
        assertThat(output("products", "--from", "2026-01-01", "--to", "2026-12-31", "--currency", "eur", "--product",
                "hou").lines()).startsWith("1 Jan 2026 to 31 Dec 2026").contains("Filters: Search: hou \u00b7 EUR")
                .containsOnlyOnce("1 Jan 2026 to 31 Dec 2026");
        assertThat(output("products", "--from", "2026-01-01").lines()).startsWith("From 1 Jan 2026");
        assertThat(output("products", "--to", "2026-12-31").lines()).startsWith("Until 31 Dec 2026");
    }

    @Test
    void byPartnerEachRowIsOneThatBought() {
        assertThat(output("products", "--by", "partner", "--currency", "eur", "--format", "csv").lines())
                .first().asString().isEqualTo("\ufeffconnection,connection_id,product_id,product,partner_id,partner,"
                        + "quantity,product_uom,untaxed,untaxed_currency,average_price,average_price_currency,invoices,from,to");
        assertThat(output("products", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "csv").lines().skip(1))
                .isNotEmpty().allMatch(row -> row.endsWith(",2026-01-01,2026-12-31"));
        assertThat(output("products", "--bought").lines()).startsWith("All bills, of any date");
    }

    @Test
    void whatWasBoughtStandsApart() {
        assertThat(output("products", "--bought", "--json")).contains("\"untaxed\":\"40.00\"").hasLineCount(1);
    }

    @Test
    void daysCurrencyAndNameChoose() {
        assertThat(output("products", "--from", "2026-09-18")).isEqualTo("""
                From 18 Sep 2026
                Nothing was found in this time.
                Synced: just now
                """);
        assertThat(output("products", "--to", "2026-09-17", "--currency", "USD", "--json")).hasLineCount(1);
        assertThat(output("products", "--product", "hóur", "--json")).hasLineCount(2);
        assertThat(output("products", "--product", "minute")).contains("\nNo product whose name contains “minute”");
        assertThat(bench.run("products", "--from", "2026-09-18", "--to", "2026-09-17")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSpreadsheetHoldsNumbers() throws IOException {
        Path sheet = folder.resolve("products.xlsx");

        assertThat(bench.run("products", "--output", sheet.toString())).isZero();

        try (var book = new ReadableWorkbook(sheet.toFile())) {
            assertThat(book.getFirstSheet().read().get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("1.5");
        }
    }
}
