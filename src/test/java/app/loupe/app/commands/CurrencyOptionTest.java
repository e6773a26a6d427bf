package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import testkit.window.OwedSamples;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

/** The same answer of every command that takes {@code --currency}. */
class CurrencyOptionTest {
    private static final String ACME = "aaaa1111";

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void euros() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.reader.put(ACME, Invoices.posted(1, "INV/1", "Ann", "100", "40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "products", "check", "changes", "notes",
        "export --pack 2026-10 --output ", "export --archive --from 2026-01-01 --to 2026-12-31 --output "})
    void aCurrencyThatNothingIsInIsRefusedWithThoseThatThereAre(String line) {
        Path output = folder.resolve("away.zip");
        String whole = line.endsWith(" ") ? line + output : line;

        assertThat(bench.run((whole + " --currency xyz").split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).startsWith("Nothing is in that currency. There is something in: EUR");
        assertThat(output).doesNotExist();
    }

    /** The books are in euros, which only an amount as booked is in. */
    @ParameterizedTest
    @ValueSource(strings = {"customers", "vendors", "aged", "statement Bea"})
    void theMoneyOfTheBooksIsNoneOfWhatIsOwedInAnother(String line) throws ProblemException {
        bench.reader.putOwed(ACME, inDollars());

        assertThat(bench.run((line + " --currency eur").split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("There is something in: USD").doesNotContain("EUR");
    }

    @Test
    void asBookedItIsTheOnlyOne() throws ProblemException {
        bench.reader.putOwed(ACME, inDollars());

        assertThat(bench.run("aged", "--as-booked", "--currency", "eur")).as(bench.terminal.messages()).isZero();
        assertThat(bench.run("aged", "--as-booked", "--currency", "usd")).isEqualTo(ExitCode.USAGE);
    }

    private static OwedItem inDollars() {
        var amount = new BigDecimal("250.00");
        LocalDate day = LocalDate.of(2026, 10, 1);
        return new OwedItem(88_001, 88_000,
                new OwedItem.Entry(88_000, MoveType.CUSTOMER_INVOICE, "INV/88", "Invoices", ""), false,
                new Ref(1, "Acme"), new Ref(7, "Bea"), OwedSamples.USD,
                new OwedItem.Dates(day, day, day), amount, amount, new OwedItem.Booked(OwedSamples.EUR, amount, amount),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "check", "changes", "notes"})
    void oneThatThereIsIsTaken(String command) {
        assertThat(bench.run(command, "--currency", "eur")).as(bench.terminal.messages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview --as-booked", "overview --as-booked --currency eur"})
    void whereNoBooksHaveAnotherMoneyNoneIsOffered(String line) {
        assertThat(bench.run(line.split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).isEqualTo(
                "No company has posted documents in another currency than that of its books: leave --as-booked out.\n");
    }

    @Test
    void whereNothingIsAtAllItIsNoMistake() throws ProblemException {
        bench.connections.profiles.clear();
        bench.connections.put("bbbb2222", "Empty", CommandsOverFakes.NOW);

        assertThat(bench.run("payments", "--currency", "usd")).isZero();
    }
}
