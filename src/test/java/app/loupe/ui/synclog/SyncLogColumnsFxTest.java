package app.loupe.ui.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FxStage;
import testkit.window.Fx;
import testkit.window.Pictures;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class SyncLogColumnsFxTest {
    private static final List<String> WORDS = List.of("What happened", "Answer");
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        kit.press("#nav-synclog");
        Fx.await("runs", () -> kit.find("#runs") instanceof TableView<?> runs && runs.getItems().size() > 1);
        Fx.run(() -> ((TableView<?>) kit.root().lookup("#runs")).getSelectionModel().select(1));
        Fx.await("requests", () -> kit.find("#requests") instanceof TableView<?> table && !table.getItems().isEmpty());
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node), node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(SyncLogColumnsFxTest::nodes)
                : Stream.empty());
    }

    private static Stream<TableCell<?, ?>> cells(WindowKit kit) {
        return nodes(kit.root()).filter(TableCell.class::isInstance)
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.isVisible() && cell.getTableColumn() != null && cell.getText() != null);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void noDateNameOrNumberIsCutAtAnyWidth(int fontPx) {
        Parent view = Fx.get(() -> (Parent) kit.root().lookup(".synclog"));
        Fx.run(() -> kit.root().setStyle("-fx-font-size: " + fontPx + "px"));
        for (int width = 700; width <= 1900; width += 40) {
            int now = width;
            Fx.run(() -> {
                view.setManaged(false);
                view.resize(now, 700);
            });
            Fx.layOut(kit.root());

            assertThat(Fx.get(() -> cells(kit).count())).isPositive();
            assertThat(Fx.get(() -> cells(kit).filter(cell -> !WORDS.contains(cell.getTableColumn().getText())
                    && cell.isTextTruncated()).map(cell -> cell.getTableColumn().getText() + ": " + cell.getText())
                    .toList())).as("at %s px", width).isEmpty();
        }
    }

    @Test
    void aLongNameOfAConnectionLeavesRoomForWhatHappened() {
        String name = "Harbour Supplies and Marine Equipment (Netherlands) B.V., Rotterdam and Antwerp";
        try (var other = new WindowKit()) {
            other.connections.with(WindowSamples.profile(WindowSamples.HARBOUR, name))
                    .with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
            other.journal.runs.addAll(WindowSamples.runs());
            other.openLoaded();
            other.press("#nav-synclog");
            Fx.await("runs", () -> other.find("#runs") instanceof TableView<?> runs && runs.getItems().size() > 1);
            Pictures.settle();

            TableCell<?, ?> cell = Fx.get(() -> cells(other).filter(one -> one.getText().equals(name)).findFirst()
                    .orElseThrow());
            assertThat(Fx.get(cell::isTextTruncated)).isTrue();
            assertThat(Fx.get(() -> cell.getTableView().getVisibleLeafColumns())).as("none leaves for it")
                    .hasSameSizeAs(Fx.get(() -> cell.getTableView().getColumns()));
            assertThat(Fx.get(() -> FxStage.tip(cell))).contains(name);
        }
    }
}
