package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.text.Texts;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.help.HelpScreen;
import app.loupe.ui.theme.Theme;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.TradingCopy;
import testkit.window.ChangeSamples;
import testkit.window.Fx;
import testkit.window.OverviewWindow;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** On every screen and with texts of every size, nothing but the columns of a table reaches out of a small window. */
class WholeWidthFxTest {
    private static final int WIDTH_PX = 1024;
    private static final int HEIGHT_PX = 700;
    private static final double USUAL_PX = 13;

    private static void size(Stage stage, int perCent) {
        Fx.run(() -> {
            stage.getScene().getRoot().setStyle("-fx-font-size: " + USUAL_PX * perCent / 100 + "px");
            stage.setWidth(WIDTH_PX);
            stage.setHeight(HEIGHT_PX);
        });
        Fx.await("the window has its size", () -> stage.getScene().getWidth() == WIDTH_PX);
        Pictures.settle();
    }

    /** Adds what is wider than its room; on the FX thread. */
    private static void look(Node node, List<String> wide) {
        if (!node.isVisible() || node instanceof TableView<?>) {
            return;
        }
        if (node instanceof ScrollPane pane && pane.getContent() != null) {
            double over = pane.getContent().getLayoutBounds().getWidth() - pane.getViewportBounds().getWidth();
            if (over >= 1) {
                wide.add("scrolls by " + Math.round(over) + ": " + name(pane) + widest(pane.getContent()));
            }
        } else if (node instanceof Region && node.isManaged()) {
            double over = node.localToScene(node.getLayoutBounds()).getMaxX() - node.getScene().getWidth();
            if (over >= 1) {
                wide.add("out by " + Math.round(over) + ": " + name(node));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, wide));
        }
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + " #" + node.getId() + " ." + String.join(".", node.getStyleClass());
    }

    /** The way to what asks for the width. */
    private static String widest(Node node) {
        if (!(node instanceof Parent parent)) {
            return "";
        }
        return parent.getChildrenUnmodifiable().stream().filter(child -> child.isManaged() && child.isVisible())
                .max((one, other) -> Double.compare(one.minWidth(-1), other.minWidth(-1)))
                .map(child -> "\n    > " + Math.round(child.minWidth(-1)) + " " + name(child)
                        + (child instanceof TableView<?> ? "" : widest(child)))
                .orElse("");
    }

    private static void fits(Parent root, String what, List<String> wide) {
        Pictures.settle();
        Fx.run(() -> {
            Fx.laidOut(root);
            var found = new ArrayList<String>();
            look(root, found);
            found.forEach(one -> wide.add(what + ": " + one));
        });
    }

    private static void rows(WindowKit kit, String id) {
        Fx.await(id, () -> kit.find(id) instanceof TableView<?> view && !view.getItems().isEmpty());
    }

    private static void choose(WindowKit kit, String id) {
        rows(kit, id);
        Fx.run(() -> Objects.requireNonNull(kit.find(id))
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false)));
    }

    @ParameterizedTest
    @CsvSource({"en, 100", "de, 100", "en, 150", "de, 150", "en, 200", "de, 200"})
    void allScreensOfFigures(String language, int perCent) {
        var wide = new ArrayList<String>();
        try (var kit = new WindowKit(Locale.of(language))) {
            kit.copy = ReviewSamples.copy();
            kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
            OwedSamples.currencies(kit.reader, WindowSamples.ACME);
            kit.openLoaded();
            size(kit.stage(), perCent);
            for (String page : List.of("customers", "vendors", "aged", "changed", "check", "products", "synclog",
                    "security", "settings")) {
                kit.press("#nav-" + page);
                kit.awaitQuiet();
                fits(kit.root(), page, wide);
            }
            kit.press("#nav-security");
            kit.press("#change-key");
            kit.awaitQuiet();
            fits(kit.root(), "the question about the key", wide);
            kit.press("#nav-check");
            choose(kit, "#findings");
            fits(kit.root(), "a finding", wide);
            kit.press("#nav-products");
            choose(kit, "#products");
            fits(kit.root(), "a product", wide);
            kit.press("#nav-synclog");
            choose(kit, "#runs");
            fits(kit.root(), "a run", wide);
            Fx.run(() -> kit.navigator()
                    .open(new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id(), false, null)));
            Fx.await("the page", () -> kit.find("#card-owed") != null);
            for (String part : List.of("statement", "open", "history", "products")) {
                kit.press("#part-" + part);
                Fx.await("the table of " + part, () -> kit.find("#partner-" + part) != null);
                fits(kit.root(), "a customer's " + part, wide);
            }
            kit.press("#card-overdue");
            kit.awaitQuiet();
            fits(kit.root(), "a customer's late items", wide);
            Pictures.settle();
        }
        assertThat(wide).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 100", "de, 100", "en, 150", "de, 150", "en, 200", "de, 200"})
    void overviewInvoicesAndInbox(String language, int perCent) {
        var wide = new ArrayList<String>();
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.of(language))) {
            size(window.stage(), perCent);
            window.press("#nav-overview");
            window.await("#table-products");
            window.awaitQuiet();
            fits(window.root(), "overview", wide);
            window.press("#nav-invoices");
            window.await(".invoice-table");
            window.awaitQuiet();
            fits(window.root(), "invoices", wide);
            Fx.run(() -> ((TableView<?>) window.findAll(".invoice-table").getFirst()).getSelectionModel().select(1));
            window.await(".totals-grid");
            for (String tab : List.of("lines", "journal", "other")) {
                window.press("#detail-tab-" + tab);
                fits(window.root(), "an invoice's " + tab, wide);
            }
            window.press("#nav-inbox");
            window.awaitQuiet();
            fits(window.root(), "inbox", wide);
        }
        assertThat(wide).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 100", "de, 100", "en, 150", "de, 150", "en, 200", "de, 200"})
    void theGuide(String language, int perCent) {
        var wide = new ArrayList<String>();
        Stage stage = Fx.get(() -> {
            var wording = Wording.of(new Texts(Locale.of(language)), Clock.fixed(WindowSamples.NOW, ZoneOffset.UTC));
            var made = new Stage();
            made.setScene(new Scene(new RoomScroll((Region) new HelpScreen(wording).view())));
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(made.getScene());
            made.show();
            return made;
        });
        size(stage, perCent);
        fits(Fx.get(() -> stage.getScene().getRoot()), "help", wide);
        Fx.run(stage::hide);
        assertThat(wide).isEmpty();
    }
}
