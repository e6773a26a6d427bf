package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;

/** A customer may be called 4711, as another one's id is. */
class NamesOfDigitsTest {
    private static final String ACME = "aaaa1111";

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void someCustomers() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        owed(1, new Ref(9, "4711"));
        owed(2, new Ref(10, "4711 Parfum"));
        owed(3, new Ref(12, "77"));
        owed(4, new Ref(77, "Zoe"));
    }

    private void owed(long id, Ref partner) {
        LocalDate day = LocalDate.of(2026, 5, 1);
        var amount = new BigDecimal("10");
        bench.reader.putOwed(ACME, new OwedItem(id, id, new OwedItem.Entry(id, null, "N" + id, "", ""), false,
                new Ref(1, "Mine"), partner, new Ref(1, "EUR"), new OwedItem.Dates(day, day, day), amount, amount,
                new OwedItem.Booked(null, amount, amount), List.of()));
    }

    private List<String> listed(String command) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(command.split(" ", -1))).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before).lines().toList();
    }

    @Test
    void digitsAreAnIdOrElseAWholeName() {
        assertThat(listed("aged --partner 4711 --json")).singleElement().asString().contains("\"partner_id\":9,");
        assertThat(listed("customers --partner 4711 --json")).singleElement().asString().contains("\"partner_id\":9,");
        assertThat(listed("aged --partner 77 --json")).singleElement().asString().contains("\"partner_id\":77,");
        assertThat(listed("customers --partner 77 --json")).singleElement().asString().contains("\"partner_id\":77,");
        assertThat(listed("aged --partner 10 --json")).singleElement().asString().contains("4711 Parfum");
    }

    @Test
    void aStatementIsOfTheOneWithTheIdOrElseOfWhoIsCalledSo() {
        assertThat(listed("statement 4711 --json")).isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("N1"));

        assertThat(listed("statement 77 --json")).isNotEmpty().allSatisfy(line -> assertThat(line).contains("N4"));
        assertThat(listed("statement 12 --json")).isNotEmpty().allSatisfy(line -> assertThat(line).contains("N3"));
    }
}
