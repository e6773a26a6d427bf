package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.ui.common.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.ChangeSamples;
import testkit.window.Fx;
import testkit.window.OverviewWindow;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** A list has its place before it has rows: what comes with the first ones does not push it down while its owner looks. */
class FirstRowsFxTest {
    private static void size(Stage stage) {
        Fx.run(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        Fx.await("the window has its size", () -> stage.getScene().getWidth() == 1280
                && stage.getScene().getHeight() == 800);
    }

    /** Where the list begins and where the sidebar has its places. */
    private static List<Long> places(Parent root) {
        Pictures.settle();
        return Fx.get(() -> {
            Fx.laidOut(root);
            Node list = root.lookupAll(".table-view").stream().filter(node -> node instanceof TableView<?>)
                    .findFirst().orElseThrow();
            return List.of(top(list), top(root.lookup("#nav-invoices")));
        });
    }

    private static long top(Node node) {
        return Math.round(node.localToScene(node.getBoundsInLocal()).getMinY());
    }

    private static Map<String, List<Long>> places(boolean rows) {
        var places = new LinkedHashMap<String, List<Long>>();
        try (var kit = new WindowKit()) {
            kit.copy = rows ? ReviewSamples.copy() : new TradingCopy(FakeInvoices.empty());
            kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
            kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
            if (rows) {
                kit.reader.with(WindowSamples.ACME, 12);
                OwedSamples.currencies(kit.reader, WindowSamples.ACME);
                ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
            }
            kit.open();
            size(kit.stage());
            for (String page : List.of("customers", "vendors", "aged", "changed", "check", "products")) {
                Fx.await(page, () -> kit.find("#nav-" + page) != null);
                kit.press("#nav-" + page);
                kit.awaitQuiet();
                places.put(page, places(kit.root()));
            }
        }
        return places;
    }

    @Test
    void theListsOfFiguresBeginWhereTheyDidWhenTheyWereEmpty() {
        assertThat(places(true)).isEqualTo(places(false));
    }

    private static Map<String, List<Long>> invoices(TradingCopy copy) {
        var places = new LinkedHashMap<String, List<Long>>();
        try (var window = new OverviewWindow(copy, new Memory(Map.of()), Locale.US)) {
            size(window.stage());
            for (String page : List.of("invoices", "inbox")) {
                window.press("#nav-" + page);
                window.awaitQuiet();
                places.put(page, places(window.root()));
            }
        }
        return places;
    }

    @Test
    void theListsOfInvoicesDoSoToo() {
        assertThat(invoices(TradingCopy.business())).isEqualTo(invoices(new TradingCopy(FakeInvoices.empty())));
    }
}
