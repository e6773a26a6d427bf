package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;

class ColumnHeadsFxTest {
    private static final double NEAR_PX = 12;

    private final SteppedTable<String> table = Fx.get(SteppedTable::new);

    private void columns(double width, SortType order) {
        for (String head : List.of("Invoice date", "Due date")) {
            var column = new TableColumn<String, String>(head);
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setSortType(order);
            table.getColumns().add(column);
        }
        table.getSortOrder().add(table.getColumns().getFirst());
        Fx.laidOut(new Scene(table, 3 * width, 200).getRoot());
    }

    private TableColumnHeader head() {
        return table.lookupAll(".column-header").stream().filter(TableColumnHeader.class::isInstance)
                .map(TableColumnHeader.class::cast)
                .filter(header -> table.getColumns().getFirst().equals(header.getTableColumn())).findFirst()
                .orElseThrow();
    }

    private Bounds text() {
        Label label = (Label) head().lookup(".label");
        Node text = label.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).findFirst().orElseThrow();
        return text.localToScene(text.getLayoutBounds());
    }

    private Bounds arrow() {
        Node arrow = head().lookup(".arrow");
        return arrow.localToScene(arrow.getLayoutBounds());
    }

    @ParameterizedTest
    @EnumSource(SortType.class)
    void theArrowStandsBehindItsHead(SortType order) {
        Fx.run(() -> {
            columns(400, order);
            ((Label) head().lookup(".label")).setAlignment(Pos.CENTER_LEFT);
            Fx.laidOut(table);

            assertThat(arrow().getMinX()).isBetween(text().getMaxX(), text().getMaxX() + NEAR_PX);
        });
    }

    /** A head at the right keeps it at the right, and a narrow column within itself. */
    @ParameterizedTest
    @ValueSource(strings = {"CENTER_RIGHT", "CENTER_LEFT"})
    void theArrowStaysInItsColumn(String alignment) {
        Fx.run(() -> {
            columns(60, SortType.ASCENDING);
            ((Label) head().lookup(".label")).setAlignment(Pos.valueOf(alignment));
            Fx.laidOut(table);

            Bounds column = head().localToScene(head().getLayoutBounds());
            assertThat(arrow().getMaxX()).isLessThanOrEqualTo(column.getMaxX());
            assertThat(arrow().getMinX()).isGreaterThan(column.getCenterX());
        });
    }
}
