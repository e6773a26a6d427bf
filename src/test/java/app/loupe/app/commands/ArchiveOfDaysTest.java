package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.text.Texts;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
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

        String open = "These days are known up to 23 Nov 2026, the day of the copy; "
                + "what came to Odoo later is missing.";
        assertThat(readme("kept").contains(open)).isEqualTo(told);
        assertThat(bench.terminal.messages().contains(open)).isEqualTo(told);
    }

    @Test
    void theDayIsThatOfTheOldestCopyAndNotOfTheExport() throws IOException, ProblemException {
        bench.connections.put("bbbb2222", "Other", Instant.parse("2026-11-05T10:00:00Z"));

        assertThat(archive("2026-11-01", "2026-11-20")).isZero();

        assertThat(readme("kept")).contains("These days are known up to 5 Nov 2026, the day of the copy;");
    }

    private String kept(String file) throws IOException {
        return Files.readString(folder.resolve("kept").resolve(file)).replace("\ufeff", "");
    }

    /** In five years nobody may have the payment of an invoice but this. */
    @Test
    void anArchiveHoldsWhatSettledItsDocumentsAndWhatWasOpenAtItsEnd() throws IOException {
        LocalDate day = LocalDate.of(2026, 9, 28);
        bench.reader.putOwed(ACME, new OwedItem(12, 0, new OwedItem.Entry(901, null, "BNK/8", "Bank", ""), false,
                new Ref(1, "My Company"), new Ref(7, "Deco Addict"), new Ref(1, "EUR"),
                new OwedItem.Dates(day, null, null), new BigDecimal("-40"), new BigDecimal("-40"),
                new OwedItem.Booked(null, new BigDecimal("-40"), new BigDecimal("-40")), List.of()));

        assertThat(archive("2026-09-01", "2026-09-30")).isZero();

        assertThat(kept("settlements.csv")).hasLineCount(2)
                .contains(",2026-09-30,Deco Addict,INV/2026/0001,out_invoice,1000.00,EUR,BNK/7,Bank,,paid");
        assertThat(kept("open-items-receivable.csv")).hasLineCount(3)
                .contains("INV/2026/0001,2026-09-18,", ",290.50,EUR", "BNK/8,2026-09-28,", ",-40.00,EUR");
        assertThat(kept("open-items-payable.csv")).hasLineCount(1);
        assertThat(kept("CHAIN.txt")).contains("  settlements.csv\n", "  open-items-payable.csv\n");
        assertThat(readme("kept")).contains("settlements.csv has what was settled", "open-items-receivable.csv");
    }

    @Test
    void whatWasSettledLaterIsOpenInAnArchiveThatEndsBefore() throws IOException {
        assertThat(archive("2026-09-01", "2026-09-29")).isZero();

        assertThat(kept("settlements.csv")).hasLineCount(1);
        assertThat(kept("open-items-receivable.csv")).hasLineCount(2).contains(",1290.50,EUR");
    }

    private void owed(long id, @Nullable MoveType type, String number, String amount, LocalDate day,
            @Nullable LocalDate due) {
        bench.reader.putOwed(ACME, new OwedItem(id, type == null ? 0 : 500 + id,
                new OwedItem.Entry(500 + id, type, number, "Sales", ""), false,
                new Ref(1, "My Company"), new Ref(7, "Deco Addict"), new Ref(1, "EUR"),
                new OwedItem.Dates(day, due, day), new BigDecimal(amount), new BigDecimal(amount),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(amount)), List.of()));
    }

    /** Today is 23 November: a year that is not over is as of today, as a pack is, and nothing is late before its day. */
    @Test
    void whatIsOpenInDaysThatAreNotOverIsAsOfToday() throws IOException {
        owed(40, MoveType.CUSTOMER_INVOICE, "INV/DEC", "300", LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 15));
        owed(41, MoveType.CUSTOMER_INVOICE, "INV/LATER", "70", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1));

        assertThat(archive("2026-01-01", "2026-12-31")).isZero();

        assertThat(kept("open-items-receivable.csv")).contains("INV/DEC,2026-11-20,2026-12-15,0,not_due,300.00,EUR")
                .doesNotContain("INV/LATER");
        assertThat(readme("kept")).contains("open on their last day, or on the day on which this was made")
                .contains("As of 23 Nov 2026");
    }

    /** The CSV has no place for it: what is in no row is told beside it. */
    @Test
    void theReadmesSayWhatTheListsThemselvesCannot() throws IOException {
        owed(12, null, "BNK/8", "-40", LocalDate.of(2026, 9, 28), null);
        String unmatched = "40.00 in these days were not matched with a document at their end";

        assertThat(archive("2026-09-01", "2026-09-30")).isZero();
        assertThat(bench.run("export", "--pack", "2026-09", "--output", folder.resolve("sept").toString())).isZero();

        assertThat(readme("kept")).contains("\nsettlements.csv\n    ").containsOnlyOnce(unmatched)
                .contains("\nopen-items-receivable.csv\n    As of 30 Sep 2026\n");
        assertThat(readme("sept")).contains("\npayments.csv\n    ").containsOnlyOnce(unmatched)
                .contains("\naged-payable.csv\n    As of 30 Sep 2026\n");
    }

    private void copied(String instant) throws ProblemException {
        bench.connections.put(ACME, "Acme", Instant.parse(instant));
    }

    /** Today is 23 November: a copy that ends earlier lacks what was booked since, in a time that is over as in one that is not. */
    @ParameterizedTest
    @CsvSource({"2026-10, 2026-10-20T10:00:00Z, 20 Oct 2026", "2026-10, 2026-10-31T10:00:00Z, 31 Oct 2026",
        "2026-10, 2026-11-01T10:00:00Z, ", "2026-11, 2026-11-05T10:00:00Z, 5 Nov 2026",
        "2026-Q3, 2026-07-02T10:00:00Z, 2 Jul 2026", "2026-11, 2026-11-23T10:00:00Z, 23 Nov 2026"})
    void aPackSaysOnEverySheetHowFarTheCopyKnowsItsDays(String period, String copy, String told)
            throws IOException, ProblemException {
        copied(copy);
        assertThat(bench.run("export", "--pack", period, "--json", "--output", folder.resolve("pack").toString()))
                .isZero();

        String open = "These days are known up to " + told
                + ", the day of the copy; what came to Odoo later is missing.";
        assertThat(readme("pack").contains("These days are known")).isEqualTo(told != null);
        assertThat(bench.terminal.output().contains("\"known_to\":null")).isEqualTo(told == null);
        if (told != null) {
            assertThat(readme("pack")).contains(open);
            assertThat(about("pack").split(open, -1)).as("a line for each sheet").hasSize(sheets("pack"));
        }
    }

    private String about(String of) throws IOException {
        try (var book = new ReadableWorkbook(workbook(of))) {
            return book.findSheet("About").orElseThrow().read().toString();
        }
    }

    private int sheets(String of) throws IOException {
        try (var book = new ReadableWorkbook(workbook(of))) {
            return (int) book.getSheets().count();
        }
    }

    private File workbook(String of) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(of))) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).findFirst().orElseThrow().toFile();
        }
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
