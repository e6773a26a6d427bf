package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.cli.CommandsOverFakes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The overview in company currency: every question takes in the same documents, or says that it does not. */
class OverviewOfBooksTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoCompaniesWithBooksOfTheirOwn() throws ProblemException {
        bench.connections.put(FakeInvoices.ACME.value(), "Acme", CommandsOverFakes.NOW);
        FakeInvoices fake = FakeInvoices.empty();
        fake.add("INV/1", "Ann", "2026-11-02", "2026-12-12", "1000.00", "1000.00", "EUR");
        fake.add("INV/2", "Bob", "2026-11-03", "2026-12-12", "50000.00", "50000.00", "USD");
        fake.add("UK/1", "Cem", "2026-11-04", "2026-12-12", "500.00", "500.00", "GBP");
        bench.shelves = () -> new TradingCopy(fake)
                .withCompany("UK/1", new Ref(2, "Acme UK"), new Ref(3, "GBP")).shelf();
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).isZero();
        return bench.terminal.output().substring(before);
    }

    private static BigDecimal sum(List<JsonNode> rows, String question, String field) {
        return rows.stream().filter(row -> row.get("question").asString().equals(question))
                .map(row -> new BigDecimal(row.get(field).asString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theRowsOfAFileAddUp() {
        List<JsonNode> rows = output("overview", "--as-booked", "--json").lines().map(JSON::readTree).toList();

        assertThat(sum(rows, "receivable", "amount")).isEqualByComparingTo("101000");
        assertThat(sum(rows, "customer", "amount")).isEqualByComparingTo("101000");
        for (String scenario : List.of("best", "amount", "worst")) {
            assertThat(sum(rows, "expected_cash", scenario)).as(scenario).isEqualByComparingTo("101000");
        }
    }

    @Test
    void productsSayOfWhichDocumentsTheyAre() {
        assertThat(output("overview", "--as-booked")).contains("documents in EUR alone");
        assertThat(output("overview")).doesNotContain("alone");
    }

    /** A line without a product is no customer without a name. */
    @Test
    void whatSoldWithoutAProductIsCalledSo() {
        FakeInvoices one = FakeInvoices.empty();
        one.add("INV/1", "Ann", "2026-11-02", "2026-12-12", "100.00", "100.00", "EUR");
        bench.shelves = () -> new TradingCopy(one).withoutProducts().shelf();

        assertThat(output("overview")).contains("Without a product").doesNotContain("Without a name");
    }

    @Test
    void whatIsOwedToACompanyWithOtherBooksIsSaid() {
        output("overview", "--as-booked");

        assertThat(bench.terminal.messages().replace('\u00a0', ' '))
                .contains("Also owed to you, in other currencies: £ 500.00. --currency shows one of them: GBP");
        assertThat(output("overview", "--as-booked", "--currency", "GBP")).contains("500.00");
    }
}
