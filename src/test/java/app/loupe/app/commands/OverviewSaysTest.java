package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** A file of the overview says what the window does of its figures: of which days they are, and by which rule. */
class OverviewSaysTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void oneConnection() throws ProblemException {
        bench.connections.put(FakeInvoices.ACME.value(), "Acme", CommandsOverFakes.NOW);
        bench.shelves = TradingCopy.business()::shelf;
    }

    private String pdf(String... more) throws IOException {
        Path file = folder.resolve("overview" + more.length + ".pdf");
        var arguments = new ArrayList<>(List.of("overview", "--output", file.toString()));
        arguments.addAll(List.of(more));
        assertThat(bench.run(arguments.toArray(String[]::new))).isZero();
        return new PdfFile(Files.readAllBytes(file)).text().replaceAll("\\s+", " ");
    }

    @Test
    void theRuleOfExpectedCashStandsAboveIt() throws IOException {
        assertThat(pdf()).contains("Best: customers pay on the due date, or earlier where they usually do.",
                "Open credit notes and payments that are not matched are not taken off.");
    }

    @Test
    void aMonthThatIsNotOverIsComparedWithTheSameDays() throws IOException {
        assertThat(pdf()).contains(
                "This month is 1–23 November 2026, and compared with 1–23 November 2025.");
    }

    @Test
    void aMonthThatIsOverNeedsNoWord() throws IOException {
        assertThat(pdf("--as-of", "2026-10-31")).doesNotContain("compared with");
    }

    /** The copy begins behind the month of the year before, or within it. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2025-11-02", "2026-11-10"})
    void whereNothingIsComparedNoDaysAreNamed(String first) throws IOException {
        since(first);

        assertThat(pdf()).doesNotContain("compared with");
    }

    @Test
    void whereTheCopyBeginsWithTheMonthOfTheYearBeforeTheyAre() throws IOException {
        since("2025-11-01");

        assertThat(pdf()).contains("compared with 1–23 November 2025.");
    }

    private void since(String first) {
        bench.connections.profiles.replaceAll(one -> WindowSamples.since(one, LocalDate.parse(first)));
    }

    @Test
    void programsGetTheDaysOfMonths() {
        assertThat(bench.run("overview", "--json")).isZero();

        List<JsonNode> rows = bench.terminal.output().lines().map(JSON::readTree)
                .filter(row -> row.get("question").asString().equals("month")
                        || row.get("key").asString().equals("invoiced_this_month"))
                .toList();
        assertThat(rows).hasSize(13);
        assertThat(rows.getFirst().get("from").asString()).isEqualTo("2026-11-01");
        assertThat(rows.getFirst().get("to").asString()).isEqualTo("2026-11-23");
        assertThat(rows.get(1).get("from").asString()).isEqualTo("2025-12-01");
        assertThat(rows.get(1).get("to").asString()).isEqualTo("2025-12-31");
        assertThat(rows.getLast().get("to").asString()).isEqualTo("2026-11-23");
    }
}
