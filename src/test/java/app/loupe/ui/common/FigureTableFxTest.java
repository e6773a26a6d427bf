package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowSamples;

/** What a table of figures shows where there is little room. */
class FigureTableFxTest {
    private static final double LARGE_PX = 26;
    private final Stage stage = Fx.get(Stage::new);

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private FigureTable<String> shown(List<FigureColumn> columns, String... cells) {
        return Fx.get(() -> {
            var font = new FontSize();
            var table = new FigureTable<String>("t", "Table", columns, font.font(), where -> {});
            var pane = new StackPane(font, table.view());
            pane.setStyle("-fx-font-size: " + LARGE_PX + "px");
            Nodes.dress(pane, FigureTable.class, "figures.css");
            // beside the sidebar of a window of the usual size
            var scene = new Scene(pane, 1004, 600);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            stage.setScene(scene);
            stage.show();
            table.show(List.of(new FigureRow<>(FigureRow.Role.ENTRY, "one",
                    Stream.of(cells).map(FigureCell::<String>of).toList(), null)));
            Fx.laidOut(pane);
            Fx.laidOut(pane);
            return table;
        });
    }

    private static List<String> drawn(FigureTable<String> table) {
        return Fx.get(() -> table.view().lookupAll(".table-cell").stream().map(TableCell.class::cast)
                .filter(cell -> cell.getText() != null && !cell.getText().isEmpty())
                .map(cell -> ((Text) Objects.requireNonNull(cell.lookup(".text"))).getText()).toList());
    }

    @Test
    void numbersOfDocumentsAreNotCutWithTextsOfTwiceTheSize() {
        FigureTable<String> table = shown(
                List.of(FigureColumn.words("date", "Date"), FigureColumn.document("document", "Document"),
                        FigureColumn.name("about", "About").leaving(1), FigureColumn.figure("amount", "Amount"),
                        FigureColumn.figure("balance", "Balance")),
                "2026-05-14", "INV/2026/05/00012", "A reference of the customer", "3,345.20 €", "13,345.20 €");

        assertThat(drawn(table)).contains("2026-05-14", "INV/2026/05/00012", "3,345.20 €", "13,345.20 €");
    }

    @Test
    void whatALineOfTotalsIsIsSaidOnceWhereverItsColumnWasMovedTo() {
        FigureTable<String> table = shown(List.of(FigureColumn.words("date", "Date"),
                FigureColumn.words("document", "Document"), FigureColumn.figure("amount", "Amount")), "1", "2", "3");
        Fx.run(() -> {
            table.view().getColumns().add(1, table.view().getColumns().removeFirst());
            table.show(List.of(new FigureRow<>(FigureRow.Role.TOTAL, "all",
                    Stream.of("Total", "", "13.00").map(FigureCell::<String>of).toList(), null)));
            Fx.laidOut(table.view());
            Fx.laidOut(table.view());
        });

        assertThat(drawn(table)).containsExactlyInAnyOrder("Total", "13.00");

        Fx.run(() -> {
            table.view().getColumns().get(1).setVisible(false);
            Fx.laidOut(table.view());
            Fx.laidOut(table.view());
        });
        assertThat(drawn(table)).as("where its own column is not seen").containsExactlyInAnyOrder("Total", "13.00");
    }

    /** Names are as good as whole, no figure is cut, and nobody scrolls sideways. */
    @Test
    void whereThereIsNoRoomColumnsStepAsideInTheirOrderAndAButtonSaysSo() {
        FigureTable<String> table = shown(
                List.of(FigureColumn.name("name", "Customer"), FigureColumn.figure("balance", "Balance"),
                        FigureColumn.figure("overdue", "Overdue").leaving(3),
                        FigureColumn.figure("open", "Open invoices").leaving(1),
                        FigureColumn.figure("last", "Last invoice").leaving(2)),
                "Trattoria Sorvello", "123,466.02 €", "120,250.08 €", "11", "2026-05-14");
        MenuButton button = Fx.get(() -> table.columnsButton(WindowSamples.wording()));

        assertThat(drawn(table)).containsExactlyInAnyOrder("Trattoria Sorvello", "123,466.02 €", "120,250.08 €",
                "2026-05-14");
        assertThat(Fx.get(() -> table.view().lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL))).isFalse();
        assertThat(Fx.get(button::isManaged)).isTrue();
        assertThat(Fx.get(button::getText)).isEqualTo("Columns: 1 has no room");
        assertThat(Fx.get(() -> button.getTooltip().getText())).contains("Open invoices").doesNotContain("Overdue");
        assertThat(Fx.get(() -> button.getItems().stream().filter(MenuItem::isDisable).map(MenuItem::getId).toList()))
                .containsExactly("column-name", "column-balance");

        Fx.run(() -> button.getItems().stream().filter(item -> "column-last".equals(item.getId()))
                .toList().forEach(item -> {
                    ((CheckMenuItem) item).setSelected(false);
                    item.fire();
                }));
        Fx.run(() -> Fx.laidOut(table.view()));
        assertThat(drawn(table)).as("room for another").contains("11").doesNotContain("2026-05-14");
        assertThat(Fx.get(button::isManaged)).as("to bring it back").isTrue();
        Fx.run(() -> stage.setWidth(2400));
        Fx.await("wide", () -> stage.getScene().getWidth() == 2400);
        Fx.run(() -> {
            button.getItems().getLast().fire();
            Fx.laidOut(stage.getScene().getRoot());
        });
        assertThat(drawn(table)).hasSize(5);
        assertThat(Fx.get(button::isManaged)).as("all are seen").isFalse();
    }

    @Test
    void whatARemarkSaysFirstIsNotCutWhileThereIsTheColumn() {
        List<FigureColumn> columns = List.of(FigureColumn.document("document", "Document"),
                FigureColumn.remark("about", "About"), FigureColumn.figure("amount", "Amount"),
                FigureColumn.figure("balance", "Balance"));

        assertThat(drawn(shown(columns, "INV/26/12", "Due 13 June 2022 \u00b7 1532 days late", "3,345.20 \u20ac",
                "13,345.20 \u20ac"))).anyMatch(text -> text.startsWith("Due 13 June 2022") && text.length() < 37);
        assertThat(drawn(shown(columns, "INV/2026/05/00012345", "Due 13 June 2022 \u00b7 1532 days late",
                "123,345.20 \u20ac", "113,345.20 \u20ac"))).anyMatch(text -> text.startsWith("Due 13 June 2022"));
    }
}
