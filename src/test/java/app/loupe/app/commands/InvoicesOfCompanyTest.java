package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.PdfFile;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;

/** {@code loupe invoices --company}: those of one company, in whatever connection. */
class InvoicesOfCompanyTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";

    @TempDir
    Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.connections.put(OTHER, "Other", CommandsOverFakes.NOW);
        bench.reader.put(ACME, Invoices.posted(1, "INV/1", "Deco Addict", "1290.5", null));
        bench.reader.put(ACME, Invoices.ofCompany("Möbel Nord", Invoices.posted(2, "INV/2", "Azure", "10", "0")));
        bench.reader.put(OTHER,
                Invoices.ofCompany("Möbel Nord", Invoices.posted(1, "INV/9", "Deco Addict", "20", "0")));
    }

    private String output(String... arguments) {
        int before = bench.terminal.output().length();
        assertThat(bench.run(arguments)).as(bench.terminal.messages()).isZero();
        return bench.terminal.output().substring(before);
    }

    @ParameterizedTest
    @CsvSource({"Möbel Nord, INV/2 INV/9", "mobel nord, INV/2 INV/9", "my company, INV/1", "' My Company ', INV/1"})
    void onlyThoseOfTheCompanyWhateverTheCaseAndTheAccents(String name, String numbers) {
        String listed = output("invoices", "--company", name, "--json");

        assertThat(listed.lines()).hasSameSizeAs(numbers.split(" "));
        assertThat(numbers.split(" ")).allSatisfy(number -> assertThat(listed).contains("\"" + number + "\""));
    }

    @Test
    void beforeTheNameOrBehindItStandsWhatElseIsAsked() {
        assertThat(output("invoices", "--query", "Deco", "--company", "Möbel Nord", "--json")).hasLineCount(1)
                .contains("INV/9");
        assertThat(output("invoices", ACME, "--company=Möbel Nord", "--format", "csv")).hasLineCount(2)
                .contains("INV/2");
        assertThat(output("invoices", "--company", "Möbel Nord", "--query", "Nobody", "--json")).isEmpty();
    }

    @Test
    void aCompanyThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThat(bench.run("invoices", "--company", "Möbel Nort")).isEqualTo(2);

        assertThat(bench.terminal.output()).isEmpty();
        assertThat(bench.terminal.messages()).contains("There is no such company in these connections. "
                + "There are: My Company, Möbel Nord.").contains("Perhaps you mean: Möbel Nord.");
    }

    private String paper(String... more) throws IOException {
        Path file = folder.resolve("a" + more.length + ".pdf");
        assertThat(bench.run(Stream.concat(Stream.of("invoices", "--output", file.toString()), Stream.of(more))
                .toArray(String[]::new))).as(bench.terminal.messages()).isZero();
        return new PdfFile(Files.readAllBytes(file)).text().replace('\u00a0', ' ');
    }

    @Test
    void theFileSaysEverySpellingOfTheCompanyAlsoWhereNothingIsListed() throws Exception {
        bench.reader.put(OTHER,
                Invoices.ofCompany("Mobel NORD", Invoices.posted(3, "INV/10", "Deco Addict", "20", "0")));

        assertThat(paper("--company", "möbel nord")).contains("Company: Mobel NORD, Möbel Nord", "INV/2", "INV/10");
        assertThat(paper("--company", "möbel nord", "--query", "Nobody"))
                .contains("Company: Mobel NORD, Möbel Nord", "Search: Nobody");
    }

    @Test
    void whereNoCompanyIsKnownTheFileSaysWhatWasTyped() throws Exception {
        bench.connections.put("cccc3333", "Empty", CommandsOverFakes.NOW);

        assertThat(paper("cccc3333", "--company", " Any ")).contains("Company: Any");
    }

    @Test
    void anEmptyCopyRefusesNoName() throws ProblemException {
        bench.connections.put("cccc3333", "Empty", CommandsOverFakes.NOW);

        assertThat(output("invoices", "cccc3333", "--company", "Any", "--json")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void noNameIsRefusedBeforeAnythingIsOpened(String name) {
        assertThat(bench.run("invoices", "--company", name)).isEqualTo(2);

        assertThat(bench.terminal.messages()).contains("What is after --company is no name.");
        assertThat(bench.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void theHelpOfEveryLanguageSaysIt(String language) {
        bench.texts = new Texts(Locale.of(language));

        assertThat(output("invoices", "--help")).contains("--company=").doesNotContain("loupe.invoices.company");
    }
}
