package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.ui.common.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.TradingCopy;
import testkit.window.ChangeSamples;
import testkit.window.Fx;
import testkit.window.OverviewWindow;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/**
 * No word of the window itself is cut at 1280 pixels, in whatever language; names and sentences of rows may be. With texts
 * of twice the size, no page is wider than its room either.
 */
class LanguagesFxTest {
    private static final String TWICE = "-fx-font-size: 26px";

    private static List<String> cut(Supplier<Parent> root) {
        return Fx.get(() -> {
            var found = new ArrayList<String>();
            root.get().applyCss();
            root.get().layout();
            collect(root.get(), found);
            return found;
        });
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible() || node instanceof IndexedCell<?> || node.getStyleClass().contains("connection-line")) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.isTextTruncated()) {
            found.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** What is seen of the page and the sidebar is as wide as its room, and the window is as high as it is. */
    private static void fits(Parent root, String what) {
        List<Double> over = Fx.get(() -> Fx.laidOut(root).lookupAll(".room").stream().map(ScrollPane.class::cast)
                .map(room -> room.getContent().getLayoutBounds().getWidth() - room.getViewportBounds().getWidth())
                .toList());
        assertThat(over).as(what).hasSize(2).allSatisfy(pixels -> assertThat(pixels).isLessThan(1));
        assertThat(Fx.<Double>get(() -> root.minHeight(-1))).as("least height of %s", what).isLessThan(800);
    }

    private static WindowKit filled(String language) {
        var kit = new WindowKit(Locale.of(language));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.copy = ReviewSamples.copy();
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        return kit.openLoaded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void largeTextsPushNothingOutOfTheWindow(String language) {
        try (WindowKit kit = filled(language)) {
            Fx.run(() -> kit.root().setStyle(TWICE));
            for (String page : Fx.get(() -> kit.findAll(".nav").stream().map(Node::getId).toList())) {
                kit.press("#" + page);
                kit.awaitQuiet();
                Pictures.settle();
                kit.layOut();
                fits(kit.root(), page + " in " + language);
                // where a table is wider than its room, a column of names gives way, and its heading with it
                List<String> headings = kit.texts(".column-header .label");
                assertThat(cut(kit::root)).as("%s in %s", page, language).isSubsetOf(headings);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void norOutOfTheOverviewTheInvoicesAndTheInbox(String language) {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.of(language))) {
            Fx.run(() -> window.root().setStyle(TWICE));
            window.awaitProducts();
            for (String page : List.of("overview", "invoices", "inbox")) {
                window.press("#nav-" + page);
                window.awaitQuiet();
                Pictures.settle();
                fits(window.root(), page + " in " + language);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void noWordOfTheWindowIsCut(String language) {
        try (WindowKit kit = filled(language)) {
            List<String> pages = Fx.get(() -> kit.findAll(".nav").stream().map(Node::getId).toList());
            assertThat(pages).hasSizeGreaterThan(8);

            for (String page : pages) {
                kit.press("#" + page);
                kit.awaitQuiet();
                kit.layOut();
                assertThat(cut(kit::root)).as("%s in %s", page, language).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "nl"})
    void norOnTheOverviewTheInvoicesAndTheInbox(String language) {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.of(language))) {
            window.awaitProducts();
            assertThat(cut(window::root)).as("overview in %s", language).isEmpty();

            window.press("#nav-invoices");
            window.await(".invoice-table").awaitQuiet();
            assertThat(cut(window::root)).as("invoices in %s", language).isEmpty();

            window.press("#nav-inbox");
            window.await("#inbox-new").awaitQuiet();
            assertThat(cut(window::root)).as("inbox in %s", language).isEmpty();
        }
    }
}
