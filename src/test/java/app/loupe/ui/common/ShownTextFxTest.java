package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

/** A server may send a name of a million letters. */
class ShownTextFxTest {
    private static final int MOST = ShownText.MOST_CHARACTERS;
    private static final String LONG = "x".repeat(1 << 20);

    private record Line(String heading, String spoken) implements GroupedRow {
        @Override
        public boolean isOfSame(GroupedRow other) {
            return equals(other);
        }
    }

    @Test
    void noCharacterIsTakenApartAtTheEnd() {
        assertThat(ShownText.of("x".repeat(MOST))).isEqualTo("x".repeat(MOST));
        assertThat(ShownText.of("x".repeat(MOST - 2) + "\ud83d\ude00x")).isEqualTo("x".repeat(MOST - 2) + "…");
        assertThat(ShownText.of(LONG)).hasSize(MOST).endsWith("x…");
    }

    @Test
    void noLabelButtonOrChipShowsMore() {
        Fx.run(() -> {
            var chip = new ChoiceChip<String>("chip", "Company", text -> text, text -> {});
            chip.show(List.of("", LONG), LONG);

            assertThat(List.of(Nodes.label(LONG), Nodes.button(LONG, () -> {}), chip)).allSatisfy(shown -> {
                assertThat(shown.getText()).hasSize(MOST);
                assertThat(String.valueOf(shown.getAccessibleText()).length()).isLessThan(2 * MOST);
            });
            assertThat(chip.getItems())
                    .allSatisfy(item -> assertThat(item.getText().length()).isLessThanOrEqualTo(MOST));
        });
    }

    @Test
    void noCellShowsMore() {
        assertThat(FigureCell.of(LONG).in(FigureCell.Tone.MUTED).text()).hasSize(MOST);
        Fx.run(() -> {
            List<BiConsumer<GroupedTable.Cell<Line, Line>, Line>> kinds = List.of((cell, line) -> cell.words(LONG),
                    (cell, line) -> cell.badge(LONG, "quiet"), (cell, line) -> cell.link(LONG, LONG, () -> {}));
            for (var kind : kinds) {
                var table = new GroupedTable<Line, Line>("rows", "Rows", Line.class,
                        new SimpleObjectProperty<>(Font.font(13)), line -> {});
                TableColumn<Line, Line> column = table.add("said", "Said", kind);
                @SuppressWarnings("unchecked") // the table makes no other
                var cell = (GroupedTable.Cell<Line, Line>) column.getCellFactory().call(column);
                cell.updateTableColumn(column);
                cell.updateItem(new Line("", LONG), false);

                assertThat(cell.getText()).hasSize(MOST);
                assertThat(cell.getAccessibleText().length()).isLessThan(2 * MOST);
                if (cell.getGraphic() instanceof Labeled drawn) {
                    assertThat(drawn.getText()).hasSize(MOST);
                }
            }
        });
    }

    /** All of a column are measured, whatever is seen of it. */
    @Test
    void noMoreIsMeasured() {
        assertThat(TextShapes.shape(LONG)).hasSize(MOST);
    }
}
