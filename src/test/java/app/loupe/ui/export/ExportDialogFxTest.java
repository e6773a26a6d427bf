package app.loupe.ui.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.cli.ZipCopies;
import testkit.window.ExportWindow;
import testkit.window.Fx;
import testkit.window.Keys;
import testkit.window.Pictures;

/** Invoices are exported in the window, with the rows that the command line writes. */
class ExportDialogFxTest {
    @TempDir
    Path folder;

    private final TradingCopy copy = TradingCopy.business();
    private ExportWindow window;

    @BeforeEach
    void open() {
        window = new ExportWindow(copy, folder, Locale.ENGLISH);
        window.press("#nav-invoices").await(".invoice-table");
        window.await("#export-button");
        Fx.await("rows", () -> !window.findAll(".invoice-table .table-row-cell:filled").isEmpty());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TableView<?> table() {
        return (TableView<?>) window.findAll(".invoice-table").getFirst();
    }

    /** All kinds of documents, as the command lists them. */
    private void showAll() throws ProblemException {
        int all = copy.rows(Set.of(FakeInvoices.ACME)).size();
        Fx.run(() -> window.findAll(".chip").stream().filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).filter(ToggleButton::isSelected).forEach(ToggleButton::fire));
        Fx.await("all are shown", () -> table().getItems().size() == all);
    }

