package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.loupe.domain.BookId;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import testkit.TradingCopy;
import testkit.window.ChangeSamples;
import testkit.window.Fx;
import testkit.window.OverviewWindow;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The owner's choice, order and widths of columns outlive the window, in every table and in every language. */
class RememberedColumnsFxTest {
    private static final double WIDER = 23;
    /** What rounding to whole pixels takes. */
    private static final double PIXELS = 2;
    private static final Pattern MADE = Pattern
            .compile(
                    "new (TableView|TreeTableView|SteppedTable|FigureTable|GroupedTable|SalesTable|Columns(?=<)|ShortTable)(?:<[\\w<>]*>)?\\(");
    /** Others are made of the last two, and so are invoices, below. Short ones have columns that stay as they are. */
    private static final Map<String, Integer> TABLES = Map.of("FigureTable", 4, "GroupedTable", 2, "SalesTable", 2,
            "Columns", 2, "ShortTable", 1, "SteppedTable", 5, "TableView", 1);

    private static WindowKit opened(Memory memory, Locale language) {
        var kit = new WindowKit(language).remembering(memory);
        kit.copy = ReviewSamples.copy();
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
        kit.open();
        return kit;
    }

    private interface Look {
        void at(String name, TableView<?> table);
    }

    private static void look(WindowKit kit, String id, String name, Look look) {
        Fx.await(id, () -> kit.find(id) instanceof TableView<?> view && !view.getItems().isEmpty());
        lookAt(kit, id, name, look);
    }

    private static void lookAt(WindowKit kit, String id, String name, Look look) {
        Fx.await(id, () -> kit.find(id) instanceof TableView<?>);
        Pictures.settle();
        Fx.run(() -> look.at(name, (TableView<?>) Objects.requireNonNull(kit.find(id))));
        Pictures.settle();
    }

    private static void pages(WindowKit kit, Look look) {
        for (String side : List.of("customers", "vendors")) {
            kit.press("#nav-" + side);
            look(kit, "#" + side, side, look);
        }
        for (boolean vendor : List.of(false, true)) {
            long partner = vendor ? OwedSamples.PRINT.id() : OwedSamples.BRIGHTWATER.id();
            Fx.run(() -> kit.navigator().open(new Destination.PartnerPage(WindowSamples.ACME, partner, vendor, null)));
            for (String part : List.of("statement", "open", "history")) {
                kit.press("#part-" + part);
                look(kit, "#partner-" + part, (vendor ? "vendor's " : "customer's ") + part, look);
            }
            // nothing was sold or bought in these samples, and its columns are there all the same
            kit.press("#part-products");
            lookAt(kit, "#partner-products", (vendor ? "vendor's " : "customer's ") + "products", look);
        }
        kit.press("#nav-aged");
        look(kit, "#aged", "aged", look);
        openCell(kit);
        look(kit, "#aged-items", "aged items", look);
        kit.press("#nav-changed");
        look(kit, "#changes", "changes", look);
        kit.press("#nav-check");
        look(kit, "#findings", "findings", look);
        kit.press("#nav-products");
        look(kit, "#products", "products", look);
        choose(kit, "#products");
        look(kit, "#buyers", "buyers", look);
        kit.press("#nav-synclog");
        look(kit, "#runs", "runs", look);
        choose(kit, "#runs");
        look(kit, "#requests", "requests", look);
    }

    /** Opens the first figure, whatever columns there are. */
    @SuppressWarnings("unchecked") // no more than a cell is selected
    private static void openCell(WindowKit kit) {
        Fx.run(() -> {
            var view = (TableView<Object>) Objects.requireNonNull(kit.find("#aged"));
            view.getSelectionModel().clearAndSelect(1, view.getVisibleLeafColumns().stream()
                    .filter(column -> column.getId().equals("total")).findFirst().orElseThrow());
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    private static void choose(WindowKit kit, String id) {
        Fx.run(() -> Objects.requireNonNull(kit.find(id))
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false)));
    }

    private static List<String> seen(TableView<?> table) {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }

    /** Hides the last column that may be hidden, on the headings' menu, and puts the first one to the end. */
    private static <S> List<String> change(TableView<S> table) {
        var menu = table.getColumns().getFirst().getContextMenu();
        menu.getOnShowing().handle(null);
        menu.getItems().reversed().stream().map(item -> item instanceof CheckMenuItem one ? one : null)
                .filter(item -> item != null && item.isVisible() && !item.isDisable() && item.isSelected()).findFirst()
                .ifPresent(item -> {
                    item.setSelected(false);
                    item.getOnAction().handle(null);
                });
        ObservableList<TableColumn<S, ?>> columns = table.getColumns();
        assertThat(columns).allMatch(TableColumn::isReorderable);
        columns.add(columns.removeFirst());
        return seen(table);
    }

    /** Makes the last column wider for which there is room, as with the mouse; its name and its width. */
    private static <S> Widened widen(TableView<S> table) {
        for (TableColumn<S, ?> column : table.getVisibleLeafColumns().reversed()) {
            double before = column.getWidth();
            table.resizeColumn(column, WIDER);
            if (column.getWidth() > before + 1) {
                return new Widened(column.getId(), column.getWidth());
            }
        }
        throw new AssertionError("no column became wider");
    }

    private record Widened(String id, double width) {
        double in(TableView<?> table) {
            return table.getVisibleLeafColumns().stream().filter(column -> column.getId().equals(id)).findFirst()
                    .orElseThrow().getWidth();
        }
    }

    /** Each kind of table of the program, as often as it is made. */
    @Test
    void everyTableIsLookedAt() throws IOException {
        var made = new TreeMap<String, Integer>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                MADE.matcher(Files.readString(file)).results()
                        .forEach(one -> made.merge(one.group(1), 1, Integer::sum));
            }
        }

