package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** What was typed by mistake is refused and named as what it is; what only finds nothing is an answer. */
class TypedMistakesTest {
    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    /** The day of the commands is 23 November 2026. */
    @BeforeEach
    void someDocuments() throws ProblemException {
        ExportedBooks.into(bench, "aaaa1111");
    }

    private int run(String line) {
        return bench.run(line.replace("FOLDER", folder.toString()).split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "vendors", "aged", "aged --rows", "aged --payable",
        "customers --output FOLDER/list.xlsx", "aged --json"})
    void anIdThatNobodyHasIsRefused(String command) {
        assertThat(run(command + " --partner 4711")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("Nobody here has the id", "4711");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers --partner zebra", "vendors --partner zebra", "aged --partner zebra",
        "customers --partner 7", "aged --partner deco", "products --product zebra", "payments --query zebra"})
    void whatFindsNothingIsAnAnswer(String line) {
        assertThat(run(line)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers --as-of 03/04/2026", "payments --from 3/4/2026", "notes --to 04-03-2026"})
    void aDayThatCanBeTwoIsTold(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("can be two days", "2026-04-03", "2026-03-04", "3 Apr 2026",
                "4 Mar 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers --as-of 13/04/2026", "notes --to 03.04.2026", "payments --from 04/04/2026"})
    void aDayThatCanBeOneAloneIsTaken(String line) {
        assertThat(run(line)).as(bench.terminal.messages()).isZero();
    }

    @Test
    void whatIsNoDayIsNotRepeated() {
        assertThat(run("customers --as-of secret-33")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("is not a day").doesNotContain("secret-33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices --output FOLDER/x.pdf --format csv",
        "customers --output FOLDER/x.csv --format pdf",
        "overview --output FOLDER/X.XLSX --format csv", "notes --output FOLDER/x.csv --json",
        "products --output FOLDER/x.txt --format xlsx", "check --output FOLDER/x.jsonl --format table"})
    void endingAndFormOfAFileDoNotContradict(String line) {
        assertThat(run(line)).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("do not go together");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices --output FOLDER/x.csv --format csv",
        "customers --output FOLDER/x.txt --format csv",
        "customers --output FOLDER/x.data --format jsonl", "customers --output FOLDER/list --format pdf",
        "notes --output FOLDER/x.jsonl --json"})
    void otherNamesAreTakenAsTheyAre(String line) {
        assertThat(run(line)).as(bench.terminal.messages()).isZero();

        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void packAndArchiveExcludeEachOther() {
        assertThat(run("export --pack Q3 --archive --output FOLDER/x")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("--pack and --archive exclude each other");
    }

    @Test
    void aFileIsNotCalledAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("october"), "mine");

        assertThat(run("export --pack 2026-10 --output FOLDER/october")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("is no folder but something else");
        assertThat(file).hasContent("mine");
    }

    @Test
    void thatNoProductIsCalledSoIsSaid() {
        assertThat(run("products --product nobody")).isZero();
        assertThat(bench.terminal.output()).contains("No product whose name contains “nobody”")
                .doesNotContain("in this time");
    }

    /** The same options are told in the same words, wherever they stand. */
    @ParameterizedTest
    @ValueSource(strings = {"", "de", "fr", "es", "nl"})
    void formFileAndOverwritingAreToldAlike(String language) {
        ResourceBundle words = ResourceBundle.getBundle("app.loupe.text.commandline",
                language.isEmpty() ? Locale.ROOT : Locale.of(language));
        for (String option : List.of("format", "output", "overwrite")) {
            assertThat(Stream
                    .of("invoices", "customers", "vendors", "statement", "aged", "payments", "products", "check",
                            "overview", "changes", "notes")
                    .map(command -> words.getString("loupe." + command + "." + option)).distinct()).as(option)
                    .hasSize(1);
        }
        assertThat(words.getString("loupe.notes.format")).contains("xlsx", "pdf", "--output");
    }
}
