package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;
import testkit.window.FakeReader;
import testkit.window.OwedSamples;
import testkit.window.WindowSamples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists of customers and vendors, and the aged list as booked. */
class PartnerListsCommandTest {
    private static final String ACME = WindowSamples.ACME.value();

    private final CommandsOverFakes bench = new CommandsOverFakes();

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
    void customersStandWithWhatTheyOweAndHowTheyPay() {
        List<JsonNode> rows = rows("customers", "--json");

        assertThat(rows.stream().map(row -> row.get("partner").asString().split(" ", -1)[0] + " "
                + row.get("balance").asString() + " " + row.get("balance_currency").asString())).startsWith(
                        "Brightwater 16910.00 EUR", "Gemini 14800.00 EUR", "Wood 4409.50 EUR")
                .endsWith("Ready 4965.00 USD", "Ready 0.00 EUR");
        assertThat(rows.getFirst().get("pays_after").asString()).isEqualTo("32");
        assertThat(rows.getFirst().get("overdue").asString()).isEqualTo("12090.00");
        assertThat(rows.getFirst().get("open_invoices").asInt()).isEqualTo(3);
    }

    @Test
    void vendorsStandWithWhatTheyAreOwed() {
        assertThat(rows("vendors", "--json", "--currency", "EUR")).singleElement()
                .satisfies(row -> assertThat(row.get("balance").asString()).isEqualTo("780.00"));
    }

    @Test
    void asBookedTheAgedListIsInCompanyCurrencyAlone() {
        List<JsonNode> rows = rows("aged", "--as-booked", "--json");

        assertThat(rows.stream().map(row -> row.get("currency").asString()).distinct()).containsExactly("EUR");
        assertThat(rows.stream().filter(row -> row.get("partner_id").asLong() == OwedSamples.READY_MAT.id()))
                .singleElement().satisfies(row -> assertThat(row.get("total").asString()).isEqualTo("2482.50"));
    }

    @Test
    void asBookedTheItemsNameTheCurrencyOfTheirAmountsAndAddUpToTheRows() {
        var rows = new TreeMap<String, BigDecimal>();
        rows("aged", "--as-booked", "--json").forEach(row -> rows.put(key(row),
                new BigDecimal(row.get("total").asString())));
        var items = new TreeMap<String, BigDecimal>();
        List<JsonNode> listed = rows("aged", "--rows", "--as-booked", "--json");
        listed.forEach(item -> items.merge(key(item), new BigDecimal(item.get("owed").asString()), BigDecimal::add));
        List<String[]> lines = output("aged", "--rows", "--as-booked", "--format", "csv").lines()
                .map(line -> line.split(",", -1)).toList();
        int owed = List.of(lines.getFirst()).indexOf("owed");
        List<String> csv = lines.stream().skip(1).map(cells -> cells[3] + " " + cells[owed]).toList();

        assertThat(items).isEqualTo(rows).containsKey("EUR " + OwedSamples.READY_MAT.id());
        assertThat(csv).contains("EUR 2482.50").noneMatch(line -> line.startsWith("USD"));
        assertThat(listed.stream().map(item -> new BigDecimal(item.get("owed").asString())))
                .as("the largest first, whatever the currency of the document")
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static String key(JsonNode row) {
        return row.get("currency").asString() + " " + row.get("partner_id").asLong();
    }
}