    private static Map<String, List<List<String>>> sheets(Path file) throws IOException {
        var sheets = new HashMap<String, List<List<String>>>();
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                var rows = new ArrayList<List<String>>();
                sheet.read().forEach(row -> rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText())
                        .toList()));
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private Path command(String name, String... more) {
        Path file = folder.resolve(name);
        int exit = window.commands.run(Stream.concat(Stream.of("invoices", "acme0000", "--output", file.toString()),
                Stream.of(more)).toArray(String[]::new));
        assertThat(exit).isZero();
        return file;
    }

    @Test
    void theSpreadsheetIsTheOneOfTheCommandLine() throws IOException, ProblemException {
        showAll();
        window.openExport();
        assertThat(window.text("#export-into"))
                .isEqualTo(folder.resolve("Acme Trading invoices 2026-11-23.xlsx").toString());

        Path written = window.export();

        assertThat(sheets(written)).isEqualTo(sheets(command("command.xlsx")));
        assertThat(window.text("#export-written")).contains(written.toString());
        window.press("#export-show");
        assertThat(window.shown).containsExactly(written);
    }

    @Test
    void withLinesItHasTheLinesOfTheCommandLineInTheOrderShown() throws IOException, ProblemException {
        showAll();
        window.openExport().press("#export-lines").press("#export-as-csv");
        List<String> rows = Files.readAllLines(window.export(), UTF_8);

        List<String> wanted = Files.readAllLines(command("command.csv", "--lines"), UTF_8);
        assertThat(rows).containsExactlyInAnyOrderElementsOf(wanted).hasSizeGreaterThan(300);
        assertThat(rows.getFirst()).isEqualTo(wanted.getFirst());
        assertThat(rows.get(1)).contains(",INV/2026/00758,");
    }

    @Test
    void whatIsFilteredAwayIsNotInTheFile() throws IOException {
        window.openExport().press("#export-as-jsonl");
        List<String> rows = Files.readAllLines(window.export(), UTF_8);

        assertThat(rows).allMatch(row -> row.contains("out_invoice"))
                .hasSizeLessThan(Files.readAllLines(command("command.jsonl"), UTF_8).size());
        window.press("#export-done");
        assertThat(Fx.get(() -> window.findAll("#export-card"))).isEmpty();
    }

    @Test
    void thePlaceIsPlainTextAndItsButtonSaysItToAScreenReader() {
        window.openExport();

        assertThat(Fx.get(() -> window.findAll("#export-into").getFirst().isFocusTraversable())).isFalse();
        assertThat(Fx.get(() -> window.findAll("#export-into").getFirst())).isInstanceOf(Label.class);
        assertThat(Fx.get(() -> window.findAll("#export-into").getFirst().getAccessibleHelp())).as("in its tip")
                .isEqualTo(window.text("#export-into"));
        assertThat(Fx.get(() -> window.findAll("#export-choose").getFirst().getAccessibleHelp()))
                .isNotEmpty().isEqualTo(window.text("#export-into"));
    }

    @Test
    void selectedRowsAreOfferedAlone() throws IOException {
        Fx.run(() -> table().getSelectionModel().selectRange(2, 5));
        window.openExport().press("#export-selected").press("#export-as-csv");
        assertThat(window.text("#export-selected")).isEqualTo("3 selected");

        assertThat(Files.readAllLines(window.export(), UTF_8)).hasSize(4);
    }

    @Test
    void aFileOfSelectedRowsSaysThatTheyAreAPart() throws IOException {
        int shown = Fx.get(() -> table().getItems().size());
        Fx.run(() -> table().getSelectionModel().selectRange(2, 5));
        window.openExport().press("#export-selected");
        assertThat(window.text("#export-into"))
                .isEqualTo(folder.resolve("Acme Trading invoices 2026-11-23 selected.xlsx").toString());

        assertThat(sheets(window.export()).values()).anySatisfy(rows -> assertThat(rows)
                .anySatisfy(row -> assertThat(String.join("", row)).startsWith("Filters: ")
                        .endsWith("3 of " + shown + " selected")));
    }

    @Test
    void aPaperOfEachLiesInAFolderOfItsOwn() throws IOException {
        Fx.run(() -> table().getSelectionModel().selectRange(0, 2));
        window.openExport().press("#export-selected").press("#export-as-pdf-each");
        assertThat(window.text("#export-into"))
                .isEqualTo(folder.resolve("Acme Trading invoices 2026-11-23 selected").toString());

        try (Stream<Path> papers = Files.list(window.export())) {
            assertThat(papers.map(paper -> paper.getFileName().toString()))
                    .containsExactlyInAnyOrder("INV-2026-00758.pdf", "INV-2026-00756.pdf");
        }
    }

    @Test
    void thePackOfAMonthIsAZipNamedByIt() throws IOException {
        window.openExport();
        assertThat(window.text("#export-of")).contains("shown");
        window.press("#export-pack");
        assertThat(window.text("#export-of")).isEqualTo("All documents of Acme Trading, whatever is shown now");
        assertThat(window.text("#export-into"))
                .isEqualTo(folder.resolve("Acme Trading month-end 2026-10.zip").toString());

        try (var zip = new ZipInputStream(Files.newInputStream(window.export()))) {
            var names = new ArrayList<String>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            assertThat(names).contains("month-end-2026-10.xlsx", "MANIFEST.sha256", "invoices.csv");
            assertThat(window.text("#export-counts"))
                    .matches("October 2026: \\d+ documents? in " + names.size() + " files");
        }
    }

    @Test
    void anArchiveIsSealedAndOpensWithThePassphraseAlone() throws Exception {
        window.openExport().press("#export-archive");
        Fx.run(() -> ((CheckBox) window.findAll("#export-protect").getFirst()).fire());
        window.type("#export-phrase", "short");
        window.press("#export-go");
        assertThat(window.text("#export-note")).contains("not the same");
        assertThat(spoken("#export-go")).isEqualTo(window.text("#export-note"));
        window.type("#export-again", "short");
        window.press("#export-go");
        assertThat(window.text("#export-note")).contains("too easy to guess");
        assertThat(files()).isEmpty();

        window.press("#export-take");
        byte[] zip = Files.readAllBytes(window.export());

        assertThat(ZipCopies.decrypted(zip, "CHAIN.txt", ExportWindow.PHRASE)).get()
                .satisfies(chain -> assertThat(new String(chain, UTF_8)).contains(window.text("#export-seal")));
        assertThat(window.text("#export-seal")).hasSize(64);
        assertThat(ZipCopies.decrypted(zip, "CHAIN.txt", "another passphrase")).isEmpty();
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenTheOwnerSaysSo() throws IOException {
        window.openExport().press("#export-as-csv");
        Path place = Path.of(window.text("#export-into"));
        Files.writeString(place, "mine");

        window.press("#export-go");
        Fx.await("refused", () -> !window.findAll("#export-note").isEmpty());
        assertThat(place).hasContent("mine");
        assertThat(window.text("#export-go")).isEqualTo("Replace the file");
        assertThat(window.text("#export-note")).doesNotContain("--overwrite");

        window.export();
        assertThat(Files.readString(place)).contains("INV/2026/00758");
        assertThat(files()).hasSize(1);
    }

    @Test
    void thePlaceThatTheOwnerChoseIsTakenWithTheEndingOfTheForm() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        window.chosen = Optional.of(mine.resolve("november"));
        window.openExport().press("#export-choose");
        assertThat(window.proposed).containsExactly(folder.resolve("Acme Trading invoices 2026-11-23.xlsx"));
        assertThat(window.text("#export-into")).isEqualTo(mine.resolve("november.xlsx").toString());

        assertThat(window.export()).exists();
        assertThat(files()).containsExactly(mine);
    }

    @Test
    void aFolderThatIsGoneIsToldWhereItIsChosen() throws IOException {
        window.chosen = Optional.of(folder.resolve("gone").resolve("a.xlsx"));
        window.openExport().press("#export-choose").press("#export-go");

        Fx.await("told", () -> !window.findAll("#export-note").isEmpty());
        assertThat(window.text("#export-note")).contains("This folder does not exist").contains("gone");
        assertThat(files()).isEmpty();
        window.chosen = Optional.of(folder.resolve("a.xlsx"));
        window.press("#export-choose");
        assertThat(window.export()).exists();
    }

    @Test
    void keysOpenExportAndCloseIt() {
        window.key(KeyCode.E, true);
        window.await("#export-card");
        Fx.await("a place", () -> !window.findAll("#export-into").isEmpty());
        assertThat(Fx.get(() -> window.stage().getScene().getFocusOwner().getId())).isEqualTo("export-go");

        window.key(KeyCode.ESCAPE, false);
        assertThat(Fx.get(() -> window.findAll("#export-card"))).isEmpty();

        Fx.run(() -> window.root().fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
        window.await("#shortcut-sheet");
        assertThat(window.texts(".shortcut-name")).contains("Export what is shown");
    }

    @Test
    void escapeWhileItIsWrittenStopsItAndTheCardSaysSo() {
        window.openExport();
        Fx.run(() -> {
            ((Button) window.findAll("#export-go").getFirst()).fire();
            window.stage().getScene().getFocusOwner()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        });

        Fx.await("told", () -> window.findAll("#export-note").stream().map(Labeled.class::cast)
                .anyMatch(said -> said.getText().startsWith("Stopped"))
                || !window.findAll("#export-done").isEmpty());
        assertThat(Fx.get(() -> window.findAll("#export-card"))).hasSize(1);
    }

    @Test
    void thePassphraseIsForgottenOnceItIsWritten() {
        window.openExport().press("#export-archive");
        Fx.run(() -> ((CheckBox) window.findAll("#export-protect").getFirst()).fire());
        window.press("#export-take");
        var fields = List.of("#export-phrase", "#export-again", "#export-offered");
        List<TextField> before = Fx.get(() -> fields.stream()
                .map(id -> (TextField) window.findAll(id).getFirst()).toList());
        assertThat(Fx.get(() -> before.stream().map(TextField::getLength).toList()))
                .containsOnly(ExportWindow.PHRASE.length());

        window.export();

        assertThat(Fx.get(() -> before.stream().map(TextField::getLength).toList())).containsOnly(0);
    }

    @Test
    void whatTheCopyHoldsNoLongerIsToldWhenItIsWritten() throws IOException {
        copy.invoices().lose("INV/2026/00758");

        window.openExport().press("#export-as-csv");
        assertThat(Files.readString(window.export())).doesNotContain("INV/2026/00758");

        assertThat(window.texts("#export-missing")).containsExactly(
                "Not in the file, because the copy holds them no longer: 1 document.");
        assertThat(spoken("#export-done")).contains(window.text("#export-written"), window.text("#export-missing"));
    }

    /** What a screen reader says of a button beside its name. */
    private String spoken(String button) {
        return Fx.get(() -> window.findAll(button).getFirst().getAccessibleHelp());
    }

    /** Enter goes on with the day that was typed last, and not with the one before it. */
    @Test
    void enterExportsWithTheDayThatWasTyped() throws IOException {
        window.openExport().press("#export-archive").await("#export-from");
        enter("#export-from", "soon");
        assertThat(files()).isEmpty();
        assertThat(window.texts("#export-note")).singleElement().asString().contains("cannot be read");

        enter("#export-from", "1.2.2026");
        enter("#export-to", "28.2.2026");

        window.await("#export-done");
        assertThat(files()).isNotEmpty().allMatch(file -> file.toString().contains("2026-02"));
    }

    private void enter(String field, String day) {
        Fx.run(() -> {
            var date = (DatePicker) window.findAll(field).getFirst();
            date.requestFocus();
            date.getEditor().setText(day);
        });
        Keys.press(window.stage(), KeyCode.ENTER);
    }

    @Test
    void itsButtonsStayInTheWindowWithLargeTexts() {
        Fx.run(() -> {
            window.root().setStyle("-fx-font-size: 26px");
            window.stage().setWidth(1280);
            window.stage().setHeight(800);
        });
        window.press("#export-button").await("#export-go");
        Pictures.settle();
        Fx.layOut(window.root());

        Bounds place = Fx.get(() -> {
            Node go = window.findAll("#export-go").getFirst();
            return go.localToScene(go.getLayoutBounds());
        });
        assertThat(place.getMaxY()).isLessThan(window.stage().getScene().getHeight());
        assertThat(place.getMaxX()).isLessThan(window.stage().getScene().getWidth());
    }
}
