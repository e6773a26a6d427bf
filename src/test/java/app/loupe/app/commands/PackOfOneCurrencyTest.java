package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Ref;
import app.loupe.domain.MoveType;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

class PackOfOneCurrencyTest {
    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    /** Invoices of the kit have the accounting date 2026-09-18. */
    @BeforeEach
    void anInvoice() throws ProblemException {
        bench.connections.put("aaaa1111", "Acme", CommandsOverFakes.NOW);
        bench.reader.put("aaaa1111", Invoices.posted(1, "INV/2026/0001", "Deco Addict", "1290.5", null));
    }

    private Path pack(String name, String... currency) {
        Path pack = folder.resolve(name);
        var arguments = new ArrayList<>(List.of("export", "--pack", "2026-09", "--output", pack.toString()));
        arguments.addAll(List.of(currency));
        assertThat(bench.run(arguments.toArray(String[]::new))).as(bench.terminal.messages()).isZero();
        return pack;
    }

    @Test
    void aPackOfAllCurrenciesHoldsTheTaxes() {
        Path all = pack("all");

        assertThat(all.resolve("taxes.csv")).exists();
        assertThat(all.resolve("README.txt")).content().doesNotContain("Taxes are left out");
    }

    @Test
    void ofOneCurrencyNoPartOfTheTaxesStandsUnderTheirName() throws IOException {
        bench.reader.put("aaaa1111", Invoices.invoice(2, "", MoveType.CUSTOMER_INVOICE, MoveState.DRAFT, null, "0", "0",
                new Ref(3, "CHF"), List.of()));
        for (String code : List.of("EUR", "CHF")) {
            Path one = pack(code, "--currency", code);

            assertThat(one.resolve("taxes.csv")).doesNotExist();
            assertThat(Files.readString(one.resolve("MANIFEST.sha256"))).contains("invoices.csv")
                    .doesNotContain("taxes.csv");
            assertThat(Files.readString(one.resolve("README.txt"))).contains("Taxes are left out");
            try (var book = new ReadableWorkbook(one.resolve("month-end-2026-09.xlsx").toFile())) {
                assertThat(book.getSheets().map(Sheet::getName)).contains("Invoices", "What changed")
                        .doesNotContain("Taxes");
            }
        }
    }
}
