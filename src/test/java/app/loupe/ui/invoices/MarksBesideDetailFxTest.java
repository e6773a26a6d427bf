package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

/** The owner's marks where little room is left for the list: none is left out without a sign that there is more. */
class MarksBesideDetailFxTest extends MarkedInvoices {
    private static final double HEIGHT_PX = 900;

    private static List<TableCell<?, ?>> signs(InvoicesView screen) {
        return FxStage.on(() -> nodes(table(screen)).filter(node -> node.getStyleClass().contains("cell-mark"))
                .filter(TableCell.class::isInstance).<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.isVisible() && cell.getText() != null && cell.getText().length() > 1).toList());
    }

    @Test
    void noSignIsCutAwayUnsaid() throws ProblemException {
        copy.book().mark(Map.of(copy.key(ONE), new MarkAct.Together(List.of(new MarkAct.Flag(true),
                new MarkAct.Note("ask Mr. Ames"), new MarkAct.Remind(FakeInvoices.TODAY.plusDays(3))))));
        InvoicesView screen = show(copy);
        open(screen, ONE);

        for (double width : List.of(1176.0, 1000.0, 900.0, 800.0, 700.0)) {
            FxStage.run(() -> {
                stage.setWidth(width);
                stage.setHeight(HEIGHT_PX);
            });
            laidOut(screen);

            List<TableCell<?, ?>> cells = signs(screen);
            assertThat(FxStage.on(() -> Set.copyOf(cells.stream().map(TableCell::getText).toList())))
                    .as("at %s px", width).contains("⚑✎◷");
            assertThat(FxStage.on(() -> cells.stream().filter(TableCell::isTextTruncated)
                    .map(cell -> ((Text) cell.lookup(".text")).getText()).toList())).as("seen at %s px", width)
                    .allMatch(seen -> seen.startsWith("⚑") && seen.endsWith("+"));
            assertThat(FxStage.on(() -> table(screen).getVisibleLeafColumns().stream().map(TableColumn::getId)
                    .toList())).as("at %s px", width).contains(MarkColumn.ID);
        }
    }
}
