package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PaymentState;
import app.loupe.domain.MoveType;
import app.loupe.domain.MoveState;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.ExpectedCash;
import app.loupe.review.Overview;
import app.loupe.review.Shelf;
import app.loupe.text.MoneyText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.PdfFile;
import testkit.TradingCopy;
import testkit.cli.CommandsOverFakes;
import testkit.window.WindowSamples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OverviewCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();
    private final TradingCopy copy = TradingCopy.business();

    @BeforeEach
    void oneConnection() throws ProblemException {
        bench.connections.put(FakeInvoices.ACME.value(), "Acme", CommandsOverFakes.NOW);
        bench.shelves = copy::shelf;
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isZero();
        return bench.terminal.output().substring(before);
    }

    private List<JsonNode> rows(String question, String... arguments) {
        return output(arguments).lines().map(JSON::readTree)
                .filter(row -> row.get("question").asString().equals(question)).toList();
    }

    private Overview expected(CurrencyView view) throws ProblemException {
        Shelf shelf = copy.shelf();
        Set<ConnectionId> acme = Set.of(FakeInvoices.ACME);
        return Overview.of(shelf.withLines(acme), shelf.subledgers(acme), view, FakeInvoices.TODAY, FakeInvoices.TODAY);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    @Test
    void jsonLinesHaveTheSameFieldsInEveryRowWithAmountsAsText() {
        FakeInvoices one = FakeInvoices.empty();
        one.add("INV/1", "Ann", "2026-11-02", "2026-11-12", "100.00", "100.00", "EUR");
        bench.shelves = () -> new TradingCopy(one).shelf();

        assertThat(output("overview", "--json").lines().limit(2)).containsExactly(
                "{\"question\":\"figure\",\"key\":\"outstanding\",\"name\":null,\"currency\":\"EUR\","
                        + "\"amount\":\"100.00\",\"year_before\":null,\"overdue\":null,\"best\":null,\"worst\":null,"
                        + "\"number\":null,\"unit\":null,\"invoices\":1,\"from\":null,\"to\":null}",
                "{\"question\":\"figure\",\"key\":\"overdue\",\"name\":null,\"currency\":\"EUR\","
                        + "\"amount\":\"100.00\",\"year_before\":null,\"overdue\":null,\"best\":null,\"worst\":null,"
                        + "\"number\":\"11\",\"unit\":\"days\",\"invoices\":1,\"from\":null,\"to\":null}");
    }

    @Test
    void aCopyWithAFirstDaySaysSoAndTellsNothingOfWhatIsOlder() {
        bench.connections.profiles.replaceAll(
                all -> WindowSamples.since(all, FakeInvoices.TODAY.withDayOfMonth(1)));

        assertThat(output("overview")).doesNotContain("holds documents");
        assertThat(bench.terminal.messages()).contains("Acme: this copy holds documents from 1 Nov 2026 on.");
        assertThat(rows("month", "overview", "--json")).hasSize(12).allSatisfy(row -> {
            assertThat(row.get("amount").isNull()).isEqualTo(!row.get("key").asString().equals("2026-11"));
            assertThat(row.get("year_before").isNull()).isTrue();
        });
        assertThat(rows("product", "overview", "--json")).allSatisfy(
                row -> assertThat(row.get("from").asString()).isEqualTo("2026-11-01"));
        assertThat(output("connections", "list")).contains("FROM", "1 Nov 2026");
    }

    @Test
    void everyQuestionIsAnsweredWithTheFiguresOfTheScreen() throws ProblemException {
        Overview overview = expected(new CurrencyView.OfDocuments("EUR"));

        assertThat(rows("month", "overview", "--json")).hasSize(12).last().satisfies(row -> {
            assertThat(row.get("key").asString()).isEqualTo("2026-11");
            assertThat(row.get("amount").asString()).isEqualTo(plain(overview.thisMonth().now().amount()));
            assertThat(row.get("year_before").asString()).isEqualTo(plain(overview.thisMonth().before().amount()));
        });
        assertThat(rows("receivable", "overview", "--json").stream()
                .map(row -> new BigDecimal(row.get("amount").asString())).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(overview.receivable().sum(overview.receivable().open()).amount());
        assertThat(rows("expected_cash", "overview", "--json")).hasSize(14).element(1).satisfies(row -> {
            assertThat(row.get("key").asString()).isEqualTo("2026-11-30");
            assertThat(row.get("worst").asString())
                    .isEqualTo(plain(overview.cash(1, ExpectedCash.Scenario.WORST).amount()));
        });
        assertThat(rows("customer", "overview", "--json")).hasSize(overview.debtors().size());
        assertThat(rows("product", "overview", "--json")).extracting(row -> row.get("amount").asString())
                .containsExactlyElementsOf(overview.products().orElseThrow().products().stream()
                        .map(sold -> plain(sold.untaxed().amount())).toList());
    }

    @Test
    void anotherCurrencyAndOdoosOwnAmountsAreAskedFor() throws ProblemException {
        assertThat(rows("figure", "overview", "--currency", "usd", "--json").getFirst().get("amount").asString())
                .isEqualTo(plain(expected(new CurrencyView.OfDocuments("USD")).receivable().outstanding().amount()));
        assertThat(rows("figure", "overview", "--as-booked", "--json").getFirst().get("amount").asString())
                .isEqualTo(plain(expected(new CurrencyView.OfCompanies("EUR")).receivable().outstanding().amount()));
    }

    /** There may be payments, or documents in another money, in what is refused here: it is said what there is none of. */
    @Test
    void whatIsRefusedIsSaidOfTheAmountsThatWereAskedFor() {
        assertThat(bench.run("overview", "--currency", "CHF")).isEqualTo(2);
        assertThat(bench.terminal.messages())
                .isEqualTo("No posted document is in that currency. There are some in: EUR, USD, JPY\n");

        assertThat(bench.run("overview", "--currency", "usd", "--as-booked")).isEqualTo(2);
        assertThat(bench.terminal.messages()).endsWith("No company keeps its books in that currency."
                + " There are amounts as booked in: EUR\n");
    }

    @Test
    void aTableForPeopleShowsTheFirstOfThoseWhoOweAndAFileAll() throws IOException {
        FakeInvoices many = FakeInvoices.empty();
        for (int i = 10; i < 23; i++) {
            many.add("INV/" + i, "Customer " + i, "2026-11-02", "2026-11-12", i + ".00", i + ".00", "EUR");
        }
        bench.shelves = () -> new TradingCopy(many).shelf();

        String table = output("overview");

        assertThat(table.lines().filter(line -> line.startsWith("Customer "))).hasSize(10).first().asString()
                .startsWith("Customer 22 ");
        assertThat(table).containsOnlyOnce("… and 3 more: loupe customers\n").contains("2025-12", "Later");

        Path file = folder.resolve("whole.txt");
        output("overview", "--output", file.toString());
        assertThat(Files.readString(file).lines().filter(line -> line.startsWith("Customer "))).hasSize(13);
        assertThat(Files.readString(file)).doesNotContain("more: loupe");
    }

    @Test
    void csvHasTheSameFieldsAndAgesThatAreNoDates() {
        assertThat(output("overview", "--format", "csv").lines()).first().asString()
                .isEqualTo(
                        "\ufeffquestion,key,name,currency,amount,year_before,overdue,best,worst,number,unit,invoices,"
                                + "from,to");
        assertThat(output("overview", "--format", "csv").lines().filter(line -> line.startsWith("product,")))
                .isNotEmpty().allMatch(line -> line.endsWith(",2025-12-01,2026-11-23"));
        assertThat(output("overview", "--format", "csv")).contains("receivable,1-30 days,,EUR,");
    }

    @Test
    void theTerminalShowsATableForEachQuestion() {
        String table = output("overview");

        assertThat(table).startsWith("Acme\nEUR, documents in this currency, 23 Nov 2026\n");
        assertThat(table.lines()).contains("Figures", "Invoiced by month", "Owed by customers", "Owed to vendors",
                "Expected cash", "Who owes the most",
                "Best-selling products \u00b7 1 Dec 2025 to 23 Nov 2026");
        assertThat(table).contains("Not due", "1–30 days").doesNotContain("not_due");
    }

    /** As on the card: no list calls them overdue, and they are in its figure. */
    @Test
    void howManyOverdueOnesAreInPaymentOrBlockedIsSaidWhereverWordsAre() throws IOException {
        FakeInvoices some = FakeInvoices.empty();
        some.add("INV/1", "Ann", "2026-10-02", "2026-11-12", "100.00", "100.00", "EUR");
        assertThat(overviewOf(some)).doesNotContain("blocked");
        some.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.IN_PAYMENT, "INV/2", "Ann", "2026-10-02",
                "2026-11-02", "400.00", "400.00", "EUR");
        some.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.BLOCKED, "INV/3", "Ann", "2026-10-02",
                "2026-11-03", "30.00", "30.00", "EUR");

        assertThat(overviewOf(some).lines()).containsOnlyOnce("Overdue \u00b7 2 in payment or blocked");
        assertThat(output("overview", "--format", "csv")).doesNotContain("blocked");
        Path file = folder.resolve("halted.pdf");
        assertThat(bench.run("overview", "--output", file.toString())).isZero();
        assertThat(new PdfFile(Files.readAllBytes(file)).text()).contains("2 in payment or blocked");
    }

    private String overviewOf(FakeInvoices some) {
        bench.shelves = () -> new TradingCopy(some).shelf();
        return output("overview");
    }

    @Test
    void whatComesAfterTheLastWeekIsNoWeek() throws IOException {
        assertThat(rows("expected_cash", "overview", "--json")).satisfies(weeks -> {
            assertThat(weeks.subList(0, 13)).allMatch(week -> week.get("name").isNull());
            assertThat(weeks.getLast().get("name").asString()).isEqualTo("later");
            assertThat(weeks.getLast().get("key").asString()).isEqualTo("2027-02-22");
        });
        assertThat(output("overview", "--format", "csv")).contains("2027-02-22,later,EUR,");
        assertThat(output("overview").lines()).anyMatch(line -> line.startsWith("Later "))
                .noneMatch(line -> line.startsWith("2027-02-22"));
        Path file = folder.resolve("weeks.pdf");
        assertThat(bench.run("overview", "--output", file.toString())).isZero();
        assertThat(new PdfFile(Files.readAllBytes(file)).text()).contains("2027-02-15", "Later")
                .doesNotContain("2027-02-22");
    }

    @Test
    void withoutInvoicesThereIsNoCurrencyToSayNothingIn() {
        bench.shelves = FakeInvoices.empty()::shelf;

        assertThat(output("overview")).startsWith("Acme\nNo posted documents, 23 Nov 2026\n");
        assertThat(output("overview", "--format", "jsonl")).isEmpty();
        assertThat(output("overview", "--format", "csv").lines()).hasSize(1);
        assertThat(bench.terminal.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "aged", "customers", "vendors", "products"})
    void beforeTheFirstSyncWhatBringsFiguresIsSaid(String command) throws ProblemException {
        bench.connections.profiles.clear();
        bench.connections.put("aaaa1111", "Fresh", null);
        bench.shelves = FakeInvoices.empty()::shelf;

        assertThat(bench.run(command)).isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.output()).doesNotContain("0.00").doesNotContain(", documents in this currency");
        assertThat(bench.terminal.messages()).contains("Fresh is not synced yet", "loupe sync aaaa1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aged", "aged --payable --rows", "customers", "vendors", "products",
        "products --bought", "statement 7"})
    void aCurrencyThatNothingIsInIsRefusedWithThoseThatThereAre(String command) {
        assertThat(bench.run((command + " --currency xyz").split(" ", -1))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.output()).isEmpty();
        assertThat(bench.terminal.messages()).contains("There is something in: EUR, ", "JPY", "USD");
    }

    @Test
    void asBookedOnlyTheMoneyOfBooksIsOffered() {
        assertThat(bench.run("aged", "--as-booked", "--currency", "xyz")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).endsWith("There is something in: EUR\n");
    }

    @Test
    void whatIsOwedInOtherCurrenciesIsSaidToPeopleInOneLine() throws ProblemException {
        var money = new MoneyText(Locale.ENGLISH);
        String dollars = money.format(expected(new CurrencyView.OfDocuments("USD")).receivable().outstanding());

        output("overview");

        assertThat(bench.terminal.messages().lines().filter(line -> line.contains("owed to you"))).singleElement()
                .asString().startsWith("Also owed to you, in other currencies: ").contains(dollars)
                .endsWith("--currency shows one of them: USD, JPY");
        assertThat(bench.terminal.output()).doesNotContain("Also owed");
    }

    @Test
    void whatVendorsAreOwedInOtherCurrenciesIsSaidToo() {
        FakeInvoices one = FakeInvoices.empty();
        one.add("INV/1", "Ann", "2026-11-02", "2026-11-12", "100.00", "100.00", "EUR");
        one.add("INV/2", "Ann", "2026-11-03", "2026-11-12", "100.00", "100.00", "EUR");
        one.addAs(MoveType.VENDOR_BILL, MoveState.POSTED, PaymentState.NOT_PAID, "BILL/1", "Wood Corner", "2026-11-02",
                "2026-11-12", "70.00", "70.00", "USD");
        bench.shelves = () -> new TradingCopy(one).shelf();

        output("overview");

        assertThat(bench.terminal.messages().replace('\u00a0', ' '))
                .isEqualTo("Also owed to vendors, in other currencies:"
                        + " $ 70.00. --currency shows one of them: USD\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--format csv", "--currency EUR", "--as-booked"})
    void programsAndWhoChoseACurrencyAreNotToldOfOthers(String asked) {
        output(("overview " + asked).split(" ", -1));

        assertThat(bench.terminal.messages()).doesNotContain("Also owed");
    }

    @Test
    void aSpreadsheetHasASheetForEachQuestion() throws IOException, ProblemException {
        Path file = folder.resolve("overview.xlsx");

        assertThat(bench.run("overview", "--output", file.toString())).isZero();

        try (var book = new ReadableWorkbook(file.toFile())) {
            assertThat(book.getSheets().map(Sheet::getName)).startsWith("Figures", "Invoiced by month",
                    "Owed by customers", "Owed to vendors", "Expected cash", "Who owes the most",
                    "Best-selling products");
            List<Row> months = book.getSheet(1).orElseThrow().read();
            assertThat(book.getSheet(7).orElseThrow().read().stream().map(row -> row.getCellText(0)))
                    .contains("Best-selling products \u00b7 1 Dec 2025 to 23 Nov 2026");
            assertThat(months.getLast().getCellAsNumber(1).orElseThrow()).isEqualByComparingTo(
                    expected(new CurrencyView.OfDocuments("EUR")).thisMonth().now().amount());
        }
    }

    @Test
    void aPdfHasThemOneAfterTheOther() throws IOException {
        Path file = folder.resolve("overview.pdf");

        assertThat(bench.run("overview", "--output", file.toString())).isZero();

        assertThat(new PdfFile(Files.readAllBytes(file)).text()).contains("Figures", "Expected cash",
                "Best-selling products \u00b7 1 Dec 2025 to 23 Nov 2026");
    }
}
