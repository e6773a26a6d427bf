package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.window.FakeReader;
import testkit.window.OwedSamples;
import testkit.window.WindowSamples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatementCommandTest {
    private static final String ACME = WindowSamples.ACME.value();

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @TempDir
    Path folder;

    @BeforeEach
    void mockUp() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        var samples = new FakeReader();
        OwedSamples.all(samples, WindowSamples.ACME);
        samples.owed.getOrDefault(WindowSamples.ACME, List.of()).forEach(item -> bench.reader.putOwed(ACME, item));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isEqualTo(ExitCode.DONE);
        return bench.terminal.output().substring(before);
    }

    private List<JsonNode> rows(String... arguments) {
        return output(arguments).lines().map(JsonMapper.builder().build()::readTree).toList();
    }

    @Test
    void everyEntryStandsWithTheBalanceAfterIt() {
        List<JsonNode> rows = rows("statement", "brightwater", "--json");

        assertThat(rows).hasSize(7);
        assertThat(rows.getFirst().get("document").asString()).isEqualTo("INV/2026/00911");
        assertThat(rows.getLast().get("balance").asString()).isEqualTo("16910.00");
        assertThat(rows.getLast().get("balance_currency").asString()).isEqualTo("EUR");
        assertThat(rows.get(2).get("days").asInt()).isEqualTo(39);
        assertThat(rows.getFirst().propertyNames()).containsExactly("connection", "connection_id", "company",
                "partner_id", "partner", "move_id", "kind", "date", "document", "about", "date_maturity", "days",
                "amount",
                "amount_currency", "open", "open_currency", "balance", "balance_currency", "move_name", "journal",
                "ref", "exact");
        JsonNode paid = rows.get(1);
        assertThat(List.of("document", "move_name", "journal", "ref").stream().map(name -> paid.get(name).asString()))
                .containsExactly("Bank \u00b7 BNK1/2026/00001", "BNK1/2026/00001", "Bank", "REF 8812");
    }

    @Test
    void aStatementFromADayBeginsWithTheBalanceBeforeIt() {
        String table = output("statement", "7", "--from", "2026-10-01", "--to", "2026-10-31");

        assertThat(table).startsWith("Statement of Brightwater Hotels").contains("as of 31 Oct 2026")
                .contains("Opening balance").contains("\u20ac\u00a06,200.00").contains("\u20ac\u00a018,290.00")
                .doesNotContain("INV/2026/01184");
    }

    /** Before the first booking, and in a currency that is not theirs. */
    @ParameterizedTest
    @ValueSource(strings = {"--from 2020-01-01 --to 2020-01-31", "--from 2026-11-01 --currency usd"})
    void nothingThatWasBookedIsABalanceOfNothing(String asked) {
        String[] line = ("statement brightwater " + asked).split(" ", -1);

        assertThat(output(line)).contains("Statement of Brightwater Hotels", "Opening balance", "0.00");
        assertThat(bench.terminal.messages()).contains("Nothing was booked with Brightwater Hotels up to that day");
        assertThat(rows(Stream.concat(Stream.of(line), Stream.of("--json")).toArray(String[]::new))).singleElement()
                .satisfies(row -> assertThat(List.of(text(row, "kind"), text(row, "balance")))
                        .containsExactly("opening", "0.00"));
    }

    /** Each company and currency that has something on another day is told once. */
    @Test
    void beforeTheFirstBookingEachCurrencyHasItsBalance() {
        assertThat(rows("statement", "ready mat", "--from", "2020-01-01", "--to", "2020-01-31", "--json"))
                .extracting(row -> text(row, "balance") + " " + text(row, "balance_currency"))
                .containsExactlyInAnyOrder("0.00 EUR", "0.00 USD");
        assertThat(output("statement", "ready mat", "--as-of", "2020-01-31")).contains("Nothing in this time.");
        output("statement", "ready mat", "--as-of", "2020-01-31", "--output", folder.resolve("none.pdf").toString());
        assertThat(output("statement", "print", "--vendor", "--as-of", "2020-01-31", "--json")).isEmpty();
    }

    /** A period of its own between bookings ends with what it began with. */
    @Test
    void daysWithoutAMovementHaveTheBalanceBeforeThem() {
        assertThat(rows("statement", "brightwater", "--from", "2026-09-01", "--to", "2026-09-10", "--json"))
                .singleElement().satisfies(row -> assertThat(text(row, "kind")).isEqualTo("opening"));
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).asString();
    }

    @Test
    void aFileOfAStatementWithoutARowSaysSo() {
        for (String name : List.of("a.xlsx", "a.pdf", "a.csv", "a.jsonl", "a.txt")) {
            int before = bench.terminal.messages().length();

            output("statement", "brightwater", "--as-of", "2026-08-05", "--open", "--output",
                    folder.resolve(name).toString());

            assertThat(bench.terminal.messages().substring(before)).as(name).containsOnlyOnce("The file has no row");
        }
        output("statement", "brightwater", "--as-of", "2026-08-05", "--output", folder.resolve("b.csv").toString());
        assertThat(bench.terminal.messages().split("The file has no row", -1)).hasSize(6);
    }

    @Test
    void whatIsOpenAloneAddsUpToTheBalance() {
        List<JsonNode> rows = rows("statement", "brightwater", "--open", "--json");

        assertThat(rows.stream().map(row -> row.get("open").asString())).containsExactly("5890.00", "6200.00",
                "4820.00");
        assertThat(rows.getLast().get("balance").asString()).isEqualTo("16910.00");
    }

    @Test
    void eachCurrencyStandsByItselfAndOneCanBeChosen() {
        assertThat(rows("statement", "ready mat", "--json").stream().map(row -> row.get("balance_currency").asString())
                .distinct()).containsExactlyInAnyOrder("EUR", "USD");
    }

    /** An entry that nobody matched, as of a misposted bank line, and one with an open payment beside it. */
    @Test
    void aStatementSaysWhatIsOverdueAsTheListOfCustomersDoes() {
        owed(901, "12.50", LocalDate.of(2026, 9, 1), null);
        owed(902, "7.25", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1));
        owed(903, "-3.00", LocalDate.of(2026, 9, 1), null);
        owed(904, "100.00", LocalDate.of(2026, 11, 1), LocalDate.of(2027, 1, 1));

        String table = output("statement", "ann dupont");

        assertThat(rows("customers", "--partner", "ann dupont", "--json")).singleElement()
                .satisfies(row -> assertThat(row.get("overdue").asString()).isEqualTo("19.75"));
        assertThat(table).contains("Overdue: \u20ac\u00a019.75. What has no due date is due on its own date.");
        assertThat(rows("statement", "ann dupont", "--json")).extracting(row -> row.get("about").asString())
                .containsExactly("Due 1 Sep 2026 \u00b7 83 days late \u00b7 Not matched with an invoice",
                        "Due 1 Oct 2026 \u00b7 53 days late \u00b7 Not matched with an invoice",
                        "Not matched with an invoice", "Not matched with an invoice");
        assertThat(output("statement", "brightwater")).contains("Overdue: ").doesNotContain("What has no due date");
        assertThat(output("statement", "ann dupont", "--as-of", "2026-09-01")).doesNotContain("Overdue");
    }

    private void owed(long id, String amount, LocalDate booked, @Nullable LocalDate due) {
        BigDecimal euros = new BigDecimal(amount);
        bench.reader.putOwed(ACME, new OwedItem(id, 0, new OwedItem.Entry(id, null, "MISC/" + id, "Misc", ""), false,
                new Ref(1, "Acme"), new Ref(77, "Ann Dupont"), new Ref(1, "EUR"),
                new OwedItem.Dates(booked, due, null), euros, euros, new OwedItem.Booked(null, euros, euros),
                List.of()));
    }

    @Test
    void aCurrencyThatIsAskedForStandsAlone() {
        assertThat(rows("statement", "ready mat", "--currency", "usd", "--json")).singleElement()
                .satisfies(row -> assertThat(row.get("balance").asString()).isEqualTo("4965.00"));
    }

    @Test
    void whatIsOwedInOtherCurrenciesIsToldBesideTheOneThatWasAskedFor() {
        assertThat(output("statement", "ready mat", "--currency", "usd", "--open")).doesNotContain("\u20ac");
        assertThat(alsoOwed()).as("what is settled is not owed").isEmpty();

        assertThat(output("statement", "ready mat", "--currency", "eur")).doesNotContain("4,965.00");
        assertThat(alsoOwed()).singleElement().asString().contains("4,965.00");
        output("statement", "ready mat", "--currency", "eur", "--output", folder.resolve("eur.pdf").toString());
        assertThat(alsoOwed()).hasSize(2);

        output("statement", "ready mat");
        output("statement", "ready mat", "--currency", "eur", "--json");
        assertThat(alsoOwed()).as("nothing is left out, or a program reads it").hasSize(2);
    }

    private List<String> alsoOwed() {
        return bench.terminal.messages().lines().filter(line -> line.startsWith("Also open: ")).toList();
    }

    @Test
    void severalThatAreMeantAreNamedWithTheirIds() {
        assertThat(bench.run("statement", "r")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("7 Brightwater Hotels (Acme)").contains("11 Ready Mat (Acme)");
    }

    @Test
    void ofVeryManyItIsSaidThatMoreAreLeftOutAndHowTheyAreFound() {
        var owed = new ArrayList<OwedItem>();
        bench.reader.owedItems(new ConnectionId(ACME), owed::add);
        OwedItem like = owed.stream().filter(item -> !item.payable()).findFirst().orElseThrow();
        for (int i = 1; i <= 30; i++) {
            bench.reader.putOwed(ACME, new OwedItem(90_000 + i, 0, like.entry(), false, like.company(),
                    new Ref(1000 + i, "Inn " + i), like.currency(), like.dates(), like.amount(), like.open(),
                    like.booked(), List.of()));
        }

        assertThat(bench.run("statement", "inn ")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("30 names match; 8 of them: 1001 Inn 1 (Acme)")
                .contains(".\nType more of the name, or say the id. All with their ids")
                .endsWith(": loupe customers --format csv\n").doesNotContain("1009");
        assertThat(output("customers", "--format", "csv").lines()).anyMatch(line -> line.contains("1030"));

        assertThat(bench.run("statement", "inn ", "Acme")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).endsWith(": loupe customers " + ACME + " --format csv\n");
        assertThat(output("customers", ACME, "--format", "csv").lines()).anyMatch(line -> line.contains("1030"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "4711", "Harbour Print"})
    void whoIsNoCustomerIsSaidSo(String name) {
        assertThat(bench.run("statement", name)).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).isEqualTo("No customer has the id \"" + name
                + "\", or a name that contains it.\nFor a vendor add --vendor.\n");
    }

    /** The sample company is left out beside a connection of one's own, and its customers are in the examples. */
    @Test
    void whereItWasLookedIsSaidWhereNotAllWas() throws ProblemException {
        String sample = bench.connections.addSyncedSample().id().value();

        assertThat(bench.run("statement", "nobody")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("loupe statement PARTNER " + sample)
                .contains("or a name that contains it. Looked through: ").doesNotContain("through: Sample");
    }

    @Test
    void whatToDoStandsOnTheLastLineAlsoWhereSomebodyIsCalledAlike() {
        bench.run("statement", "brigthwater");
        assertThat(bench.terminal.messages().lines()).hasSize(2).last(InstanceOfAssertFactories.STRING)
                .startsWith("Perhaps you mean: Brightwater").endsWith(". For a vendor add --vendor.");

        String before = bench.terminal.messages();
        bench.run("statement", "nobody", "--vendor");
        assertThat(bench.terminal.messages().substring(before.length()))
                .isEqualTo("No vendor has the id \"nobody\", or a name that contains it.\n");
    }

    @Test
    void aVendorsStatementSaysWhatIsOwedToThem() {
        assertThat(rows("statement", "print", "--vendor", "--json")).singleElement()
                .satisfies(row -> assertThat(row.get("balance").asString()).isEqualTo("780.00"));
    }

    @ParameterizedTest
    @CsvSource({"--to 2026-13-01, What is after --to is not a day", "--to 99-01-01, What is after --to is not a day",
        "--as-of 2026-13-01, What is after --as-of is not a day",
        "--from 2026-11-01 --to 2026-10-01, The day given with --to comes before",
        "--from 2026-11-01 --as-of 2026-10-01, The day given with --as-of comes before",
        "--from 2026-12-01, What is after --from is a day to come",
        "--to 2026-10-01 --as-of 2026-10-01, --to and --as-of say the same"})
    void aRefusalSpeaksOfWhatWasTyped(String typed, String said) {
        assertThat(bench.run(("statement 7 " + typed).split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains(said);
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void withoutAnybodyItAsksForTheCustomer() {
        assertThat(bench.run("statement")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("the id or the name of a customer")
                .doesNotContain("which connection");
    }

    @Test
    void daysInTheWrongOrderAreRefused() {
        assertThat(bench.run("statement", "7", "--from", "2026-11-01", "--to", "2026-10-01"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void onPaperStandEntriesAgesAndWhichCopyItIsFrom() throws IOException {
        Path file = folder.resolve("statement.pdf");
        output("statement", "brightwater", "--output", file.toString());

        String text = new PdfFile(Files.readAllBytes(file)).text();
        assertThat(text).contains("Brightwater Hotels", "INV/2026/01184", "16,910.00", "5,890.00", "made with Loupe",
                "Page 1 of 1", "as of 23 Nov 2026");
    }

    /** What the owner calls the connection is nobody else's. */
    @ParameterizedTest
    @ValueSource(strings = {"pdf", "xlsx"})
    void whoGetsItReadsTheCompanyAndNotTheConnection(String form) throws IOException, ProblemException {
        bench.connections.profiles.clear();
        bench.connections.put(ACME, "prod-2 (do not touch)", CommandsOverFakes.NOW);
        Path file = folder.resolve("statement." + form);

        output("statement", "brightwater", "--output", file.toString());

        String text = form.equals("pdf") ? new PdfFile(Files.readAllBytes(file)).text() : about(file);
        assertThat(text).contains("of Acme Trading, made with Loupe").doesNotContain("prod-2");
    }

    private static String about(Path file) throws IOException {
        try (var book = new ReadableWorkbook(file.toFile())) {
            return book.findSheet("About").orElseThrow().read().stream().map(row -> row.getCellText(0))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void aSpreadsheetIsWrittenOfListAndStatement() {
        for (List<String> line : List.of(List.of("customers"), List.of("vendors"), List.of("statement", "7"),
                List.of("aged"), List.of("aged", "--rows", "--as-booked"))) {
            Path file = folder.resolve(String.join("-", line) + ".xlsx");
            var arguments = new ArrayList<>(line);
            arguments.addAll(List.of("--output", file.toString()));
            output(arguments.toArray(String[]::new));
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.exists(folder.resolve("aged.xlsx"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement brightwater", "aged", "customers", "overview", "products", "payments", "check"})
    void namesOfCompaniesAndConnectionsCannotSteerTheTerminal(String command) throws ProblemException {
        String hostile = "A\u001b]52;c;SGFo\u0007\u009b1m\u202e/5";
        var samples = new FakeReader();
        OwedSamples.all(samples, WindowSamples.ACME);
        var named = new CommandsOverFakes();
        named.connections.put(ACME, hostile, CommandsOverFakes.NOW);
        samples.owed.getOrDefault(WindowSamples.ACME, List.of()).forEach(item -> named.reader.putOwed(ACME,
                new OwedItem(item.id(), item.invoice(), item.entry(), item.payable(), new Ref(1, hostile),
                        item.partner(), item.currency(), item.dates(), item.amount(), item.open(), item.booked(),
                        item.partials())));

        named.run(command.split(" "));

        assertThat(named.terminal.output() + named.terminal.messages()).isNotBlank()
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
    }
}
