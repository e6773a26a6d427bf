package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

/** The overview of copies that begin on a day, as of days before it, too. */
class OverviewKeptTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ConnectionId YOUNG = new ConnectionId("bbbb2222");

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoYearsOfABusiness() throws ProblemException {
        bench.connections.put(FakeInvoices.ACME.value(), "Acme", CommandsOverFakes.NOW);
        bench.shelves = TradingCopy.business()::shelf;
    }

    private void since(ConnectionId id, String day) {
        bench.connections.profiles.replaceAll(
                one -> one.id().equals(id) ? WindowSamples.since(one, LocalDate.parse(day)) : one);
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    private List<JsonNode> rows(String question, String... arguments) {
        return output(arguments).lines().map(JSON::readTree)
                .filter(row -> row.get("question").asString().equals(question)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31", "2025-11-30", "2024-01-01"})
    void aDayBeforeTheFirstIsAnsweredWithTheNoteAndWithoutProducts(String day) {
        since(FakeInvoices.ACME, "2026-11-01");

        output("overview", "--as-of", day);
        assertThat(bench.terminal.messages()).contains("Acme: this copy holds documents from 1 Nov 2026 on.");
        assertThat(rows("product", "overview", "--as-of", day, "--json")).isEmpty();
        for (String form : List.of("xlsx", "pdf")) {
            output("overview", "--as-of", day, "--format", form, "--output", folder.resolve("o." + form).toString());
        }
    }

    @Test
    void ofAMonthThatIsNotKeptTheFigureTellsNoMoreThanTheRow() {
        since(FakeInvoices.ACME, "2026-11-01");

        assertThat(rows("figure", "overview", "--as-of", "2026-09-30", "--json"))
                .filteredOn(row -> row.get("key").asString().equals("invoiced_this_month")).singleElement()
                .satisfies(row -> {
                    assertThat(row.get("amount").isNull()).isTrue();
                    assertThat(row.get("invoices").isNull()).isTrue();
                });
    }

    @Test
    void theLastDayBeforeIsNotKeptAndTheFirstIs() {
        since(FakeInvoices.ACME, "2026-11-01");

        assertThat(rows("product", "overview", "--as-of", "2026-10-31", "--json")).isEmpty();
        assertThat(rows("product", "overview", "--as-of", "2026-11-05", "--json")).isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("from").asString()).isEqualTo("2026-11-01"));
    }

    @Test
    void aYoungConnectionTakesNothingFromAnOldOne() throws ProblemException {
        bench.connections.put(YOUNG.value(), "Young", CommandsOverFakes.NOW);
        since(YOUNG, "2026-11-01");

        output("overview", "--as-of", "2026-09-30");
        assertThat(bench.terminal.messages()).contains("Young: this copy holds documents from 1 Nov 2026 on.");
        assertThat(rows("product", "overview", "--as-of", "2026-09-30", "--json")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("from").asString()).isEqualTo("2025-10-01");
            assertThat(row.get("to").asString()).isEqualTo("2026-09-30");
        });
    }

    /** Of a young and an old connection the sales of twelve months are counted: so they are what is said. */
    @Test
    void productsAreSaidToBeOfTheDaysThatAreCounted() throws ProblemException, IOException {
        List<JsonNode> alone = rows("product", "overview", "--json");
        bench.connections.put(YOUNG.value(), "Young", CommandsOverFakes.NOW);
        since(YOUNG, "2026-06-01");

        assertThat(rows("product", "overview", "--json")).isEqualTo(alone).isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("from").asString()).isEqualTo("2025-12-01"));
        Path paper = folder.resolve("overview.pdf");
        output("overview", "--output", paper.toString());
        assertThat(new PdfFile(Files.readAllBytes(paper)).text().replaceAll("\\s+", " "))
                .contains("1 Dec 2025 to 23 Nov 2026", "Young: This copy holds documents from 1 Jun 2026 on.");
    }

    @Test
    void whereAllBeginOnADayItIsTheFirstOfThese() throws ProblemException {
        bench.connections.put(YOUNG.value(), "Young", CommandsOverFakes.NOW);
        since(YOUNG, "2026-06-01");
        since(FakeInvoices.ACME, "2026-03-01");

        assertThat(rows("product", "overview", "--json")).isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("from").asString()).isEqualTo("2026-03-01"));
    }
}
