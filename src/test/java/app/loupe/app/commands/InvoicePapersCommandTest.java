package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.ProblemException;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.RowList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeRows;
import testkit.PdfFile;
import testkit.WatchedReader;
import testkit.cli.CommandsOverFakes;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;

/** {@code loupe invoices --each}: a paper of each invoice. */
class InvoicePapersCommandTest {
    private static final String ACME = "aaaa1111";
    private static final String OTHER = "bbbb2222";

    @TempDir
    Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void twoConnections() throws ProblemException {
        bench.putTwoConnections(ACME, OTHER);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<String> names() throws IOException {
        return names(folder);
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private int papers(Path into, String... more) {
        return bench.run(Stream.concat(Stream.of("invoices", "--format", "pdf", "--each", "--output", into.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void thePaperOfAnInvoiceSaysHowManyInstalmentsAreLate() throws IOException {
        bench.reader.put(ACME, Invoices.inInstalments(4, "INV/2026/0004", "Split Ltd", "10", "70"));

        bench.run("invoices", ACME, "--query", "Split", "--format", "pdf", "--each", "--output", folder.toString());

        assertThat(names()).singleElement().satisfies(name -> assertThat(
                new PdfFile(Files.readAllBytes(file(name))).text()).contains("Overdue", "1 Oct 2026",
                        "2 of 2 instalments late", "last due 17 Oct 2026"));
    }

    @Test
    void eachInvoiceIsAPaperOfItsOwn() throws IOException {
        Path papers = Files.createDirectory(file("papers"));

        assertThat(bench.run("invoices", "--format", "pdf", "--each", "--output", papers.toString())).isZero();

        try (Stream<Path> files = Files.list(papers)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(
                    "Acme INV-2026-0001.pdf", "Acme RINV-1.pdf", "Acme 2.pdf", "Other INV-2026-0001.pdf");
        }
        assertThat(new PdfFile(Files.readAllBytes(papers.resolve("Acme INV-2026-0001.pdf"))).text()).contains(
                "Copy, made with Loupe", "Customer invoice INV/2026/0001", "Consulting",
                "of My Company, made with Loupe")
                .doesNotContain("Acme");
    }

    /** Each company of a server counts for itself, so that the papers of one must not take the place of the other's. */
    @Test
    void whereOneConnectionHasTwoCompaniesTheirNamesStandInFrontAlsoOfThoseOfOne()
            throws IOException, ProblemException {
        bench.reader.put(OTHER, Invoices.ofCompany("Branch Ltd", Invoices.posted(2, "INV/2026/0001", "Deco Addict", "5",
                "5")));
        RowList all = FakeRows.listed(bench.reader.rows(Set.of(new ConnectionId(OTHER))));

        papers(Files.createDirectory(file("all")), OTHER);
        bench.rowSelection = (ids, query, order, removedToo) -> new RowSelection.Selected(InvoiceQuery.EMPTY,
                all.only(all.indexOf(new InvoiceKey(new ConnectionId(OTHER), 2))));
        papers(Files.createDirectory(file("one")), OTHER);

        assertThat(names(file("all"))).containsExactly("Branch Ltd INV-2026-0001.pdf", "My Company INV-2026-0001.pdf");
        assertThat(names(file("one"))).containsExactly("Branch Ltd INV-2026-0001.pdf");
    }

    @Test
    void theFolderOfThePapersIsMadeInOneThatIsThere() throws IOException {
        assertThat(bench.run("invoices", OTHER, "--format", "pdf", "--each", "--output", file("papers").toString()))
                .isZero();

        assertThat(file("papers").resolve("INV-2026-0001.pdf")).isRegularFile();
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("papers"))))
                    .isEqualTo("rwx------");
        }
        assertThat(bench.run("invoices", OTHER, "--format", "pdf", "--each", "--output",
                file("none/papers").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("there is no folder " + file("none"));
        assertThat(names()).containsExactly("papers");
    }

    @Test
    void whereAllThatWereFoundLeftTheCopyThatAloneIsSaid() throws ProblemException {
        RowList before = FakeRows.listed(bench.reader.rows(Set.of(new ConnectionId(ACME))));
        bench.rowSelection = (ids, query, order, removedToo) -> new RowSelection.Selected(InvoiceQuery.EMPTY, before);
        bench.copy = new FakeReader();

        assertThat(bench.run("invoices", ACME, "--format", "pdf", "--each", "--output", file("papers").toString()))
                .isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.messages())
                .contains("Nothing was written.",
                        "Some of the chosen invoices are missing. The copy holds them no longer; so many: 3.")
                .doesNotContain("no invoice was found", "Written:");
        assertThat(file("papers")).doesNotExist();
    }

    @Test
    void whereOneHasLeftTheCopyTheRestIsDoneInPart() throws ProblemException {
        RowList before = FakeRows.listed(bench.reader.rows(Set.of(new ConnectionId(ACME))));
        bench.rowSelection = (ids, query, order, removedToo) -> new RowSelection.Selected(InvoiceQuery.EMPTY, before);
        var left = new FakeReader();
        left.put(ACME, Invoices.posted(1, "INV/2026/0001", "Deco Addict", "1290.5", null));
        bench.copy = left;

        assertThat(bench.run("invoices", ACME, "--format", "pdf", "--each", "--output", file("papers").toString()))
                .isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.messages()).contains("The copy holds them no longer; so many: 2.", "Written:");
        assertThat(file("papers")).isDirectory();
    }

    @Test
    void whereNoInvoiceIsFoundNothingIsSaidToBeWritten() {
        Path papers = file("papers");

        assertThat(bench.run("invoices", "--query", "nobody has this name", "--format", "pdf", "--each", "--output",
                papers.toString())).isZero();

        assertThat(papers).doesNotExist();
        assertThat(bench.terminal.messages()).contains("Nothing was written").doesNotContain("Written:");
    }

    @Test
    void noPaperIsWrittenWhenOneIsThereAlready() throws IOException {
        Files.writeString(file("RINV-1.pdf"), "mine");

        assertThat(bench.run("invoices", ACME, "--format", "pdf", "--each", "--output", folder.toString()))
                .isEqualTo(ExitCode.USAGE);

        assertThat(names()).containsExactly("RINV-1.pdf");
    }

    @Test
    void theCompanyStandsBeforeTheNumberWhereItMeansOneConnection() throws IOException {
        bench.reader.put(OTHER, Invoices.ofCompany("Blue BV", Invoices.posted(2, "INV/2", "Azure", "5", null)));
        bench.reader.put(OTHER, Invoices.ofCompany("Acme", Invoices.posted(3, "INV/3", "Azure", "5", null)));
        bench.reader.put(OTHER, Invoices.ofCompany("", Invoices.posted(4, "INV/4", "Azure", "5", null)));

        assertThat(papers(file("papers"))).isZero();

        assertThat(names(file("papers"))).containsExactlyInAnyOrder("Acme INV-2026-0001.pdf", "Acme RINV-1.pdf",
                "Acme 2.pdf", "Other INV-2026-0001.pdf", "Blue BV INV-2.pdf", "Other INV-3.pdf", "Other INV-4.pdf");
    }

    @Test
    void thePapersAreMadeInTheOrderOfTheList() {
        var asked = new ArrayList<String>();
        bench.copy = WatchedReader.of(bench.reader, (question, about) -> {
            if (question.equals("invoice")) {
                asked.add(String.valueOf(about[0]));
            }
        });

        papers(file("papers"), ACME);

        assertThat(asked).as("the draft has no day and stands first, as in the table").containsExactly(
                "InvoiceKey[connection=aaaa1111, id=2]", "InvoiceKey[connection=aaaa1111, id=3]",
                "InvoiceKey[connection=aaaa1111, id=1]");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenThatIsSaidAndWhatElseLiesThereStays() throws IOException {
        Files.writeString(file("RINV-1.pdf"), "mine");
        Files.writeString(file("mine.txt"), "mine");

        assertThat(papers(folder, ACME, "--overwrite")).isZero();

        assertThat(names()).containsExactly("2.pdf", "INV-2026-0001.pdf", "RINV-1.pdf", "mine.txt");
        assertThat(Files.size(file("RINV-1.pdf"))).isGreaterThan(1000);
        assertThat(Files.readString(file("mine.txt"))).isEqualTo("mine");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsLeftAlone() throws IOException {
        Files.writeString(file("papers"), "mine");

        assertThat(papers(file("papers"), "--overwrite")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("This is no folder. " + file("papers") + " is no folder but")
                .doesNotContain("does not exist", "Make the folder");
        assertThat(papers(file("papers/below"))).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages().split("This is no folder", -1)).hasSize(3);
        assertThat(Files.readString(file("papers"))).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "papers"})
    void whoeverStopsItLeavesNothingBehind(String name) throws IOException {
        bench.interrupts = action -> {
            action.run();
            return () -> {};
        };

        assertThat(papers(file(name))).isEqualTo(ExitCode.PARTIAL);

        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "papers"})
    void whatCannotBeReadInTheMiddleLeavesNothingBehind(String name) throws IOException {
        bench.reader.paymentsFail = true;

        assertThat(papers(file(name))).isNotZero();

        assertThat(names()).isEmpty();
    }
}
