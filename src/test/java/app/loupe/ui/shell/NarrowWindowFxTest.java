package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/**
 * What every table shows in windows of the usual sizes and the smallest: names whole, no figure cut, no bar to scroll
 * sideways but in those whose rows would not add up otherwise, what it comes to, and a word for what has no room.
 */
class NarrowWindowFxTest {
    /** With as long a name as a busy book has. */
    private static final String CUSTOMER = "Customer 1128045644-198";
    /** Their rows have more addends than a narrow window has room for. */
    private static final Set<String> ADDING_UP = Set.of("#aged", "#partner-history");

    private static void size(Stage stage, int width, int height) {
        Fx.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.await("the window has its size", () -> stage.getScene().getWidth() == width);
        Pictures.settle();
    }

    /** Figures that are cut or reach out of their column, and names of the first column that are cut; on the FX thread. */
    private static List<String> cut(TableView<?> table, boolean names) {
        return table.lookupAll(".table-cell").stream().filter(Node::isVisible).map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> cell.getTableColumn() != null && cell.getText() != null && !cell.getText().isEmpty())
                .filter(cell -> cell.getTableColumn().getStyleClass().contains("number")
                        || (names && cell.getText().length() <= CUSTOMER.length()
                                && table.getVisibleLeafColumns().getFirst().equals(cell.getTableColumn())))
                .filter(Labeled::isTextTruncated).map(Labeled::getText).distinct().toList();
    }

    /** What is cut in one column; on the FX thread. */
    private static List<String> wordsCut(Node table, String column) {
        return table.lookupAll(".table-cell").stream().filter(Node::isVisible).map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> cell.getTableColumn() != null && column.equals(cell.getTableColumn().getId()))
                .filter(Labeled::isTextTruncated).map(Labeled::getText).toList();
    }

    /** Looks at a table once it lists something. */
    private static void looksWell(Parent root, String table, boolean names, String... kept) {
        Fx.await(table, () -> root.lookup(table) instanceof TableView<?> view && !view.getItems().isEmpty());
        Pictures.settle();
        Fx.run(() -> {
            Fx.laidOut(root);
            var view = (TableView<?>) Objects.requireNonNull(root.lookup(table));
            List<String> shown = view.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
            assertThat(shown).as(table).containsAll(List.of(kept));
            double wide = view.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
            boolean scrolls = view.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                    .anyMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL);
            assertThat(scrolls).as("%s scrolls sideways, beside %s", table, shown)
                    .isEqualTo(ADDING_UP.contains(table) && wide > view.getWidth());
            if (!ADDING_UP.contains(table)) {
                assertThat(wide).as(table).isLessThanOrEqualTo(view.getWidth());
            }
            assertThat(cut(view, names)).as("%s cuts, beside %s", table, shown).isEmpty();
            Node button = root.lookup(table + "-columns");
            boolean all = button instanceof MenuButton menu
                    ? shown.containsAll(offered(menu))
                    : shown.size() == view.getColumns().size();
            assertThat(root.lookupAll(".chip.menu-button").stream()
                    .filter(chip -> chip.isManaged() && chip.getId() != null && chip.getId().endsWith("-columns"))
                    .map(Node::getId)).as("only of what is seen, and only where something is missing")
                    .allMatch(id -> root.lookup("#" + id.replaceFirst("-columns$", "")) instanceof TableView<?> one
                            && one.getColumns().stream().anyMatch(column -> !column.isVisible()));
            if (!all) {
                assertThat(button).as("%s says what has no room", table).matches(Node::isManaged);
                assertThat(((MenuButton) button).getText()).matches("\\D+: \\d .+");
            }
        });
    }

    /** What the menu of a table offers and nobody has hidden: a column of words that steps aside is missed as a figure is. */
    private static List<String> offered(MenuButton menu) {
        menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
        return menu.getItems().stream().map(item -> item instanceof CheckMenuItem one ? one : null)
                .flatMap(Stream::ofNullable).filter(item -> item.isVisible() && item.isSelected())
                .map(item -> item.getId().replaceFirst("^column-", "")).toList();
    }

    private static WindowKit opened(String language) {
        var kit = new WindowKit(Locale.of(language));
        kit.copy = ReviewSamples.copy();
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        OwedSamples.large(kit.reader, WindowSamples.ACME, CUSTOMER);
        return kit.openLoaded();
    }

    private static void press(WindowKit kit, String table, KeyCode... keys) {
        for (KeyCode key : keys) {
            Fx.run(() -> Objects.requireNonNull(kit.find(table))
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1024, 700", "de, 1024, 700", "en, 1280, 800", "de, 1280, 800", "en, 960, 600", "de, 960, 600"})
    void customersVendorsAndAges(String language, int width, int height) {
        try (var kit = opened(language)) {
            size(kit.stage(), width, height);
            kit.press("#nav-customers");
            looksWell(kit.root(), "#customers", true, "name", "balance", "overdue");
            kit.press("#nav-vendors");
            looksWell(kit.root(), "#vendors", true, "name", "balance", "overdue");
            kit.press("#nav-aged");
            looksWell(kit.root(), "#aged", true, "partner", "not_due", "1-30", "31-60", "61-90", "91-120",
                    "older", "total");
            Fx.run(() -> openTotal(kit));
            looksWell(kit.root(), "#aged-items", true, "document", "open");
        }
    }

    @SuppressWarnings("unchecked") // the only table of this id
    private static void openTotal(WindowKit kit) {
        var view = (TableView<Object>) Objects.requireNonNull(kit.find("#aged"));
        int row = IntStream.range(0, view.getItems().size())
                .filter(i -> ((FigureRow<?>) view.getItems().get(i)).cells().getFirst().text().equals(CUSTOMER))
                .findFirst().orElseThrow();
        view.getSelectionModel().clearAndSelect(row, view.getColumns().getLast());
        view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    @ParameterizedTest
    @CsvSource({"en, 1024, 700", "de, 1024, 700", "en, 1280, 800", "de, 1280, 800", "en, 960, 600", "de, 960, 600"})
    void thePageOfACustomer(String language, int width, int height) {
        try (var kit = opened(language)) {
            size(kit.stage(), width, height);
            kit.press("#nav-customers");
            looksWell(kit.root(), "#customers", true, "name", "balance");
            press(kit, "#customers", KeyCode.DOWN, KeyCode.ENTER);
            Fx.await("the page", () -> kit.find("#card-owed") != null);
            looksWell(kit.root(), "#partner-statement", false, "date", "document", "about", "amount", "balance");
            if (width >= 1024 && language.equals("en")) {
                Fx.run(() -> assertThat(wordsCut(Objects.requireNonNull(kit.find("#partner-statement")), "about"))
                        .as("when it is due").isEmpty());
            }
            kit.press("#part-open");
            looksWell(kit.root(), "#partner-open", false, "date", "document", "due", "open");
            kit.press("#part-history");
            looksWell(kit.root(), "#partner-history", true, "year", "invoiced", "settled", "balance");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1024, 700", "de, 1024, 700", "en, 1280, 800", "de, 1280, 800", "en, 960, 600", "de, 960, 600"})
    void productsFindingsAndTheLog(String language, int width, int height) {
        try (var kit = opened(language)) {
            size(kit.stage(), width, height);
            kit.press("#nav-products");
            looksWell(kit.root(), "#products", true, "product", "untaxed");
            press(kit, "#products", KeyCode.DOWN);
            looksWell(kit.root(), "#buyers", true, "partner", "untaxed");
            kit.press("#nav-check");
            looksWell(kit.root(), "#findings", false, "documents", "said");
            kit.press("#nav-synclog");
            Fx.await("runs", () -> kit.find("#runs") instanceof TableView<?> runs && !runs.getItems().isEmpty());
            press(kit, "#runs", KeyCode.DOWN);
            looksWell(kit.root(), "#runs", true);
            looksWell(kit.root(), "#requests", true);
        }
    }

    private static Set<String> columns(OverviewWindow window) {
        return Fx.get(() -> {
            Fx.laidOut(window.root());
            return Set.copyOf(table(window).getVisibleLeafColumns().stream().map(TableColumn::getId).toList());
        });
    }

    private static TableView<?> table(OverviewWindow window) {
        return (TableView<?>) window.findAll(".invoice-table").getFirst();
    }

    /** The name gives way first, then what the open invoice tells anyway; the flag, which a key sets, never does. */
    @ParameterizedTest
    @CsvSource({"en, 1024, 700", "de, 1024, 700", "en, 1280, 800", "de, 1280, 800", "en, 960, 600", "de, 960, 600"})
    void theInvoicesBesideTheOpenOne(String language, int width, int height) {
        List<String> customers = Stream.of("123", "198", "007").map(end -> "Customer 1128045644-" + end).toList();
        try (var window = new OverviewWindow(TradingCopy.business(customers), new Memory(Map.of()),
                Locale.of(language))) {
            size(window.stage(), width, height);
            window.press("#nav-invoices");
            window.await(".invoice-table");
            Fx.await("invoices", () -> !table(window).getItems().isEmpty());
            Pictures.settle();
            assertThat(columns(window)).contains("MARK", "NUMBER", "PARTNER", "TOTAL", "STATUS", "DUE_DATE");

            Fx.run(() -> table(window).getSelectionModel().select(1));
            window.await(".totals-grid");
            Pictures.settle();

            assertThat(columns(window)).contains("MARK", "NUMBER", "PARTNER", "STATUS");
            if (width >= 1024) {
                assertThat(columns(window)).contains("TOTAL");
            }
            Fx.run(() -> assertThat(cut(table(window), false)).isEmpty());
        }
    }
}
