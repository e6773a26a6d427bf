package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.ColumnPlan.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class ColumnFittingFxTest {
    /** Fractions of a pixel: each is rounded by itself where a cell is drawn. */
    @Test
    void columnsThatFitHaveNoBarToScroll() {
        Fx.run(() -> {
            var table = new TableView<String>();
            for (String id : List.of("name", "a", "b", "c", "d")) {
                var column = new TableColumn<String, String>(id);
                column.setId(id);
                column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
                table.getColumns().add(column);
            }
            var fitting = new ColumnFitting<>(table, "name");
            var scene = new Scene(new StackPane(table), 640, 200);
            Fx.laidOut(scene.getRoot());
            var bars = new ArrayList<Double>();
            for (double part : new double[] {0, 0.2, 0.4, 0.5, 0.6, 0.8}) {
                table.getItems().setAll(IntStream.range(0, 3).mapToObj(Integer::toString).toList());
                fitting.fit(
                        List.of(new Wish("name", 90 + part, 90 + part, 0, 0), new Wish("a", 70 + part, 70 + part, 0, 0),
                                new Wish("b", 80 + part, 80 + part, 0, 0), new Wish("c", 60 + part, 60 + part, 0, 0),
                                new Wish("d", 50 + part, 50 + part, 0, 0)),
                        13);
                Fx.laidOut(scene.getRoot());
                if (table.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                        .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible())) {
                    bars.add(part);
                }
                assertThat(table.getColumns().get(1).getWidth()).isGreaterThanOrEqualTo(70 + part);
                assertThat(table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum())
                        .isBetween(table.getWidth() - 8, table.getWidth());
            }
            assertThat(bars).as("parts of a pixel").isEmpty();
        });
    }
}
