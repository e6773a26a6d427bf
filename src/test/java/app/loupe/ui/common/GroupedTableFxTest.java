package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.ColumnPlan.Wish;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

class GroupedTableFxTest {
    @Test
    void headingsAreWholeWithoutARowBelowThem() {
        Fx.run(() -> {
            var font = new SimpleObjectProperty<>(Font.font(13));
            var table = new GroupedTable<GroupedRow, GroupedRow>("rows", "Rows", GroupedRow.class, font, row -> {});
            table.add("weight", "How much it matters to the owner of the books", (cell, row) -> cell.words(""));
            table.add("said", "Said", (cell, row) -> cell.words(""));
            table.add("when", "Customer / vendor", (cell, row) -> cell.words(""));
            table.ready("said", ruler -> List.of(new Wish("weight", 10, 10, 0, 0), new Wish("said", 50, 90, 0, 0),
                    new Wish("when", 10, 10, 0, 0)));
            var scene = new Scene(new StackPane(table.view()), 900, 200);
            table.show(List.of());
            Fx.laidOut(scene.getRoot());

            var ruler = new TextRuler(font.get());
            assertThat(table.view().getColumns()).hasSize(3).allSatisfy(column -> assertThat(column.getWidth())
                    .as(column.getText()).isGreaterThanOrEqualTo(ruler.smallBold(List.of(column.getText()))
                            + GroupedTable.CELL_EM * ruler.em()));
        });
    }
}
