package app.loupe.ui.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.ProductSales;
import app.loupe.ui.common.FigureRow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.ChangeSamples;
import testkit.window.ExportWindow;
import testkit.window.FakeReader;
import testkit.window.Fx;

/** What each screen exports is what its command writes: the same rows in every form. */
class ScreensExportFxTest {
    @TempDir
    Path folder;

    private ExportWindow window;

    @BeforeEach
    void open() {
        window = new ExportWindow(TradingCopy.business(), folder, Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Path command(String line, String name) {
        Path file = folder.resolve(name);
        var words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--output", file.toString()));
        assertThat(window.commands.run(words.toArray(String[]::new))).as(line).isZero();
        return file;
    }

    private static List<List<String>> rows(Path file) throws IOException {
        if (file.toString().endsWith(".csv")) {
            return Files.readAllLines(file, UTF_8).stream().map(List::of).toList();
        }
        var rows = new ArrayList<List<String>>();
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                rows.add(List.of("sheet", sheet.getName()));
                sheet.read().forEach(row -> rows.add(row.stream()
                        .map(cell -> cell == null || cell.getText() == null ? "" : cell.getText()).toList()));
            }
        }
        return rows;
    }

    /** Goes to a page and waits until its table, or what else shows that it is read, has something. */
    private void at(String page, String filled) {
        window.press("#nav-" + page);
        Fx.await(page + " is read", () -> window.findAll(filled).stream().anyMatch(ScreensExportFxTest::isFilled));
    }

    private static boolean isFilled(Node node) {
        return !(node instanceof TableView<?> table) || !table.getItems().isEmpty();
    }

    private static List<List<String>> withoutConnection(List<List<String>> rows) {
        return rows.stream().map(List::getFirst).map(row -> List.of(
                row.replace("connection,connection_id,", "").replaceFirst("^Acme Trading,acme0000,", ""))).toList();
    }

    private void same(String line, boolean inOrder) throws IOException {
        for (String form : List.of("csv", "xlsx")) {
            window.openExport().press("#export-as-" + form);
            List<List<String>> written = new ArrayList<>(rows(window.export()));
            window.press("#export-done");

            List<List<String>> wanted = rows(command(line, "command." + form));
            if (line.startsWith("statement") && form.equals("csv")) {
                // the paper is for others, and the name of the connection is the owner's own
                wanted = withoutConnection(wanted);
            }
            if (line.startsWith("changes")) {
                // the window lists what is new, and says so
                assertThat(written.removeIf(row -> row.contains("10 changes since you last looked")))
                        .isEqualTo(form.equals("xlsx"));
            }
            assertThat(written.size()).as("%s as %s", line, form).isGreaterThan(1);
            if (inOrder) {
                assertThat(written).as("%s as %s", line, form).isEqualTo(wanted);
            } else {
                assertThat(written).as("%s as %s", line, form).containsExactlyInAnyOrderElementsOf(wanted);
            }
        }
        for (String form : List.of("pdf", "jsonl")) {
            window.openExport().press("#export-as-" + form);
            assertThat(window.export()).isNotEmptyFile();
            window.press("#export-done");
        }
    }

    @ParameterizedTest
    @CsvSource({"customers,#customers,customers acme0000,true", "vendors,#vendors,vendors acme0000,true",
        "aged,#aged,aged acme0000,false", "check,#findings,check acme0000,false",
        "products,#products,products acme0000 --from 2026-01-01 --to 2026-12-31 --currency EUR,true"})
    void aListIsTheOneOfItsCommand(String page, String filled, String line, boolean inOrder) throws IOException {
        at(page, filled);

        same(line, inOrder);
    }

