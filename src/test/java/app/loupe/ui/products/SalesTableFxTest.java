package app.loupe.ui.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class SalesTableFxTest {
    private record Line(String name, String unit, @Nullable String quantity) {}

    private static final List<Line> LINES = List.of(new Line("desk", "Units", "9"), new Line("beans", "kg", "700"),
            new Line("free", "Units", null), new Line("chair", "Units", "12"), new Line("tea", "kg", "3"),
            new Line("sofa", "Units", "100"));

    private static SalesTable<Line> table() {
        return new SalesTable<Line>("sales", "Sales", "name", new SimpleObjectProperty<>(Font.font(13)), line -> {})
                .name("name", "Product", 0, Line::name)
                .figure("quantity", "Quantity sold in all", 1,
                        new SalesOrder<>(line -> line.quantity() == null ? null : new BigDecimal(line.quantity()),
                                Line::unit),
                        line -> line.quantity() == null ? "" : line.quantity())
                .ready();
    }

    private static List<String> names(SalesTable<Line> table) {
        return table.view().getItems().stream().map(Line::name).toList();
    }

    @Test
    void aHeadingOrdersWithinEachUnitInBothDirectionsAndKeepsWhatIsSelected() {
        Fx.run(() -> {
            SalesTable<Line> table = table();
            table.show(LINES, Line::name);
            table.view().getSelectionModel().select(LINES.getFirst());
            TableColumn<Line, ?> quantity = table.view().getColumns().getLast();
            assertThat(quantity.isSortable()).isTrue();

            quantity.setSortType(TableColumn.SortType.DESCENDING);
            table.view().getSortOrder().add(quantity);
            assertThat(names(table)).containsExactly("sofa", "chair", "desk", "beans", "tea", "free");
            assertThat(table.chosen()).contains(LINES.getFirst());
            quantity.setSortType(TableColumn.SortType.ASCENDING);
            assertThat(names(table)).containsExactly("desk", "chair", "sofa", "tea", "beans", "free");
            table.show(LINES.subList(0, 4), Line::name);
            assertThat(names(table)).as("also what is read anew").containsExactly("desk", "chair", "beans", "free");
            table.view().getSortOrder().clear();
            assertThat(names(table)).containsExactly("desk", "beans", "free", "chair");
        });
    }
}
