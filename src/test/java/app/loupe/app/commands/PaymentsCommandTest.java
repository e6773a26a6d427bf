package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

class PaymentsCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";
    private static final Ref EUR = new Ref(1, "EUR");

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.connections.put(OTHER, "Other", CommandsOverFakes.NOW);
        bench.reader.put(ACME, Invoices.posted(1, "INV/1", "Ann", "100", "40"));
        bench.reader.putPayment(ACME, 1, payment("2026-10-01", "50", "Bank", "PBNK1/1", 900, false));
        bench.reader.putPayment(ACME, 1, payment("2026-11-02", "10", "Bank", "PBNK1/2", 901, false));
        bench.reader.put(ACME, Invoices.posted(2, "INV/2", "Bob", "70", null));
        bench.reader.put(ACME, Invoices.invoice(3, "RINV/3", MoveType.CREDIT_NOTE, MoveState.POSTED,
                new Ref(8, "Cid"), "30", "0", EUR, List.of()));
        bench.reader.putPayment(ACME, 3, payment("2026-11-03", "25", "Bank", "PBNK1/3", 902, false));
        bench.reader.putPayment(ACME, 3, payment(null, "5", "Miscellaneous", "MISC/1", 903, false));
        bench.reader.put(OTHER, Invoices.invoice(1, "BILL/1", MoveType.VENDOR_BILL, MoveState.POSTED,
                new Ref(9, "Wood"), "20", "0", new Ref(2, "USD"), List.of()));
        bench.reader.putPayment(OTHER, 1, payment("2026-10-15", "20", "Cash", "CSH/1", 904, false));
        bench.reader.putPayment(OTHER, 1, payment("2026-10-15", "1", "Exchange", "EXCH/1", 905, true));
    }

    private static Payment payment(@Nullable String date, String amount, String label, String reference, long move,
            boolean exchange) {
        return new Payment(date == null ? null : LocalDate.parse(date), new BigDecimal(amount), label, reference, move,
                exchange);
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    @Test
    void csvSaysWhoPaidWhatAndWhenNewestFirst() {
        assertThat(output("payments", "--format", "csv").lines()).containsExactly(
                "\ufeffconnection,connection_id,date,kind,partner_id,partner,amount,amount_currency,journal,ref,document,"
                        + "move_id,move_name,move_type,company_id,company,due,days_late",
                "Acme,aaaa1111,2026-11-03,paid,8,Cid,-25.00,EUR,Bank,PBNK1/3,,3,RINV/3,out_refund,1,My Company,2026-10-17,17",
                "Acme,aaaa1111,2026-11-02,paid,7,Ann,10.00,EUR,Bank,PBNK1/2,,1,INV/1,out_invoice,1,My Company,2026-10-17,16",
                "Other,bbbb2222,2026-10-15,paid,9,Wood,20.00,USD,Cash,CSH/1,,1,BILL/1,in_invoice,1,My Company,2026-10-17,0",
                "Acme,aaaa1111,2026-10-01,paid,7,Ann,50.00,EUR,Bank,PBNK1/1,,1,INV/1,out_invoice,1,My Company,2026-10-17,0");
    }

    @Test
    void jsonLinesHaveTheSameFields() {
        assertThat(output("payments", OTHER, "--json")).isEqualTo(
                """
                        {"connection":"Other","connection_id":"bbbb2222","date":"2026-10-15","kind":"paid","partner_id":9,\
                        "partner":"Wood","amount":"20.00","amount_currency":"USD","journal":"Cash","ref":"CSH/1","document":null,\
                        "move_id":1,"move_name":"BILL/1","move_type":"in_invoice","company_id":1,"company":"My Company",\
                        "due":"2026-10-17","days_late":0}
                        """);
    }

    /** That comparison needs a server of Odoo and is run by hand. */
    @Test
    void jsonLinesHaveWhatTheComparisonWithADatabaseReads() throws IOException {
        String line = output("payments", OTHER, "--json");
        String script = Files.readString(Path.of(".ci", "compare-with-database"));

        assertThat(Pattern.compile("part\\[\"(\\w+)\"]").matcher(script).results().map(field -> field.group(1)))
                .contains("move_id", "amount").allSatisfy(field -> assertThat(line).contains("\"" + field + "\":"));
    }

    @Test
    void peopleSeeEachPaymentAndWhatCameAndWent() {
        List<String> lines = output("payments").lines().map(line -> line.replaceAll("  +", "  ").replace('\u00a0', ' '))
                .toList();

        assertThat(lines.getFirst()).startsWith("CONNECTION  DATE  CUSTOMER / VENDOR");
        assertThat(lines).contains("Acme  2 Nov 2026  Ann  Paid  € 10.00  INV/1  PBNK1/2  17 Oct 2026  16",
                "4 payments",
                "Settled by payments of customers: € 35.00", "Settled by payments to vendors: $ 20.00");
        assertThat(output("payments", ACME).lines().findFirst().orElseThrow()).startsWith("DATE");
    }

    /** Odoo books a discount or write-off in the entry of the payment, and only what it settled can be read. */
    @Test
    void noTotalPassesForWhatCameToTheBank() {
        assertThat(output("payments")).doesNotContain("Received").doesNotContain("Paid to")
                .containsOnlyOnce("Discounts and write-offs that were booked with a payment are in these amounts.");
        assertThat(output("payments", "--to", "2020-12-31")).doesNotContain("Discounts");
    }

    @Test
    void thatUnmatchedPaymentsAreNotListedIsSaid() {
        assertThat(output("payments"))
                .containsOnlyOnce("Payments that are matched with no document are not listed: Aged has them.");
    }

    @Test
    void whatMovedNoMoneyIsListedOnlyWhenAskedForAndNeverAddedUp() {
        assertThat(output("payments", "--all", "--format", "csv"))
                .contains("Acme,aaaa1111,,settled,8,Cid,-5.00,EUR,Miscellaneous,MISC/1,MISC/1,3,RINV/3")
                .contains("2026-10-15,exchange-difference,9,Wood,1.00,EUR,Exchange,EXCH/1,,1,BILL/1");
        assertThat(output("payments", "--all").replace('\u00a0', ' '))
                .contains("Settled by payments of customers: € 35.00", "MISC/1")
                .doesNotContain("€ 36.00", "€ 30.00\n");
    }

    private void exchanged(long entry, String balance) throws ProblemException {
        LocalDate day = LocalDate.of(2026, 10, 15);
        bench.reader.putOwed(OTHER, new OwedItem(entry + 1000, 0,
                new OwedItem.Entry(entry, null, "EXCH/" + entry, "Exchange", ""), true, new Ref(1, "My Company"),
                new Ref(9, "Wood"), new Ref(2, "USD"), new OwedItem.Dates(day, null, null), BigDecimal.ZERO,
                BigDecimal.ZERO, new OwedItem.Booked(null, new BigDecimal(balance), BigDecimal.ZERO), List.of()));
    }

    /** Odoo gives no sign; the entry has one: a gain is a debit with the partner. */
    @Test
    void aDifferenceOfRatesIsAGainOrALossByItsEntry() throws ProblemException {
        bench.reader.putPayment(OTHER, 1, payment("2026-10-16", "2.50", "Exchange", "EXCH/2", 906, true));
        exchanged(905, "1.00");
        exchanged(906, "-2.50");
        exchanged(906, "7.00");

        assertThat(output("payments", "--all", "--format", "csv"))
                .contains("2026-10-15,exchange-gain,9,Wood,1.00,EUR,Exchange,EXCH/1,,1,BILL/1")
                .contains("2026-10-16,exchange-loss,9,Wood,-2.50,EUR,Exchange,EXCH/2,,1,BILL/1");
        assertThat(output("payments", "--all").replace('\u00a0', ' ')).contains("Exchange gain", "Exchange loss");
    }

    /** One settlement has one day on both documents, so that a choice of days shows both or none. */
    @Test
    void bothSidesOfASetOffHaveTheLaterDay() {
        bench.reader.put(ACME, Invoices.posted(4, "INV/4", "Ann", "30", "0"));
        bench.reader.put(ACME, Invoices.invoice(5, "RINV/5", MoveType.CREDIT_NOTE, MoveState.POSTED, new Ref(7, "Ann"),
                "30", "0", EUR, List.of()));
        bench.reader.putPayment(ACME, 4, payment("2026-09-18", "30", "Sales", "RINV/5", 5, false));
        bench.reader.putPayment(ACME, 5, payment("2026-09-01", "30", "Sales", "INV/4", 4, false));

        assertThat(output("payments", "--all", "--to", "2026-09-10", "--format", "csv")).doesNotContain("set-off");
        assertThat(output("payments", "--all", "--format", "csv")).contains("2026-09-18,set-off,7,Ann,30.00,EUR")
                .contains("2026-09-18,set-off,7,Ann,-30.00,EUR");
    }

    @Test
    void whatComesToNothingIsNotListed() throws ProblemException {
        bench.reader.putPayment(OTHER, 1, payment("2026-10-16", "0.00", "Exchange", "EXCH/2", 906, true));

        assertThat(output("payments", "--all", "--format", "csv")).contains("EXCH/1").doesNotContain("EXCH/2");
    }

    /** What moved no money came neither late nor in time, nor did what has no day. */
    @Test
    void whatHasNoDayIsNotLate() throws ProblemException {
        bench.reader.putPayment(ACME, 2, payment(null, "5", "Bank", "PBNK1/9", 920, false));
        bench.reader.put(ACME, Invoices.posted(2, "INV/2", "Bob", "70", "65"));

        assertThat(output("payments", "--all", "--format", "csv").lines().filter(row -> row.contains("MISC/1")
                || row.contains("EXCH/1") || row.contains("PBNK1/9"))).hasSize(3)
                .allMatch(row -> row.endsWith(",2026-10-17,"));
    }

    @Test
    void daysAndWordsChoose() {
        assertThat(output("payments", "--from", "2026-10-15", "--to", "2026-11-02", "--format", "csv").lines())
                .hasSize(3).noneMatch(row -> row.contains("PBNK1/1")).noneMatch(row -> row.contains("PBNK1/3"));
        assertThat(output("payments", "--query", "Ann", "--format", "csv").lines().skip(1))
                .allMatch(row -> row.contains(",INV/1,")).hasSize(2);
    }

    @Test
    void aSpreadsheetAndPaperHoldThePaymentsWithTheirTotals(@TempDir Path folder) throws IOException {
        Path sheet = folder.resolve("payments.xlsx");
        Path paper = folder.resolve("payments.pdf");

        output("payments", "--all", "--output", sheet.toString());
        output("payments", "--output", paper.toString());

        try (var book = new ReadableWorkbook(sheet.toFile())) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().stream().map(Cell::getText)).containsExactly("Connection", "Date",
                    "Customer / Vendor", "How", "Amount", "Number", "Reference", "Due date", "Days late");
            assertThat(rows.get(2).getCellAsDate(7)).contains(LocalDate.of(2026, 10, 17).atStartOfDay());
            assertThat(rows.get(2).getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("16");
            assertThat(rows.get(2).getCellAsDate(1)).contains(LocalDate.of(2026, 11, 2).atStartOfDay());
            assertThat(rows.get(2).getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("10");
            assertThat(rows).as("what moved no money is not added up")
                    .anyMatch(row -> row.getCellText(0).contains("customers")
                            && row.getCellAsNumber(4).orElseThrow().compareTo(new BigDecimal("35")) == 0)
                    .anyMatch(row -> row.getCellText(0).contains("vendors")
                            && row.getCellAsNumber(4).orElseThrow().compareTo(new BigDecimal("20")) == 0);
        }
        assertThat(new PdfFile(Files.readAllBytes(paper)).text().replace('\u00a0', ' ')).contains("Payments",
                "Settled by payments of customers: € 35.00", "PBNK1/2");
    }

    @Test
    void whatNobodyPaidIsNotLookedUp() {
        output("payments", ACME);

        assertThat(bench.reader.paymentQuestions).isEqualTo(2);
    }

    @Test
    void madeUpPaymentsAreNotAmongRealOnes() {
        ConnectionId sample = bench.connections.addSyncedSample().id();
        bench.reader.put(sample.value(), Invoices.posted(7, "SAMPLE/7", "Nobody", "9", "0"));
        bench.reader.putPayment(sample.value(), 7, payment("2026-11-11", "9", "Bank", "S/1", 910, false));

        assertThat(output("payments")).doesNotContain("SAMPLE/7");
        assertThat(bench.terminal.messages()).startsWith("Sample company is left out.")
                .contains(": loupe payments " + sample.value());
        assertThat(output("payments", sample.value())).contains("SAMPLE/7");
    }

    @ParameterizedTest
    @CsvSource({"--from whenever, --from is not a day", "--to 0026-01-01, --to is not a day",
        "--from 2026-02-01 --to 2026-01-01, comes before the one given with --from", "--format xml, none of: table"})
    void whatCannotBeUnderstoodIsSaid(String options, String words) {
        assertThat(bench.run(("payments " + options).split(" ", -1))).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains(words);
        assertThat(bench.terminal.output()).isEmpty();
    }

    @Test
    void aCurrencyChoosesTheAmounts() {
        assertThat(output("payments", "--currency", "usd", "--format", "csv").lines().skip(1)).singleElement()
                .asString()
                .contains("20.00,USD");
        assertThat(output("payments", "--currency", "EUR", "--json")).hasLineCount(3);
        assertThat(output("payments", "--currency", "EUR", "--all", "--json"))
                .as("an exchange difference is in the company's currency").contains("EXCH/1");
        assertThat(output("payments", "--currency", "USD")).contains("Filters: USD\n");
    }
}