    @Test
    void productsComeInTheOrderOfTheHeadingThatWasPressed() throws IOException {
        at("products", "#products");
        List<String> shown = Fx.get(() -> {
            TableView<?> table = (TableView<?>) window.findAll("#products").getFirst();
            List<String> before = products(table);
            order(table, "untaxed");
            order((TableView<?>) window.findAll("#buyers").getFirst(), "invoices");
            assertThat(products(table)).isNotEqualTo(before).containsExactlyInAnyOrderElementsOf(before);
            return products(table);
        });

        List<List<String>> alone = exported("#export-list");
        int product = alone.getFirst().indexOf("product");
        assertThat(alone.stream().skip(1).map(row -> row.get(product)).toList()).isEqualTo(shown);
        List<List<String>> each = exported("#export-partners");
        int invoices = each.getFirst().indexOf("invoices");
        int named = each.getFirst().indexOf("product");
        assertThat(each.stream().skip(1).map(row -> row.get(named)).distinct().toList()).isEqualTo(shown);
        for (String one : shown) {
            assertThat(each.stream().skip(1).filter(row -> row.get(named).equals(one))
                    .map(row -> Integer.valueOf(row.get(invoices))).toList()).isSorted();
        }
    }

    private static List<String> products(TableView<?> table) {
        return table.getItems().stream().map(row -> ((ProductSales.Sold) row).name()).toList();
    }

    /** The least first. */
    private static <R> void order(TableView<R> table, String column) {
        TableColumn<R, ?> by = table.getColumns().stream().filter(one -> one.getId().equals(column)).findFirst()
                .orElseThrow();
        by.setSortType(TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(by));
    }

    private List<List<String>> exported(String what) throws IOException {
        window.openExport().press(what).press("#export-as-csv");
        Path file = window.export();
        List<String> lines = Files.readAllLines(file);
        window.press("#export-done");
        // the next one has the same name
        Files.delete(file);
        return lines.stream().map(line -> List.of(line.split(",", -1))).toList();
    }

    @Test
    void theOverviewHasTheFiguresOfItsCommand() throws IOException {
        at("overview", "#table-products");

        same("overview acme0000 --currency EUR", true);
    }

    @Test
    void theOtherSideOfTheAgedListIsExportedWhenItIsShown() throws IOException {
        at("aged", "#aged");
        window.press("#side-payable");
        Fx.await("payable", () -> window.findAll(".screen-title").stream()
                .anyMatch(node -> node instanceof Labeled title && title.getText().equals("Aged payable")));

        same("aged acme0000 --payable", false);
    }

    @Test
    void onlyFoundCustomersAreExported() throws IOException {
        at("customers", "#customers");
        window.type("#customers-search", "deco");
        Fx.await("found", () -> window.findAll("#customers").getFirst() instanceof TableView<?> table
                && table.getItems().size() < 4 && !table.getItems().isEmpty());

        same("customers acme0000 --partner deco", true);
    }

    @Test
    void thePageOfAPartnerIsExportedAsAStatement() throws IOException {
        at("customers", "#customers");
        // the copy calls every contact the same: the list says whose entries they are
        String name = Fx.get(() -> {
            TableView<?> table = (TableView<?>) window.findAll("#customers").getFirst();
            table.getSelectionModel().selectFirst();
            table.requestFocus();
            return ((FigureRow<?>) table.getItems().getFirst()).cells().getFirst().text();
        });
        window.key(KeyCode.ENTER, false);
        Fx.await("the page", () -> window.findAll("#partner-statement").stream()
                .anyMatch(ScreensExportFxTest::isFilled));
        long id = TradingCopy.partner(name);
        String currency = window.text("#partner-account").replaceAll("[^A-Z]", "");

        // the page opens with the last twelve months
        same("statement " + id + " acme0000 --from 2025-11-24 --currency " + currency, true);
        window.openExport();
        assertThat(window.text("#export-into")).as("without the owner's own name of the connection")
                .endsWith(File.separator + "Deco Addict Statement 2026-11-23.pdf")
                .doesNotContain(FakeInvoices.profile().name());
        window.press("#export-open").press("#export-as-csv");
        List<List<String>> open = rows(
                command("statement " + id + " acme0000 --open --currency " + currency, "open.csv"));
        assertThat(open).hasSizeGreaterThan(1);
        assertThat(rows(window.export())).isEqualTo(withoutConnection(open));
    }

    @Test
    void whatChangedIsExportedAsItIsListed() throws IOException {
        ChangeSamples.all(window.commands.book, new FakeReader(), FakeInvoices.ACME);
        at("changed", "#changes");
        same("changes acme0000", false);
    }
}
