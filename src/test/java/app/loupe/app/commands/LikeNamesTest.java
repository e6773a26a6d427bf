package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.cli.CommandsOverFakes;

/** What is said where nobody has the name that was typed. */
class LikeNamesTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void aCustomer() throws ProblemException {
        LocalDate day = LocalDate.of(2026, 10, 1);
        BigDecimal amount = new BigDecimal("100");
        bench.connections.put("aaaa1111", "Acme", CommandsOverFakes.NOW);
        bench.reader.putOwed("aaaa1111", new OwedItem(1, 1,
                new OwedItem.Entry(1, MoveType.CUSTOMER_INVOICE, "INV/1", "Sales", ""), false,
                new Ref(1, "My Company"), new Ref(7, "Hotel Sorvello, S.A."), new Ref(1, "EUR"),
                new OwedItem.Dates(day, day, day), amount, amount, new OwedItem.Booked(null, amount, amount),
                List.of()));
    }

    @ParameterizedTest
    @CsvSource({"customers --partner Sorvelo, 0", "customers --partner sorvélo, 0", "aged --partner Sorvelo, 0",
        "statement Sorvelo, 2"})
    void theNearestNameIsSaid(String command, int exit) {
        assertThat(bench.run(command.split(" "))).isEqualTo(exit);

        assertThat(bench.terminal.messages()).contains("Perhaps you mean: Hotel Sorvello, S.A.");
    }

    @Test
    void nobodyIsNamedWhereNoNameIsNear() {
        assertThat(bench.run("customers", "--partner", "Zebra")).isZero();

        assertThat(bench.terminal.messages()).isEqualToIgnoringNewLines(
                "Nobody here has the id \"Zebra\", or a name that contains it.");
    }

    /** What is not JSON would be no line that a program can read. */
    @Test
    void aProgramIsToldNoName() {
        assertThat(bench.run("customers", "--partner", "Sorvelo", "--json")).isZero();

        assertThat(bench.terminal.messages()).isEmpty();
    }

    @Test
    void whoIsFoundIsNoNews() {
        assertThat(bench.run("customers", "--partner", "sorvello")).isZero();

        assertThat(bench.terminal.messages()).isEmpty();
        assertThat(bench.terminal.output()).contains("Hotel Sorvello");
    }
}
