package app.loupe.app.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.Invoices;
import testkit.cli.ZipCopies;

class ExportCommandTest {
    private static final String SCRIPT_END = "sorted(left)))";
    private static final String ACME = "aaaa1111";
    private static final String PHRASE = "tokar bilun safep domek";

    @TempDir
    Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    /** Invoices of the kit have the invoice date 2026-09-17 and the accounting date 2026-09-18. */
    @BeforeEach
    void someDocuments() throws ProblemException {
        ExportedBooks.into(bench, ACME);
    }

    private int export(String... arguments) {
        return bench.run(Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray(String[]::new));
    }

    private int pack(String name, String... more) {
        return export(Stream.concat(Stream.of("--pack", "2026-09", "--output", folder.resolve(name).toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private int archive(String name, String... more) {
        return export(Stream.concat(Stream.of("--archive", "--from", "2026-01-01", "--to", "2026-12-31", "--output",
                folder.resolve(name).toString()), Stream.of(more)).toArray(String[]::new));
    }

    private static List<String> tree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file)).replace("\ufeff", "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(at -> Files.isExecutable(Path.of(at, tool)));
    }

    private static int run(Path at, Path output, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).directory(at.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start().waitFor();
    }

    @Test
    void aPackAnswersEachQuestionOfTheMonthOnASheetAndAsCsv() throws IOException {
        assertThat(pack("sept")).isZero();
        assertThat(tree(folder.resolve("sept"))).containsExactlyInAnyOrder("MANIFEST.sha256", "README.txt",
                "aged-payable.csv", "aged-receivable.csv", "bills.csv", "changes.csv", "invoices.csv",
                "month-end-2026-09.xlsx", "open-items-payable.csv", "open-items-receivable.csv", "payments.csv",
                "taxes.csv");
        try (var book = new ReadableWorkbook(folder.resolve("sept/month-end-2026-09.xlsx").toFile())) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("Invoices", "Bills", "Payments",
                    "Aged receivable", "Aged payable", "Open items receivable", "Open items payable", "Taxes",
                    "What changed", "About");
        }
        assertThat(read("sept/invoices.csv").lines().skip(1).map(line -> line.split(",", -1)[0]))
                .containsExactlyInAnyOrder("INV/2026/0001", "RINV/1");
        assertThat(read("sept/bills.csv")).contains("BILL/1").hasLineCount(2);
        assertThat(read("sept/payments.csv"))
                .contains("My Company,2026-09-30,Deco Addict,INV/2026/0001,out_invoice,1000.00",
                        "BNK/7,Bank")
                .hasLineCount(2);
        assertThat(read("sept/README.txt")).contains("There was nothing to list: ").doesNotContain("to list: Invoices",
                "Bills,");
        assertThat(bench.terminal.output()).contains("3 documents in 12 files");
        assertThat(bench.terminal.messages()).contains("plain form");
    }

    @Test
    void whatWasOwedIsAsOfTheLastDayOfTheMonth() throws IOException {
        assertThat(pack("sept")).isZero();
        // the payment came on the last day: 290.50 of it, 12 days late
        assertThat(read("sept/aged-receivable.csv").lines().skip(1))
                .singleElement().asString().contains("Deco Addict").containsPattern("290.50?.*290.50?");
        assertThat(read("sept/README.txt")).contains("Month-end pack of 2026-09", "sha256sum -c MANIFEST.sha256");
    }

    @Test
    void aPackOfAMonthWithoutAnythingIsAPackToo() throws IOException {
        assertThat(export("--pack", "2026-03", "--output", folder.resolve("march").toString())).isZero();

        assertThat(read("march/invoices.csv")).hasLineCount(1);
        assertThat(read("march/README.txt")).contains("There was nothing to list: Invoices, Bills, Payments, ");
        assertThat(bench.terminal.output()).contains("no documents");
    }

    @Test
    void sha256sumFindsNothingWrongAndThenWhatWasChanged() throws IOException, InterruptedException {
        assumeTrue(isThere("sha256sum"));
        pack("sept");
        Path sept = folder.resolve("sept");

        assertThat(run(sept, folder.resolve("log"), "sha256sum", "--strict", "-c", "MANIFEST.sha256")).isZero();
        assertThat(Files.readAllLines(sept.resolve("MANIFEST.sha256"))).hasSize(11);
        Files.writeString(sept.resolve("bills.csv"), "other");
        assertThat(run(sept, folder.resolve("log"), "sha256sum", "-c", "MANIFEST.sha256")).isNotZero();
        assertThat(read("log")).contains("bills.csv: FAILED");
    }

    @Test
    void anArchiveHoldsEveryDocumentThatIsNoDraft() throws IOException {
        assertThat(archive("kept")).isZero();
        assertThat(tree(folder.resolve("kept"))).containsExactlyInAnyOrder("CHAIN.txt", "MANIFEST.sha256", "README.txt",
                "invoices.csv", "invoices.jsonl", "invoices.xlsx", "journal-items.csv", "open-items-payable.csv",
                "open-items-receivable.csv", "settlements.csv", "pdf/BILL-1.pdf", "pdf/INV-2026-0001.pdf",
                "pdf/INV-2026-0002.pdf", "pdf/INV-2026-0003.pdf", "pdf/RINV-1.pdf");
        assertThat(read("kept/invoices.csv")).contains("removed_in_odoo").hasLineCount(6);
        assertThat(read("kept/invoices.jsonl")).hasLineCount(5).contains("\"lines\":[{");
        assertThat(Files.readAllBytes(folder.resolve("kept/pdf/BILL-1.pdf"))).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void theChainIsWhatItSaysAndEndsInTheSeal() throws IOException {
        archive("kept");

        String value = "0".repeat(64);
        List<String> chained = Files.readAllLines(folder.resolve("kept/CHAIN.txt"));
        for (String line : chained) {
            String entry = line.substring(65);
            value = sha256((value + entry).getBytes(UTF_8));
            assertThat(line).isEqualTo(value + " " + entry);
            assertThat(sha256(Files.readAllBytes(folder.resolve("kept").resolve(entry.substring(66)))))
                    .isEqualTo(entry.substring(0, 64));
        }
        assertThat(chained).hasSize(tree(folder.resolve("kept")).size() - 2);
        assertThat(bench.terminal.output()).contains("Seal: " + value);
    }

    @Test
    void theScriptOfTheReadmePrintsTheSealAndFindsWhatWasChanged() throws IOException, InterruptedException {
        assumeTrue(isThere("python3"));
        archive("kept");
        Path kept = folder.resolve("kept");
        // as they stand: whoever copies them takes no margin away
        String readme = read("kept/README.txt");
        Files.writeString(kept.resolve("check.py"), readme.substring(readme.indexOf("import hashlib"),
                readme.indexOf(SCRIPT_END) + SCRIPT_END.length()));
        assertThat(readme).contains("\nimport hashlib");

        assertThat(run(kept, folder.resolve("log"), "python3", "check.py")).as(read("log")).isZero();
        String seal = read("log").strip();
        assertThat(bench.terminal.output()).contains("Seal: " + seal);
        // as Finder and Explorer leave them
        for (String left : List.of(".DS_Store", "pdf/.DS_Store", "pdf/Thumbs.db", "desktop.ini", "pdf/._BILL-1.pdf")) {
            Files.writeString(kept.resolve(left), "view");
        }
        assertThat(run(kept, folder.resolve("log"), "python3", "check.py")).as(read("log")).isZero();
        Files.writeString(kept.resolve("pdf/BILL-9.pdf"), "added");
        assertThat(run(kept, folder.resolve("log"), "python3", "check.py")).isNotZero();
        assertThat(read("log")).contains("added: pdf/BILL-9.pdf", seal);
        Files.delete(kept.resolve("pdf/BILL-9.pdf"));
        Files.writeString(kept.resolve("pdf/BILL-1.pdf"), "other");
        assertThat(run(kept, folder.resolve("log"), "python3", "check.py")).isNotZero();
        assertThat(read("log")).contains("changed: pdf/BILL-1.pdf");
    }

    @Test
    void aZipHoldsTheSameFiles() throws IOException {
        archive("kept");
        assertThat(archive("kept.zip")).isZero();

        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(Files.newInputStream(folder.resolve("kept.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("invoices.csv")) {
                    assertThat(zip.readAllBytes())
                            .isEqualTo(Files.readAllBytes(folder.resolve("kept/invoices.csv")));
                }
            }
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(tree(folder.resolve("kept")));
    }

    @Test
    void anEncryptedZipOpensByItsDefinitionWithThePassphraseAlone() throws IOException, GeneralSecurityException {
        archive("kept");
        int before = bench.terminal.messages().length();
        bench.terminal.stdin(PHRASE + "\n");
        assertThat(archive("kept.zip", "--encrypt-stdin")).as(bench.terminal.messages()).isZero();

        byte[] zip = Files.readAllBytes(folder.resolve("kept.zip"));
        byte[] csv = Files.readAllBytes(folder.resolve("kept/invoices.csv"));
        assertThat(ZipCopies.decrypted(zip, "invoices.csv", PHRASE)).contains(csv);
        assertThat(ZipCopies.decrypted(zip, "invoices.csv", PHRASE + "x")).isEmpty();
        assertThat(new String(zip, UTF_8)).doesNotContain("Deco Addict", PHRASE);
        assertThat(bench.terminal.messages().substring(before)).contains("are encrypted").doesNotContain("plain form");
    }

    /** The data folder's own, which a keyring makes needless, would be known to whoever gets the archive. */
    @Test
    void thePassphraseOfTheDataFolderEncryptsNoArchive() throws IOException, GeneralSecurityException {
        bench.terminal.stdin(PHRASE + " of the folder\n" + PHRASE + "\n");
        assertThat(pack("sept.zip", "--passphrase-stdin", "--encrypt-stdin")).as(bench.terminal.messages()).isZero();

        assertThat(ZipCopies.decrypted(Files.readAllBytes(folder.resolve("sept.zip")), "taxes.csv", PHRASE))
                .isPresent();
    }

    @Test
    void aPassphraseIsChosenTwiceAtTheTerminalAndWiped() throws IOException, GeneralSecurityException {
        bench.terminal.typing(PHRASE, PHRASE);
        assertThat(pack("sept.zip", "--encrypt")).isZero();

        assertThat(bench.terminal.passwordsGiven).hasSize(2)
                .allSatisfy(given -> assertThat(new String(given)).isEqualTo("\0".repeat(given.length)));
        assertThat(ZipCopies.decrypted(Files.readAllBytes(folder.resolve("sept.zip")), "taxes.csv", PHRASE))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaaaaaaaaaaaa", "tökar bilun safep domek vimun", ""})
    void aWeakPassphraseOrOneThatProgramsReadDifferentlyWritesNothing(String phrase) throws IOException {
        bench.terminal.stdin(phrase + "\n");

        assertThat(pack("sept.zip", "--encrypt-stdin")).isEqualTo(ExitCode.USAGE);

        assertThat(tree(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-month", "last month", "10/2026", "October"})
    void aPackIsOfAMonthInTheWordsOfTheSearch(String month) {
        assertThat(export("--pack", month, "--output", folder.resolve("pack").toString())).isZero();

        assertThat(folder.resolve("pack").resolve("month-end-2026-10.xlsx")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output x", "--pack 2026-09 --archive --output x",
        "--pack 2026-Q3 --from 2026-09-01 --output x", "--pack 2027-01 --output x", "--pack 2027-Q1 --output x",
        "--pack 2026-Q5 --output x", "--archive --output x",
        "--archive --from 2026-02-01 --to 2026-01-01 --output x", "--pack 2026-09 --encrypt --output x",
        "--pack whenever --output x", "--pack 2026-09"})
    void whatCannotBeIsRefusedBeforeAnythingIsOpened(String arguments) {
        assertThat(export(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.messages()).isNotBlank();
    }

    @Test
    void aFolderIsNeverReplacedAndAZipOnlyWhenThatIsSaid() throws IOException {
        Files.createDirectory(folder.resolve("sept"));
        Files.writeString(folder.resolve("sept.zip"), "mine");

        assertThat(pack("sept", "--overwrite")).isEqualTo(ExitCode.USAGE);
        assertThat(pack("sept.zip")).isEqualTo(ExitCode.USAGE);
        assertThat(read("sept.zip")).isEqualTo("mine");
        assertThat(folder.resolve("sept")).isEmptyDirectory();
        assertThat(pack("sept.zip", "--overwrite")).isZero();
        assertThat(Files.size(folder.resolve("sept.zip"))).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "kept.zip"})
    void whoeverStopsItLeavesNothingBehind(String name) throws IOException {
        bench.interrupts = action -> {
            action.run();
            return () -> {};
        };

        assertThat(archive(name)).isNotZero();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadInTheMiddleLeavesNothingBehind() throws IOException {
        bench.reader.paymentsFail = true;

        assertThat(archive("kept")).isNotZero();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void programsAreToldInJson() {
        assertThat(archive("kept", "--json")).isZero();

        assertThat(bench.terminal.output()).contains(
                "\"documents\":5,\"missing\":0,\"mixed\":false,\"files\":15,\"seal\":\"",
                "\"encrypted\":false");
    }

    @Test
    void anotherConnectionIsLeftOut() throws IOException, ProblemException {
        bench.connections.put("bbbb2222", "Other", CommandsOverFakes.NOW);
        bench.reader.put("bbbb2222", Invoices.posted(1, "OTHER/1", "Azure", "5", null));

        assertThat(pack("both")).isZero();
        assertThat(pack("one", ACME)).isZero();

        assertThat(read("both/invoices.csv")).contains("OTHER/1");
        assertThat(read("one/invoices.csv")).doesNotContain("OTHER/1");
    }

    @Test
    void aPersonSeesHowFarItIsAndAProgramDoesNot() {
        bench.terminal.typing();

        assertThat(export("--pack", "2026-09", "--output", folder.resolve("seen").toString())).isZero();

        assertThat(bench.terminal.messages()).contains("\rreading the copy", "6 of 6 documents")
                .contains(" \rThis file holds").doesNotContain("secret");
        int before = bench.terminal.messages().length();

        assertThat(export("--pack", "2026-09", "--json", "--output", folder.resolve("unseen").toString())).isZero();

        assertThat(bench.terminal.messages().substring(before)).doesNotContain("\r", "reading the copy");
    }

    @Test
    void aCurrencyChoosesWhatIsInAPackAndAnArchive() throws IOException {
        bench.reader.put(ACME, Invoices.invoice(7, "INV/2026/0007", MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(7, "Deco Addict"), "70", "70", new Ref(2, "USD"), List.of()));

        assertThat(pack("dollars", "--currency", "usd")).isZero();
        assertThat(archive("all-dollars", "--currency", "USD", "--json")).isZero();
        assertThat(pack("euros", "--currency", "EUR")).isZero();

        assertThat(read("dollars/invoices.csv")).contains("INV/2026/0007").hasLineCount(2);
        assertThat(read("dollars/bills.csv")).hasLineCount(1);
        assertThat(read("dollars/payments.csv")).hasLineCount(1);
        assertThat(read("dollars/aged-receivable.csv")).hasLineCount(1);
        assertThat(read("dollars/README.txt")).contains("Filters: USD");
        assertThat(read("all-dollars/invoices.csv")).contains("INV/2026/0007").hasLineCount(2);
        assertThat(read("all-dollars/README.txt")).contains("Filters: USD");
        assertThat(bench.terminal.output()).contains("\"documents\":1,\"missing\":0,");
        assertThat(read("euros/invoices.csv")).doesNotContain("INV/2026/0007").hasLineCount(3);
        assertThat(read("euros/aged-receivable.csv")).hasLineCount(2);
        assertThat(read("euros/README.txt")).contains("Filters: EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"euros", "", "E R", "12.5"})
    void whatIsNoCurrencyIsRefusedInTheSameWordsEverywhere(String word) {
        assertThat(export("--pack", "2026-09", "--output", "x", "--currency", word)).isEqualTo(ExitCode.USAGE);
        for (String command : List.of("overview", "customers", "vendors", "aged", "products", "payments", "check",
                "changes", "notes")) {
            int before = bench.terminal.messages().length();
            assertThat(bench.run(command, "--currency", word)).as(command).isEqualTo(ExitCode.USAGE);
            assertThat(bench.terminal.messages().substring(before)).as(command).isEqualTo(
                    "What is after --currency is not a currency. Write its code, for example EUR.\n");
        }
    }
}
