package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.ChangeSamples;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The rows of every list are as high as whole pixels: the lines between them are else crisp and blurred by turns. */
class WholeRowsFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.copy = ReviewSamples.copy();
        kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.openLoaded();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @CsvSource({"changed, changes", "check, findings", "synclog, runs", "synclog, requests", "customers, customers",
        "aged, aged", "products, products"})
    void rowsAreWholePixelsHigh(String page, String table) {
        kit.press("#nav-" + page);
        if (table.equals("requests")) {
            demandRows("runs");
            Fx.run(() -> ((TableView<?>) Objects.requireNonNull(kit.find("#runs"))).getSelectionModel().select(0));
        }
        demandRows(table);
        kit.layOut();

        assertThat(Fx.get(() -> kit.findAll("#" + table + " .table-row-cell:filled").stream().map(Region.class::cast)
                .map(row -> row.getHeight() % 1).toList())).isNotEmpty().containsOnly(0.0);
    }

    private void demandRows(String table) {
        Fx.await("rows of " + table, () -> kit.find("#" + table) instanceof TableView<?> view
                && !view.getItems().isEmpty() && !kit.findAll("#" + table + " .table-row-cell:filled").isEmpty());
    }
}