        assertThat(made).as("a new table has to be looked at in this test, and its place noted here").isEqualTo(TABLES);
    }

    @Test
    void everyTableHasItsColumnsAsTheOwnerLeftThem() {
        var memory = new Memory(Map.of());
        var left = new LinkedHashMap<String, List<String>>();
        var usual = new LinkedHashMap<String, List<String>>();
        var widths = new LinkedHashMap<String, Widened>();
        try (var kit = opened(memory, Locale.US)) {
            pages(kit, (name, table) -> {
                usual.put(name, seen(table));
                left.put(name, change(table));
                widths.put(name, widen(table));
            });
        }
        assertThat(left).hasSize(18);
        assertThat(left).as("one is hidden in each").allSatisfy((name, columns) -> assertThat(columns).as(name)
                .hasSizeLessThan(Objects.requireNonNull(usual.get(name)).size()));
        assertThat(memory.values().keySet()).as("under a name of its own").filteredOn(key -> key.endsWith(".order"))
                .hasSameSizeAs(left.keySet());
        assertThat(left).allSatisfy((name, columns) -> assertThat(columns).as(name).isNotEqualTo(usual.get(name)));

        try (var kit = opened(new Memory(memory.values()), Locale.GERMAN)) {
            var found = new LinkedHashMap<String, List<String>>();
            var wide = new LinkedHashMap<String, Double>();
            pages(kit, (name, table) -> {
                found.put(name, seen(table));
                wide.put(name, Objects.requireNonNull(widths.get(name)).in(table));
            });
            assertThat(found).isEqualTo(left);
            assertThat(wide).hasSameSizeAs(widths).allSatisfy((name, width) -> assertThat(width).as(name)
                    .isCloseTo(Objects.requireNonNull(widths.get(name)).width(), within(PIXELS)));
        }
    }

    /** They are one screen with two lists, and each has its own columns. */
    @Test
    void invoicesAndTheInboxKeepTheirColumnsEach() {
        var memory = new Memory(Map.of());
        try (var window = new OverviewWindow(TradingCopy.business(), memory, Locale.US)) {
            columns(window, "invoices", RememberedColumnsFxTest::change);
        }
        assertThat(memory.values()).containsKey("columns.invoices.hidden");
        assertThat(memory.get("columns.inbox.hidden")).isEmpty();
        var ofInbox = new ArrayList<String>();
        try (var window = new OverviewWindow(TradingCopy.business(), memory, Locale.US)) {
            columns(window, "inbox", table -> {
                assertThat(seen(table)).startsWith("MARK");
                // back and forth: it ends with another one than the list
                change(table);
                ofInbox.addAll(change(table));
            });
            columns(window, "invoices", table -> assertThat(table.getColumns().getLast().getId()).isEqualTo("MARK"));
        }
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(memory.values()), Locale.GERMAN)) {
            columns(window, "inbox", table -> assertThat(seen(table)).isEqualTo(ofInbox));
            columns(window, "invoices", table -> assertThat(table.getColumns().getLast().getId()).isEqualTo("MARK"));
        }
    }

    private static void columns(OverviewWindow window, String page, Consumer<TableView<?>> look) {
        window.press("#nav-" + page);
        window.await(".invoice-table");
        Pictures.settle();
        Fx.run(() -> look.accept((TableView<?>) window.findAll(".invoice-table").getFirst()));
    }
}
