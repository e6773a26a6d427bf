package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The owner's choice and order of columns outlives the window, in every table and in every language. */
class RememberedColumnsFxTest {
    private static WindowKit opened(Memory memory, Locale language) {
        var kit = new WindowKit(language).remembering(memory);
        kit.copy = ReviewSamples.copy();
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.open();
        return kit;
    }

    private interface Look {
        void at(String name, TableView<?> table);
    }

    private static void look(WindowKit kit, String id, String name, Look look) {
        Fx.await(id, () -> kit.find(id) instanceof TableView<?> view && !view.getItems().isEmpty());
        Pictures.settle();
        Fx.run(() -> look.at(name, (TableView<?>) Objects.requireNonNull(kit.find(id))));
        Pictures.settle();
    }

    private static void pages(WindowKit kit, Look look) {
        for (String side : List.of("customers", "vendors")) {
            kit.press("#nav-" + side);
            look(kit, "#" + side, side, look);
        }
        Fx.run(() -> kit.navigator()
                .open(new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id())));
        for (String part : List.of("statement", "open", "history")) {
            kit.press("#part-" + part);
            look(kit, "#partner-" + part, "customer's " + part, look);
        }
        kit.press("#nav-aged");
        look(kit, "#aged", "aged", look);
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

    @Test
    void everyTableHasItsColumnsAsTheOwnerLeftThem() {
        var memory = new Memory(Map.of());
        var left = new LinkedHashMap<String, List<String>>();
        var usual = new LinkedHashMap<String, List<String>>();
        try (var kit = opened(memory, Locale.US)) {
            pages(kit, (name, table) -> {
                usual.put(name, seen(table));
                left.put(name, change(table));
            });
        }
        assertThat(left).allSatisfy((name, columns) -> assertThat(columns).as(name).isNotEqualTo(usual.get(name)));

        try (var kit = opened(new Memory(memory.values()), Locale.GERMAN)) {
            var found = new LinkedHashMap<String, List<String>>();
            pages(kit, (name, table) -> found.put(name, seen(table)));
            assertThat(found).isEqualTo(left);
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
