package app.loupe.ui.aged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.ui.common.FigureColumn;
import app.loupe.ui.common.FigureRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.Pictures;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What is seen of a row adds up, however little room there is: no addend of a sum that is seen steps aside. */
class AddendsFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.openLoaded();
        kit.press("#nav-aged");
        Fx.await("rows", () -> kit.find("#aged") instanceof TableView<?> view && view.getItems().size() == 9);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void make(double width, double fontPx) {
        Fx.run(() -> {
            kit.stage().setWidth(width);
            kit.stage().setHeight(700);
            kit.root().setStyle("-fx-font-size: " + fontPx + "px");
        });
        Fx.await("as wide", () -> kit.stage().getScene().getWidth() == width);
        Pictures.settle();
        kit.layOut();
    }

    @SuppressWarnings("unchecked") // the only tables of these ids
    private TableView<FigureRow<?>> table(String id) {
        return (TableView<FigureRow<?>>) Objects.requireNonNull(kit.find(id));
    }

    /** The figures of those columns that are seen, one list for each row that has them. */
    private List<List<BigDecimal>> seen(String id, List<String> columns) {
        return Fx.get(() -> {
            TableView<FigureRow<?>> view = table(id);
            List<String> all = view.getColumns().stream().map(TableColumn::getId).toList();
            List<String> shown = view.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
            return view.getItems().stream().filter(row -> row.role() != FigureRow.Role.HEADING)
                    .map(row -> columns.stream().filter(shown::contains)
                            .map(column -> number(row.cells().get(all.indexOf(column)).text())).toList())
                    .toList();
        });
    }

    private static BigDecimal number(String text) {
        String digits = text.replace('\u2212', '-').replaceAll("[^0-9.-]", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    private static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"1280, 13", "1024, 13", "1024, 19.5", "1280, 26", "1024, 26"})
    void agesAddUpToTheirTotal(double width, double fontPx) {
        make(width, fontPx);

        assertThat(seen("#aged", List.of("not_due", "1-30", "31-60", "61-90", "91-120", "older", "total")))
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(sum(row.subList(0, row.size() - 1))).isEqualByComparingTo(row.getLast()));
        Fx.run(() -> assertThat(table("#aged").lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL))
                .as("scrolls where there is no room").isEqualTo(fontPx > 13));
    }

    @ParameterizedTest
    @CsvSource({"1280, 13", "1024, 19.5", "1024, 26"})
    void aStatementGoesFromBalanceToBalance(double width, double fontPx) {
        partner();
        make(width, fontPx);

        List<List<BigDecimal>> rows = seen("#partner-statement", List.of("amount", "balance"));
        assertThat(IntStream.range(1, rows.size())).hasSizeGreaterThan(3)
                .allSatisfy(at -> assertThat(rows.get(at - 1).getLast().add(rows.get(at).getFirst()))
                        .isEqualByComparingTo(rows.get(at).getLast()));
    }

    @ParameterizedTest
    @CsvSource({"1280, 13", "1024, 19.5", "1024, 26"})
    void aYearGoesFromBalanceToBalance(double width, double fontPx) {
        partner();
        kit.press("#part-history");
        Fx.await("history", () -> kit.find("#partner-history") != null);
        make(width, fontPx);

        assertThat(Fx.get(() -> table("#partner-history").getVisibleLeafColumns().stream().map(TableColumn::getId)
                .toList())).contains("invoiced", "settled", "balance");
    }

    @Test
    void noAddendMayLeave() {
        assertThatThrownBy(() -> FigureColumn.addend("amount", "Amount").leaving(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void partner() {
        Fx.run(() -> {
            TableView<FigureRow<?>> view = table("#aged");
            view.getSelectionModel().clearAndSelect(1, view.getColumns().getFirst());
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Fx.await("the partner's page", () -> kit.find("#partner-statement") != null);
    }
}
