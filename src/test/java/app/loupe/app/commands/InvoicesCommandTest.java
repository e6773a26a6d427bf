package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvoicesCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.connections.put(OTHER, "Other", CommandsOverFakes.NOW);
        bench.reader.put(ACME, Invoices.posted(1, "INV/2026/0001", "Deco Addict", "1290.5", null));
        bench.reader.put(ACME, Invoices.emptyDraft(2));
        bench.reader.put(OTHER, Invoices.posted(1, "INV/9", "Azure Interior", "100", "0"));
    }

    private List<JsonNode> json() {
        var mapper = JsonMapper.builder().build();
        return bench.terminal.output().lines().map(mapper::readTree).toList();
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        bench.run(arguments);
        return bench.terminal.output().substring(before);
    }

    @Test
    void jsonLinesUseOdoosOwnFieldNamesInOrder() {
        assertThat(bench.run("invoices", ACME, "--format", "jsonl")).isZero();

        assertThat(json()).hasSize(2);
        assertThat(json().getLast().propertyNames()).containsExactly("connection", "connection_id", "id", "name",
                "move_type",
                "direction", "state", "payment_state", "partner_id", "partner", "company_id", "company", "currency",
                "company_currency",
                "invoice_date", "date", "invoice_date_due", "due_date",
                "amount_untaxed", "amount_tax", "amount_total", "amount_residual", "ref", "payment_reference",
                "journal_id", "journal", "invoice_user_id", "invoice_user", "invoice_payment_term_id",
                "invoice_payment_term", "partner_bank_id", "partner_bank", "presence", "reversed_entry_id",
                "reversed_entry", "invoice_origin", "commercial_partner_id", "commercial_partner", "vat",
                "amount_untaxed_signed", "amount_tax_signed", "amount_total_signed", "amount_residual_signed");
        assertThat(bench.terminal.output().lines().toList().getLast()).isEqualTo(
                """
                        {"connection":"Acme","connection_id":"aaaa1111","id":1,"name":"INV/2026/0001","move_type":"out_invoice","direction":1,\
                        "state":"posted","payment_state":"not_paid","partner_id":7,"partner":"Deco Addict","company_id":1,\
                        "company":"My Company","currency":"EUR","company_currency":"EUR","invoice_date":"2026-09-17","date":"2026-09-18","invoice_date_due":"2026-10-17","due_date":"2026-10-17",\
                        "amount_untaxed":"1290.50","amount_tax":"0.00","amount_total":"1290.50","amount_residual":"1290.50",\
                        "ref":null,"payment_reference":"INV/2026/0001","journal_id":null,"journal":null,"invoice_user_id":null,\
                        "invoice_user":null,"invoice_payment_term_id":null,"invoice_payment_term":null,"partner_bank_id":null,"partner_bank":null,"presence":"present",\
                        "reversed_entry_id":null,"reversed_entry":null,"invoice_origin":null,"commercial_partner_id":7,"commercial_partner":"Deco Addict","vat":null,\
                        "amount_untaxed_signed":"1290.50","amount_tax_signed":"0.00","amount_total_signed":"1290.50","amount_residual_signed":"1290.50"}""");
    }

    @ParameterizedTest
    @EnumSource(MoveType.class)
    void whatGivesMoneyBackIsNegativeForPeopleAndOdoosOwnWithADirectionForPrograms(MoveType type) {
        bench.reader.put(OTHER, Invoices.invoice(3, "R/1", type, MoveState.POSTED, null, "100", "40",
                new Ref(1, "EUR"), List.of(Invoices.line(31, LineKind.PRODUCT, "Chair", "100"))));
        String sign = type.isRefund() ? "-" : "";
        String minus = type.isRefund() ? "\u2212" : "";

        assertThat(output("invoices", OTHER, "--format", "csv"))
                .contains("," + sign + "100.00,0.00," + sign + "100.00," + sign + "40.00,");
        assertThat(output("invoices", OTHER, "--format", "csv", "--lines"))
                .contains("Chair,3,Hour," + sign + "1.5,,,100.00,0," + sign + "100.00," + sign + "100.00");
        assertThat(output("invoices", OTHER, "--lines").lines().filter(line -> line.contains("R/1")))
                .singleElement().asString()
                .contains("\u20ac\u00a0" + minus + "100.00", "\u20ac\u00a0" + minus + "40.00");
        assertThat(bench.terminal.output().lines().filter(line -> line.startsWith("   ") && line.contains("Chair")))
                .singleElement().asString().contains("\u20ac\u00a0" + minus + "100.00");
        JsonNode invoice = JsonMapper.builder().build()
                .readTree(output("invoices", OTHER, "--json").lines().filter(line -> line.contains("\"R/1\""))
                        .findFirst().orElseThrow());
        assertThat(invoice.get("amount_total").asString()).isEqualTo("100.00");
        assertThat(invoice.get("direction").asInt()).isEqualTo(type.isRefund() ? -1 : 1);
    }

    @Test
    void jsonLinesSayNullForWhatIsAbsent() {
        bench.run("invoices", ACME, "--json");

        JsonNode draft = json().getFirst();
        assertThat(List.of("name", "partner_id", "partner", "invoice_date", "invoice_date_due", "ref",
                "payment_reference")).allSatisfy(name -> assertThat(draft.get(name).isNull()).as(name).isTrue());
    }

    @Test
    void idsInACellAreNoNumberForAnySpreadsheet() {
        assertThat(output("invoices", ACME, "--format", "csv", "--journal-items")).contains(",\"5|6\",");
    }

    @Test
    void jsonLinesHoldEveryJournalItemWhenAsked() {
        bench.run("invoices", ACME, "--format=jsonl", "--journal-items");

        JsonNode lines = json().getLast().get("lines");
        assertThat(lines.findValuesAsString("display_type")).containsExactly("line_section", "product", "tax",
                "payment_term");
        assertThat(lines.get(1).propertyNames()).containsExactly("id", "display_type", "sequence", "name", "product_id",
                "product", "quantity", "product_uom_id", "product_uom", "currency", "price_unit", "discount",
                "price_subtotal",
                "price_total", "tax_ids", "tax_line_id", "tax_line",
                "account_id", "account", "debit", "credit", "balance", "amount_currency", "date_maturity",
                "untaxed");
        assertThat(lines.get(1).get("quantity").asString()).isEqualTo("1.5");
        assertThat(lines.get(1).get("balance").asString()).isEqualTo("-1290.50");
        assertThat(lines.get(1).get("tax_ids").toString()).isEqualTo("[5,6]");
        assertThat(lines.get(2).get("tax_line").asString()).isEqualTo("21%");
        assertThat(lines.get(3).get("date_maturity").asString()).isEqualTo("2026-10-17");
    }

    @Test
    void decimalsAreTextAndNeverLoseADigit() {
        bench.reader.put(ACME, Invoices.invoice(3, "X", MoveType.CUSTOMER_INVOICE, MoveState.POSTED, null,
                "12345678901234567890.123456789", "1E+3", new Ref(2, "JPY"), List.of()));

        bench.run("invoices", ACME, "--json");

        JsonNode invoice = json().stream().filter(line -> line.get("id").asInt() == 3).findFirst().orElseThrow();
        assertThat(invoice.get("amount_total").isString()).isTrue();
        assertThat(invoice.get("amount_total").asString()).isEqualTo("12345678901234567890.123456789");
        assertThat(invoice.get("amount_residual").asString()).isEqualTo("1000");
    }

    @Test
    void withoutAnIdEveryConnectionIsListed() {
        bench.run("invoices", "--json");

        assertThat(json()).extracting(line -> line.get("connection_id").asString())
                .containsExactly(ACME, ACME, OTHER);
        assertThat(json()).extracting(line -> line.get("connection").asString())
                .containsExactly("Acme", "Acme", "Other");
    }

    @Test
    void theTableSaysOfWhichConnectionARowIsOnlyWhereThereAreSeveral() {
        assertThat(output("invoices").lines().toList()).first().asString().startsWith("CONNECTION  NUMBER");
        assertThat(output("invoices").lines()).anyMatch(line -> line.startsWith("Acme        INV/2026/0001"))
                .anyMatch(line -> line.startsWith("Other       INV/9"));
        assertThat(output("invoices", OTHER)).startsWith("NUMBER").doesNotContain("Other");
    }

    @ParameterizedTest
    @CsvSource({"table, Posted", "csv, INV/9", "jsonl, INV/9"})
    void madeUpMoneyNeverStandsAmongRealMoneyUnlessItIsNamed(String format, String shown) {
        ConnectionId sample = bench.connections.addSyncedSample().id();
        bench.reader.put(sample.value(), Invoices.posted(7, "SAMPLE/7", "Nobody", "999999", null));

        assertThat(output("invoices", "--format", format)).contains(shown).doesNotContain("SAMPLE/7", "999,999");
        assertThat(bench.terminal.messages()).startsWith("Sample company is left out.")
                .contains("loupe invoices " + sample.value()).hasLineCount(1);

        assertThat(output("invoices", sample.value(), "--format", format)).contains("SAMPLE/7");
        assertThat(bench.terminal.messages()).containsOnlyOnce("is left out").hasLineCount(1);
    }

    @Test
    void theSampleCompanyAloneIsListedLikeAnyOther() {
        bench.connections.profiles.clear();
        ConnectionId sample = bench.connections.addSyncedSample().id();
        bench.reader.put(sample.value(), Invoices.posted(7, "SAMPLE/7", "Nobody", "999999", null));

        assertThat(output("invoices")).startsWith("NUMBER").contains("SAMPLE/7");
        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void theQueryChooses() {
        bench.run("invoices", "--json", "--query", "Azure");

        assertThat(json()).extracting(line -> line.get("name").asString()).containsExactly("INV/9");
    }

    @Test
    void aQueryThatCannotBeReadIsAMistakeOfTheCommand() {
        bench.rowSelection = (ids, query, order, removedToo) -> {
            throw ProblemException.of(ProblemCode.QUERY_UNREADABLE, ">1x");
        };

        assertThat(bench.run("invoices", "--query", ">1x")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("\">1x\"");
        assertThat(bench.terminal.output()).isEmpty();
    }

    @Test
    void removedInvoicesComeOnlyWhenAskedFor() {
        bench.reader.put(OTHER, Invoices.posted(2, "INV/GONE", "X", "1", null), Presence.REMOVED_IN_ODOO);

        bench.run("invoices", OTHER, "--json");
        assertThat(bench.terminal.output()).doesNotContain("INV/GONE");

        bench.run("invoices", OTHER, "--json", "--include-removed");
        assertThat(bench.terminal.output()).contains("INV/GONE", "\"presence\":\"removed_in_odoo\"");
        bench.run("invoices", OTHER, "--format", "csv", "--include-removed");
        assertThat(bench.terminal.output()).contains(",partner_bank,presence,", ",removed_in_odoo,");
    }

    @Test
    void csvHasAHeadAndQuotesWhatItMust() {
        bench.reader.put(OTHER, Invoices.posted(2, "A,\"B\"", "X", "1", null));

        bench.run("invoices", OTHER, "--format", "csv");

        assertThat(bench.terminal.output())
                .startsWith("\ufeffconnection,connection_id,id,name,move_type,state,")
                .contains("\r\n")
                .contains("Other,bbbb2222,1,INV/9,out_invoice,posted,not_paid,7,Azure Interior,")
                .contains("Other,bbbb2222,2,\"A,\"\"B\"\"\",out_invoice");
    }

    /** What stands first in one form stands first in each. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--lines"})
    void rowsForProgramsHaveTheOrderOfTheTable(String of) {
        bench.reader.put(ACME, Invoices.posted(8, "INV/A", "Zoe", "1", null));
        bench.reader.put(OTHER, Invoices.posted(4, "INV/M", "Ann", "1", null));
        bench.reader.put(OTHER, Invoices.posted(9, "INV/0", "Bob", "1", null));
        Pattern number = Pattern.compile("INV/2026/0001|INV/[A-Z0-9]");
        String[] forms = {"table", "csv", "jsonl"};
        var orders = new ArrayList<List<String>>();
        for (String form : forms) {
            String[] line = ("invoices --format " + form + " " + of).strip().split(" ");
            orders.add(output(line).lines().flatMap(row -> number.matcher(row).results().limit(1))
                    .map(MatchResult::group).distinct().toList());
        }

        assertThat(orders.getFirst()).hasSize(5)
                .isNotEqualTo(List.of("INV/2026/0001", "INV/A", "INV/9", "INV/M", "INV/0"));
        assertThat(orders.get(1)).isEqualTo(orders.getFirst());
        assertThat(orders.get(2)).isEqualTo(orders.getFirst());
    }

    @Test
    void csvHasTheFieldsOfJsonLines() {
        for (String of : List.of("", "--lines")) {
            String[] line = ("invoices " + ACME + " --format csv " + of).strip().split(" ");
            List<String> head = List.of(output(line).lines().findFirst().orElseThrow().substring(1).split(","));
            line[3] = "jsonl";
            JsonNode first = json(output(line).lines().toList().getLast());

            List<String> fields = new ArrayList<>(
                    of.isEmpty() ? first.propertyNames() : first.get("lines").get(0).propertyNames());
            fields.remove("direction");
            assertThat(head).as("amounts have their sign already").containsAll(fields).doesNotContain("direction");
        }
    }

    @Test
    void csvWithJournalItemsHasARowForEach() {
        bench.run("invoices", ACME, "--format", "csv", "--journal-items");

        assertThat(bench.terminal.output().lines()).hasSize(5)
                .anyMatch(row -> row
                        .startsWith("Acme,aaaa1111,1,INV/2026/0001,out_invoice,posted,7,Deco Addict,1,My Company,"
                                + "2026-09-17,2026-09-18,EUR,EUR,12,product,10,Consulting,"));
    }

    /** Section, product, tax and receivable are in the copy; a rounding is printed only where it is no tax. */
    @Test
    void linesAreThoseOfTheDocumentAndSayWhatTheyAre() {
        bench.reader.put(OTHER, Invoices.invoice(3, "R/1", MoveType.CUSTOMER_INVOICE, MoveState.POSTED, null, "100",
                "40", new Ref(1, "EUR"), Stream.of(LineKind.values())
                        .map(kind -> Invoices.line(9, kind, kind.name(), "1")).toList()));
        List<String> shown = List.of("product", "line_section", "line_subsection", "line_note", "rounding");

        assertThat(output("invoices", OTHER, "--lines", "--format", "csv").lines()
                .filter(row -> row.contains(",R/1,")).map(row -> row.split(",", -1)[15]))
                .containsExactlyElementsOf(shown);
        assertThat(output("invoices", OTHER, "--lines", "--format", "csv"))
                .startsWith(
                        "\ufeffconnection,connection_id,move_id,move_name,move_type,parent_state,partner_id,partner,company_id,"
                                + "company,invoice_date,date,currency,company_currency,id,display_type,");
        output("invoices", OTHER, "--lines", "--json");
        assertThat(json(bench.terminal.output().lines().filter(line -> line.startsWith("{") && line.contains("\"R/1\""))
                .findFirst().orElseThrow()).get("lines")
                .findValuesAsString("display_type")).containsExactlyElementsOf(shown);
    }

    private static JsonNode json(String line) {
        return JsonMapper.builder().build().readTree(line);
    }

    @Test
    void journalItemsAreForPrograms() {
        assertThat(bench.run("invoices", "--journal-items")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("--format csv");
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void theTableIsAlignedNewestFirstWithTotalsForEachCurrency() {
        bench.reader.put(ACME, Invoices.invoice(4, "BILL/1", MoveType.VENDOR_BILL, MoveState.POSTED, new Ref(8, "Wood"),
                "70", "20", new Ref(2, "USD"), List.of()));

        assertThat(bench.run("invoices", ACME)).isZero();

        assertThat(bench.terminal.output().replace('\u00a0', ' ')).isEqualTo("""
                NUMBER         TYPE     CUSTOMER OR VENDOR  DATE         DUE          STATUS        TOTAL  AMOUNT DUE
                Draft          Bill                                                   Draft        € 0.00
                INV/2026/0001  Invoice  Deco Addict         17 Sep 2026  17 Oct 2026  Overdue  € 1,290.50  € 1,290.50
                BILL/1         Bill     Wood                17 Sep 2026  17 Oct 2026  Overdue     $ 70.00     $ 20.00

                3 documents
                Posted, customers: € 1,290.50; due: € 1,290.50
                Posted, vendors: $ 70.00; due: $ 20.00
                Synced: just now
                """);
    }

    @Test
    void removedInvoicesAreShownButNotAddedUp() {
        bench.reader.put(ACME, Invoices.posted(5, "INV/GONE", "X", "100", null), Presence.REMOVED_IN_ODOO);
        bench.reader.put(ACME, Invoices.posted(6, "INV/HIDDEN", "X", "100", null), Presence.NO_LONGER_ACCESSIBLE);

        assertThat(bench.run("invoices", ACME, "--include-removed")).isZero();

        assertThat(bench.terminal.output().replace('\u00a0', ' ')).contains("INV/GONE", "Removed in Odoo",
                "INV/HIDDEN", "No longer accessible", "Posted, customers: € 1,290.50; due: € 1,290.50");
    }

    @Test
    void theTableShowsPrintedLinesWhenAsked() {
        bench.run("invoices", ACME, "--lines");

        assertThat(bench.terminal.output()).contains("  Work", "  Consulting", "1.5 ×").doesNotContain("VAT 21%");
    }
}
