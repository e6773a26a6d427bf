package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.window.FakeReader;
import testkit.window.OwedSamples;
import testkit.window.WindowSamples;

/** What a payment settled is not in the copy: each command with balances of a past day says that it is not certain. */
class UncertainCommandTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();

    @ParameterizedTest
    @ValueSource(strings = {"customers", "statement brightwater", "statement brightwater --open", "aged"})
    void isToldBesideThePastDayAndNotToday(String command) throws ProblemException {
        String acme = WindowSamples.ACME.value();
        bench.connections.put(acme, "Acme", CommandsOverFakes.NOW);
        var samples = new FakeReader();
        OwedSamples.all(samples, WindowSamples.ACME);
        List<OwedItem> items = samples.owed.getOrDefault(WindowSamples.ACME, List.of());
        items.forEach(item -> bench.reader.putOwed(acme, item));
        OwedItem like = items.getFirst();
        var amount = new BigDecimal("-50.00");
        bench.reader.putOwed(acme, new OwedItem(99_001, 0, new OwedItem.Entry(99_001, null, "N", "Bank", ""), false,
                like.company(), like.partner(), like.currency(), like.dates(), amount, new BigDecimal("-20.00"),
                new OwedItem.Booked(like.currency(), amount, new BigDecimal("-20.00")), List.of(9_999L)));

        assertThat(bench.run(command.split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(bench.terminal.messages()).doesNotContain("not certain");
        assertThat(bench.run((command + " --as-of 2026-10-31").split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(bench.terminal.messages())
                .contains("Some amounts of that day are not certain. Totals that may be wrong: 1.");
    }
}
