package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** What an archive or a pack says of itself to somebody who opens it years later. */
class ArchiveOfDaysTest {
    private static final String ACME = "aaaa1111";

    @TempDir
    private Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    /** The day of the commands is 23 November 2026. */
    @BeforeEach
    void someDocuments() throws ProblemException {
        ExportedBooks.into(bench, ACME);
    }

    private int archive(String from, String to) {
        return bench.run("export", "--archive", "--from", from, "--to", to, "--output",
                folder.resolve("kept").toString());
    }

    private String readme(String of) throws IOException {
        return Files.readString(folder.resolve(of).resolve("README.txt"));
    }

    @Test
    void daysThatHaveNotBegunAreRefusedBeforeAnythingIsOpened() {
        assertThat(archive("2026-11-24", "2026-12-31")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.messages()).contains("have not begun");
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, true", "2026-12-31, true", "2026-11-23, true", "2026-11-22, false", "2026-10-31, false"})
    void theDayOfTheCopyIsToldWhereTheDaysReachIt(String to, boolean told) throws IOException {
        assertThat(archive("2026-01-01", to)).isZero();

        String open = "The archive knows these days up to 23 Nov 2026, the day of the copy; "
                + "what came to Odoo later is missing.";
        assertThat(readme("kept").contains(open)).isEqualTo(told);
        assertThat(bench.terminal.messages().contains(open)).isEqualTo(told);
    }

    @Test
    void theDayIsThatOfTheOldestCopyAndNotOfTheExport() throws IOException, ProblemException {
        bench.connections.put("bbbb2222", "Other", Instant.parse("2026-11-05T10:00:00Z"));

        assertThat(archive("2026-11-01", "2026-11-20")).isZero();

        assertThat(readme("kept")).contains("The archive knows these days up to 5 Nov 2026, the day of the copy;");
    }

    @Test
    void aProgramIsToldTheDayOfTheCopyWhereTheDaysReachIt() {
        assertThat(bench.run("export", "--archive", "--from", "2026-01-01", "--to", "2026-12-31", "--json", "--output",
                folder.resolve("open").toString())).isZero();
        assertThat(bench.terminal.output()).contains("\"known_to\":\"2026-11-23\"");

        assertThat(bench.run("export", "--archive", "--from", "2026-01-01", "--to", "2026-10-31", "--json", "--output",
                folder.resolve("over").toString())).isZero();
        assertThat(bench.terminal.output().lines().toList().getLast()).contains("\"known_to\":null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void whatIsKeptForYearsSaysInWhichZoneItsTimeIs(String language) throws IOException {
        bench.texts = new Texts(Locale.of(language));
        assertThat(archive("2026-01-01", "2026-10-31")).isZero();
        assertThat(bench.run("export", "--pack", "2026-09", "--output", folder.resolve("sept").toString())).isZero();

        assertThat(readme("kept")).contains("12:00 +00:00");
        assertThat(readme("sept")).contains("12:00 +00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void windowsChecksEachFileByWhatItHas(String language) throws IOException {
        bench.texts = new Texts(Locale.of(language));
        assertThat(archive("2026-01-01", "2026-10-31")).isZero();
        assertThat(bench.run("export", "--pack", "2026-09", "--output", folder.resolve("sept").toString())).isZero();

        assertThat(readme("kept")).contains("PowerShell", "\n    Get-Content MANIFEST.sha256 -Encoding UTF8 | ",
                "Get-FileHash -LiteralPath $name", "sha256sum -c MANIFEST.sha256");
        assertThat(readme("sept")).contains("\n    Get-Content MANIFEST.sha256 -Encoding UTF8 | ");
    }

    @Test
    void theReadmeSaysWhichSignAmountsHaveInWhichFile() throws IOException {
        assertThat(archive("2026-01-01", "2026-10-31")).isZero();

        assertThat(readme("kept")).contains("negative in the CSV files and in the spreadsheet", "direction",
                "Debit, credit, balance and amount_currency of journal items are Odoo\u2019s own",
                "Amounts in company currency have Odoo\u2019s sign everywhere.")
                .doesNotContain("holds the same");
    }

    /** Odoo keeps no address of the day of an invoice. */
    @Test
    void theReadmesSayOfWhichDayAddressesAre() throws IOException {
        assertThat(archive("2026-01-01", "2026-10-31")).isZero();
        assertThat(bench.run("export", "--pack", "2026-09", "--output", folder.resolve("sept").toString())).isZero();

        assertThat(List.of(readme("kept"), readme("sept"))).allSatisfy(text -> assertThat(text)
                .contains("Addresses and VAT numbers are those of the day of the copy."));
    }
}
