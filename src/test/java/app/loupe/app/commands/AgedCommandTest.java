package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import testkit.PdfFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.cli.CommandsOverFakes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgedCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref JPY = new Ref(2, "JPY");
    private static final Ref ANN = new Ref(7, "Ann");

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.connections.put(OTHER, "Other", CommandsOverFakes.NOW);
        owed(ACME, 1, new Ref(9, "Zoe"), EUR, "2026-11-01", "1234.5");
        owed(ACME, 2, ANN, JPY, "2026-09-01", "700");
        owed(ACME, 3, ANN, EUR, "2026-12-01", "0.1");
        owed(ACME, 4, ANN, EUR, "2026-06-01", "-20");
        bench.reader.putOwed(ACME, item(5, 0, true, null, EUR, "2026-11-20", "-80", "-80"));
        owed(OTHER, 1, new Ref(7, "Bob"), EUR, "2026-11-22", "5");
    }

    private void owed(String connection, long id, Ref partner, Ref currency, String due, String amount) {
        bench.reader.putOwed(connection, item(id, 100 + id, false, partner, currency, due, amount, amount));
    }

    private static OwedItem item(long id, long invoice, boolean payable, @Nullable Ref partner, Ref currency,
            String due,
            String amount, String open, Long... partials) {
        LocalDate invoiced = LocalDate.of(2026, 5, 1);
        return new OwedItem(id, invoice, new OwedItem.Entry(id, null, "N" + id, "", ""), payable, new Ref(1, "Mine"),
                partner, currency,
                new OwedItem.Dates(invoiced, LocalDate.parse(due), invoice == 0 ? null : invoiced),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)),
                List.of(partials));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isZero();
        return bench.terminal.output().substring(before);
    }

    @Test
    void amountsForPeopleHaveTheDecimalsOfTheBooksAndThoseForProgramsStay() {
        for (int i = 0; i < 40; i++) {
            owed(ACME, 900 + i, ANN, new Ref(46, "CLF"), "2026-11-01", "10.25");
        }

        assertThat(output("aged", ACME, "--currency", "CLF")).contains("CLF\u00a0410.00").doesNotContain("410.0000");
        assertThat(output("aged", ACME, "--currency", "CLF", "--format", "csv")).contains("410.0000");
    }

    @Test
    void jsonLinesHaveTheseFieldsInThisOrderWithAmountsAsText() {
        assertThat(output("aged", ACME, "--format", "jsonl")).isEqualTo(
                """
                        {"connection":"Acme","connection_id":"aaaa1111","company":"Mine","currency":"EUR","partner_id":9,"partner":"Zoe","not_due":"0.00","1-30":"1234.50",\
                        "31-60":"0.00","61-90":"0.00","91-120":"0.00","older":"0.00","total":"1234.50","exact":true}
                        {"connection":"Acme","connection_id":"aaaa1111","company":"Mine","currency":"EUR","partner_id":7,"partner":"Ann","not_due":"0.10","1-30":"0.00",\
                        "31-60":"0.00","61-90":"0.00","91-120":"0.00","older":"-20.00","total":"-19.90","exact":true}
                        {"connection":"Acme","connection_id":"aaaa1111","company":"Mine","currency":"JPY","partner_id":7,"partner":"Ann","not_due":"0","1-30":"0",\
                        "31-60":"0","61-90":"700","91-120":"0","older":"0","total":"700","exact":true}
                        """);
        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void whatVendorsAreOwedIsPositiveAndMayHaveNoName() {
        JsonNode row = JsonMapper.builder().build().readTree(output("aged", ACME, "--payable", "--json").strip());

        assertThat(row.get("partner_id").isNull()).isTrue();
        assertThat(row.get("partner").isNull()).isTrue();
        assertThat(row.get("1-30").asString()).isEqualTo("80.00");
        assertThat(output("aged", ACME, "--payable")).startsWith("Owed to vendors on 23 Nov 2026")
                .contains("Without a name");
    }

    @Test
    void allConnectionsStandOneAfterTheOtherAndAreNotAddedUp() {
        assertThat(partners("--json")).containsExactly("Acme Zoe", "Acme Ann", "Acme Ann", "Other Bob");

        List<String> lines = output("aged").lines().map(line -> line.replaceAll("  +", "  ").strip()).toList();
        assertThat(lines.get(1)).startsWith("CONNECTION  CUSTOMER  COMPANY");
        assertThat(lines).contains("Acme  All in EUR  Mine  \u20ac\u00a00.10  \u20ac\u00a01,234.50  "
                + "\u20ac\u00a0\u221220.00  \u20ac\u00a01,214.60",
                "Other  All in EUR  Mine  \u20ac\u00a05.00  \u20ac\u00a05.00");
    }

    private List<String> partners(String... options) {
        var line = new ArrayList<>(List.of("aged"));
        line.addAll(List.of(options));
        return output(line.toArray(String[]::new)).lines().map(JsonMapper.builder().build()::readTree)
                .map(row -> row.get("connection").asString() + " " + row.get("partner").asString()).toList();
    }

    @Test
    void whatTheSampleCompanyIsOwedIsNotAmongRealMoney() {
        ConnectionId sample = bench.connections.addSyncedSample().id();
        owed(sample.value(), 1, new Ref(7, "Nobody"), EUR, "2026-11-22", "999999");

        assertThat(partners("--json")).noneMatch(partner -> partner.contains("Nobody"));
        assertThat(bench.terminal.messages()).startsWith("{\"code\":\"sample-left-out\"").contains(sample.value());
        assertThat(partners(sample.value(), "--json")).containsExactly("Sample company Nobody");
    }

    @Test
    void theOrderIsByAmountByNameOrByAge() {
        owed(ACME, 20, new Ref(11, "Yan"), EUR, "2026-07-01", "3");
        owed(ACME, 21, new Ref(12, "Xia"), EUR, "2026-07-01", "4");
        owed(ACME, 22, new Ref(13, "Wim"), EUR, "2026-10-20", "5000");

        assertThat(partners(ACME, "--json")).containsExactly("Acme Wim", "Acme Zoe", "Acme Xia", "Acme Yan",
                "Acme Ann", "Acme Ann");
        assertThat(partners(ACME, "--json", "--sort", "name")).containsExactly("Acme Ann", "Acme Wim", "Acme Xia",
                "Acme Yan", "Acme Zoe", "Acme Ann");
        assertThat(partners(ACME, "--json", "--sort", "oldest")).containsExactly("Acme Xia", "Acme Yan", "Acme Wim",
                "Acme Zoe", "Acme Ann", "Acme Ann");
    }

    @Test
    void theCurrencyOfMostRowsComesFirstWhatIsTypedOfAPartnerOrNot() {
        owed(ACME, 30, ANN, new Ref(3, "CHF"), "2026-11-01", "345");
        owed(ACME, 31, new Ref(14, "Even"), EUR, "2026-11-01", "8");
        owed(ACME, 32, new Ref(14, "Even"), EUR, "2026-06-01", "-8");

        for (String line : List.of("aged --json", "aged --json --sort name", "aged --json --rows",
                "aged --json --partner ann", "aged --json --rows --sort oldest --partner ann")) {
            assertThat(tree(line.split(" ", -1)).stream().filter(row -> row.get("connection").asString().equals("Acme"))
                    .map(row -> row.get("currency").asString()).distinct()).as(line)
                    .containsExactly("EUR", "CHF", "JPY");
        }
        assertThat(partners(ACME, "--json")).as("what comes to nothing last in its currency")
                .startsWith("Acme Zoe", "Acme Ann", "Acme Even");
    }

    @Test
    void theRowsBehindAnAmountAddUpToIt() {
        owed(ACME, 20, ANN, EUR, "2026-11-30", "3.5");
        owed(ACME, 21, ANN, EUR, "2026-06-02", "100");
        bench.reader.putOwed(ACME, item(22, 0, false, ANN, EUR, "2026-01-01", "-7", "-7"));

        for (String side : List.of("receivable", "payable")) {
            String option = side.equals("payable") ? "--payable" : "--by=due";
            var cells = new TreeMap<String, BigDecimal>();
            for (JsonNode row : tree("aged", "--json", option)) {
                for (String bucket : List.of("not_due", "1-30", "31-60", "61-90", "91-120", "older")) {
                    BigDecimal amount = new BigDecimal(row.get(bucket).asString());
                    if (amount.signum() != 0) {
                        cells.put(cell(row, bucket), amount);
                    }
                }
            }
            var sums = new TreeMap<String, BigDecimal>();
            for (JsonNode row : tree("aged", "--json", "--rows", option)) {
                sums.merge(cell(row, row.get("bucket").asString()), new BigDecimal(row.get("owed").asString()),
                        BigDecimal::add);
            }
            assertThat(sums).as(side).isNotEmpty().isEqualTo(cells);
        }
    }

    private List<JsonNode> tree(String... arguments) {
        return output(arguments).lines().map(JsonMapper.builder().build()::readTree).toList();
    }

    private static String cell(JsonNode row, String bucket) {
        return row.get("connection_id") + " " + row.get("currency") + " " + row.get("partner_id") + " " + bucket;
    }

    @Test
    void theRowsOfOnePartnerAreFoundByIdOrByAPartOfTheName() {
        assertThat(output("aged", ACME, "--rows", "--partner", "an", "--format", "csv").lines()).containsExactly(
                "\ufeffconnection,connection_id,company,currency,partner_id,partner,id,move_id,move_name,date,"
                        + "invoice_date,date_maturity,days,bucket,owed,ref,exact",
                "Acme,aaaa1111,Mine,EUR,7,Ann,3,103,N3,2026-05-01,2026-05-01,2026-12-01,0,not_due,0.10,,true",
                "Acme,aaaa1111,Mine,EUR,7,Ann,4,104,N4,2026-05-01,2026-05-01,2026-06-01,175,older,-20.00,,true",
                "Acme,aaaa1111,Mine,JPY,7,Ann,2,102,N2,2026-05-01,2026-05-01,2026-09-01,83,61-90 days,700,,true");
        assertThat(partners("--json", "--partner", "9")).containsExactly("Acme Zoe");
        List<String> lines = output("aged", "--rows", "--partner", "ZOE").lines().toList();
        assertThat(lines.get(1)).startsWith("CONNECTION  CUSTOMER  COMPANY  NUMBER");
        assertThat(lines.get(2)).startsWith("Acme        Zoe").contains("N1", "1 Nov 2026", "22  1 TO 30",
                "\u20ac\u00a01,234.50");
        assertThat(output("aged", "--partner", "nobody of this name")).contains("nobody of this name")
                .doesNotContain("CUSTOMER");
    }

    @Test
    void csvHasTheSameColumns() {
        assertThat(output("aged", ACME, "--format", "csv").lines()).first().asString()
                .isEqualTo(
                        "\ufeffconnection,connection_id,company,currency,partner_id,partner,not_due,1-30 days,31-60 days,61-90 days,"
                                + "91-120 days,older,total,exact");
        assertThat(output("aged", ACME, "--format", "csv"))
                .contains("\r\nAcme,aaaa1111,Mine,EUR,7,Ann,0.10,0.00,0.00,0.00,0.00,-20.00,"
                        + "-19.90,true\r\n");
    }

    @Test
    void peopleSeeTheDayTheAmountsAndTheSumOfEachCurrency() {
        List<String> lines = output("aged", ACME).lines().toList();

        assertThat(lines.getFirst()).isEqualTo("Owed by customers on 23 Nov 2026, by days after the due date");
        assertThat(lines.get(1)).startsWith("CUSTOMER").containsSubsequence("NOT DUE", "1 TO 30", "31 TO 60",
                "61 TO 90",
                "91 TO 120", "OLDER", "TOTAL");
        assertThat(lines.subList(2, lines.size()).stream().map(line -> line.replaceAll("  +", "  ").strip()))
                .startsWith("Zoe  Mine  \u20ac\u00a01,234.50  \u20ac\u00a01,234.50",
                        "Ann  Mine  \u20ac\u00a00.10  \u20ac\u00a0\u221220.00  \u20ac\u00a0\u221219.90",
                        "Ann  Mine  \u00a5\u00a0700  \u00a5\u00a0700",
                        "All in EUR  Mine  \u20ac\u00a00.10  \u20ac\u00a01,234.50  \u20ac\u00a0\u221220.00  \u20ac\u00a01,214.60",
                        "All in JPY  Mine  \u00a5\u00a0700  \u00a5\u00a0700");
    }

    @Test
    void anotherDayAndAnotherDateCanBeAskedFor() {
        assertThat(output("aged", ACME, "--as-of", "2026-04-30")).contains("30 Apr 2026").contains("Nothing was owed.");
        assertThat(output("aged", ACME, "--as-of", "2026-05-01", "--by", "invoice", "--json").lines())
                .allSatisfy(line -> assertThat(line).doesNotContain("\"not_due\":\"0"));
        assertThat(output("aged", ACME, "--as-of", "2026-06-30", "--by", "invoice"))
                .startsWith("Owed by customers on 30 Jun 2026, by days after the invoice date");
        assertThat(output("aged", ACME, "--as-of", "2026-06-30", "--by", "invoice", "--json").lines())
                .allSatisfy(line -> assertThat(line).contains("\"31-60\":\"").doesNotContain("\"31-60\":\"0"));
    }

    @Test
    void whatIsNotCertainIsMarkedForPeopleAndToldOnceBesideForPrograms() {
        bench.reader.putOwed(ACME, item(8, 108, false, new Ref(3, "Cid"), EUR, "2026-05-02", "90", "40", 77L));

        List<String> lines = output("aged", ACME, "--as-of", "2026-10-31").lines().toList();
        assertThat(lines).filteredOn(line -> line.startsWith("Cid")).singleElement().asString()
                .endsWith("\u2248\u00a0\u20ac\u00a040.00");
        assertThat(lines).filteredOn(line -> line.startsWith("Zoe")).noneMatch(line -> line.contains("\u2248"));
        assertThat(lines).filteredOn(line -> line.contains("\u2248")).hasSize(2);
        assertThat(bench.terminal.messages())
                .startsWith("Some amounts of that day are not certain. Totals that may be wrong: 1.");

        assertThat(output("aged", ACME, "--as-of", "2026-10-31", "--format", "jsonl").lines())
                .noneMatch(line -> line.contains("\u2248"))
                .allMatch(line -> line.endsWith(",\"exact\":" + !line.contains("Cid") + "}"));
        assertThat(output("aged", ACME, "--json", "--as-of", "2026-10-31")).isNotEmpty();
        assertThat(bench.terminal.messages().lines().toList().getLast()).contains("\"code\":\"aged-uncertain\"");
    }

    @ParameterizedTest
    @CsvSource({"aged --as-of whenever, --as-of is not a day", "aged --as-of 0026-01-01, --as-of is not a day",
        "aged --by age, '--by is none of: due, invoice'",
        "aged --sort size, '--sort is none of: amount, name, oldest'",
        "aged --format xml, 'none of: table, csv, jsonl, xlsx, pdf'",
        "aged --json --format csv, --json is the same as"})
    void whatCannotBeUnderstoodIsSaid(String line, String words) {
        assertThat(bench.run(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains(words);
        assertThat(bench.terminal.output()).isEmpty();
    }

    @Test
    void aFileSaysWhomAndWhichCurrencyItIsOf(@TempDir Path folder) throws IOException {
        Path paper = folder.resolve("aged.pdf");

        output("aged", ACME, "--partner", "Ann", "--currency", "JPY", "--output", paper.toString());

        assertThat(new PdfFile(Files.readAllBytes(paper)).text()).contains("Ann · JPY").doesNotContain("EUR");
    }
}
