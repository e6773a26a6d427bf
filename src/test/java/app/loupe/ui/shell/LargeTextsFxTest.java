package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.ui.common.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
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

/** With texts of twice the size nobody scrolls sideways to read what stands beside a list either. */
class LargeTextsFxTest {
    private static final String TWICE = "-fx-font-size: 26px";

    private static void size(Stage stage, int width, int height) {
        Fx.run(() -> {
            stage.getScene().getRoot().setStyle(TWICE);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Fx.await("the window has its size", () -> stage.getScene().getWidth() == width);
        Pictures.settle();
    }

    /** How many pixels what a pane shows is wider than what is seen of it; on the FX thread. */
    private static double over(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getWidth() - pane.getViewportBounds().getWidth();
    }

    private static void fits(Parent root, String side) {
        Pictures.settle();
        Fx.run(() -> {
            Fx.laidOut(root);
            assertThat(root.lookupAll(".room")).hasSize(2)
                    .allSatisfy(room -> assertThat(over((ScrollPane) room)).isLessThan(1));
            ScrollPane beside = root.lookupAll(side).stream().filter(Node::isVisible).map(ScrollPane.class::cast)
                    .findFirst().orElseThrow();
            assertThat(over(beside)).isLessThan(1);
            var list = (Region) beside.getParent().getChildrenUnmodifiable().getFirst();
            assertThat(list.getWidth()).as("the list keeps its least").isGreaterThanOrEqualTo(list.minWidth(-1));
            assertThat(beside.getHeight()).isGreaterThan(200);
        });
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "de, 1280", "en, 1024", "de, 1024"})
    void anOpenInvoiceFitsBelowTheList(String language, int width) {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.of(language))) {
            size(window.stage(), width, 800);
            window.press("#nav-invoices");
            window.await(".invoice-table");
            Fx.await("invoices", () -> !table(window).getItems().isEmpty());
            Fx.run(() -> table(window).getSelectionModel().select(0));
            window.await(".totals-grid");

            for (String tab : List.of("lines", "journal", "other")) {
                window.press("#detail-tab-" + tab);
                fits(window.root(), ".detail");
            }
        }
    }

    @Test
    void theHelpOfTheSearchIsAsLargeAsOtherTexts() {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.ENGLISH)) {
            size(window.stage(), 1280, 800);
            window.press("#nav-invoices");
            window.press("#search-help");

            Fx.await("the help", () -> !meanings().isEmpty());
            Fx.run(() -> assertThat(meanings())
                    .allSatisfy(label -> assertThat(label.getFont().getSize()).isEqualTo(26)));
        }
    }

    @Test
    void theHelpOfTheSearchLeavesItsFieldSeenAndScrolls() {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.GERMAN)) {
            size(window.stage(), 1280, 800);
            window.press("#nav-invoices");
            window.press("#search-help");

            Fx.await("the help", () -> !meanings().isEmpty());
            Pictures.settle();
            Fx.run(() -> {
                Node field = window.root().lookup("#invoice-search");
                Node help = meanings().getFirst().getScene().getRoot().lookup(".context-menu");
                Bounds at = help.localToScreen(help.getLayoutBounds());
                assertThat(at.getMinY()).as("and its edge is seen").isGreaterThanOrEqualTo(
                        field.localToScreen(field.getLayoutBounds()).getMaxY() + 4);
                assertThat(at.getMaxY()).isLessThanOrEqualTo(Screen.getPrimary().getVisualBounds().getMaxY() + 1);
            });
        }
    }

    private static List<Label> meanings() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(menu -> menu.getScene().getRoot().lookupAll(".search-meaning").stream())
                .map(Label.class::cast).toList();
    }

    private static TableView<?> table(OverviewWindow window) {
        return (TableView<?>) window.findAll(".invoice-table").getFirst();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "de, 1280", "en, 1024", "de, 1024"})
    void soDoesWhatIsKnownOfACustomer(String language, int width) {
        try (var kit = new WindowKit(Locale.of(language))) {
            kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
            kit.reader.with(WindowSamples.ACME, 12);
            OwedSamples.all(kit.reader, WindowSamples.ACME);
            kit.openLoaded();
            size(kit.stage(), width, 800);
            kit.press("#nav-customers");
            Fx.await("customers", () -> kit.find("#customers") instanceof TableView<?> view
                    && !view.getItems().isEmpty());
            for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.ENTER)) {
                Fx.run(() -> Objects.requireNonNull(kit.find("#customers"))
                        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
            }
            Fx.await("the page", () -> kit.find("#card-owed") != null);

            for (String part : List.of("statement", "open", "history", "products")) {
                kit.press("#part-" + part);
                // what is known is read in the background
                Fx.await("the table of " + part, () -> kit.find("#partner-" + part) != null);
                fits(kit.root(), ".partner-aside-scroll");
                if (part.equals("statement") && width >= 1280) {
                    Fx.run(() -> assertThat(((TableView<?>) Objects.requireNonNull(kit.find("#partner-statement")))
                            .getVisibleLeafColumns().stream().map(TableColumn::getId))
                            .contains("date", "document", "amount", "balance"));
                }
                if (!part.equals("history")) {
                    // a year's addends are all seen, whatever room they take
                    nothingIsScrolledSideways(kit, "#partner-" + part);
                }
            }
        }
    }

    /** What does not fit below each other is scrolled to: no list becomes a slit, and no button is below the window. */
    @Test
    void listsAboveSomethingElseStayListsAndThePageScrolls() {
        try (var kit = new WindowKit(Locale.FRENCH)) {
            kit.copy = ReviewSamples.copy();
            kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            kit.openLoaded();
            size(kit.stage(), 1280, 800);
            kit.press("#nav-check");
            chosen(kit, "#findings", 1);
            Fx.await("a finding", () -> kit.find("#finding-know") != null);
            tall(kit, "#findings");
            Fx.run(() -> {
                Fx.laidOut(kit.root());
                Node panel = Objects.requireNonNull(kit.find(".finding-panel"));
                assertThat(panel.getLayoutBounds().getHeight()).as("all of it").isGreaterThanOrEqualTo(
                        panel.prefHeight(panel.getLayoutBounds().getWidth()) - 1);
            });
            scrolls(kit);
            kit.press("#nav-synclog");
            chosen(kit, "#runs", 3);
            tall(kit, "#runs");
            tall(kit, "#requests");
            scrolls(kit);
            Fx.run(() -> {
                Fx.laidOut(kit.root());
                double end = bottom(Objects.requireNonNull(kit.find("#runs")));
                Node title = Objects.requireNonNull(kit.find(".synclog-title > .label"));
                assertThat(bottom(title) - title.getLayoutBounds().getHeight()).as("below the runs")
                        .isGreaterThanOrEqualTo(end);
            });
        }
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    /** What does not fit has a bar to scroll to it. */
    private static void scrolls(WindowKit kit) {
        Pictures.settle();
        Fx.run(() -> {
            Fx.laidOut(kit.root());
            ScrollPane room = kit.findAll(".room").stream().map(ScrollPane.class::cast)
                    .filter(pane -> pane.lookup(".tool-bar-row") != null).findFirst().orElseThrow();
            assertThat(room.getContent().getLayoutBounds().getHeight()).as("more than the window")
                    .isGreaterThan(room.getHeight());
            assertThat(room.getViewportBounds().getWidth()).as("beside a bar").isLessThan(room.getWidth() - 4);
        });
    }

    private static void chosen(WindowKit kit, String table, int row) {
        Fx.await(table, () -> kit.find(table) instanceof TableView<?> view && view.getItems().size() > row);
        Fx.run(() -> ((TableView<?>) Objects.requireNonNull(kit.find(table))).getSelectionModel().select(row));
        Pictures.settle();
    }

    /** At least its headings and two lines. */
    private static void tall(WindowKit kit, String table) {
        Fx.run(() -> {
            Fx.laidOut(kit.root());
            var view = (TableView<?>) Objects.requireNonNull(kit.find(table));
            assertThat(view.getHeight()).as(table).isGreaterThan(200);
        });
    }

    /** What has no room steps aside, with a word; the last column, what it comes to, stays. */
    private static void nothingIsScrolledSideways(WindowKit kit, String table) {
        Fx.run(() -> {
            var view = (TableView<?>) Objects.requireNonNull(kit.find(table));
            Fx.laidOut(kit.root());
            assertThat(view.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum()).as(table)
                    .isLessThanOrEqualTo(view.getWidth() + 1);
            assertThat(view.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                    .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible())).as(table)
                    .isFalse();
            long missing = view.getColumns().stream().filter(column -> column.getStyleClass().contains("number")
                    && !column.isVisible()).count();
            assertThat(missing == 0 || kit.find(table + "-columns") != null).as(table + " says so").isTrue();
        });
    }
}
