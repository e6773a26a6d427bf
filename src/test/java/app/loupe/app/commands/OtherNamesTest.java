package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.cli.CommandsOverFakes;

/** What is suggested for a word that is none of Loupe's: the nearest that is, and another name only where none is near. */
class OtherNamesTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();

    private String said(String... words) {
        assertThat(bench.run(words)).isEqualTo(2);
        return bench.terminal.messages();
    }

    /** All of them name a filter of the search, too. */
    @ParameterizedTest
    @CsvSource({"vendor, vendors", "customer, customers", "invoice, invoices", "product, products"})
    void aCommandThatIsNearWinsOverTheSearch(String typed, String near) {
        assertThat(said(typed)).contains("Perhaps you mean: " + near).doesNotContain("--query");
    }

    @ParameterizedTest
    @CsvSource({"overdue", "unpaid", "paid"})
    void aWordOfTheSearchThatIsNearToNoCommandIsSearched(String typed) {
        assertThat(said(typed)).contains("Perhaps you mean: loupe invoices --query " + typed);
    }

    @ParameterizedTest
    @CsvSource({"payments, --fromat, --format", "payments, --querry, --query", "payments, --fron, --from"})
    void anOptionThatIsNearIsSuggested(String command, String typed, String near) {
        assertThat(said(command, typed, "x")).contains("Perhaps you mean: " + near);
    }

    @ParameterizedTest
    @CsvSource({"payments, --filter, --query", "payments, --year, --from", "payments, --csv, --format",
        "payments, --force, --overwrite"})
    void anOptionOfAnotherNameIsSuggestedWhereNoneIsNear(String command, String typed, String other) {
        assertThat(said(command, typed, "x")).contains("Perhaps you mean: " + other);
    }
}
