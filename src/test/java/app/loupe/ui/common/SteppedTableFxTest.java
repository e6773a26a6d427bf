package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.layout.StackPane;
import javafx.beans.property.SimpleStringProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

/** How many rows a table makes in one frame. */
class SteppedTableFxTest {
    private static final double ROW_PX = 35;
    private static final int HEIGHT_PX = 700;
    /** Four rows, and those that the toolkit makes to measure and at the edges. */
    private static final int MOST_IN_A_FRAME = 7;
    private final Stage stage = Fx.get(Stage::new);
    private final SteppedTable<String> table = Fx.get(SteppedTable::new);
    private int made;

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    /** What was to be seen after the layout of a frame. */
    private record Frame(int rows, boolean shown) {}

    private Scene scene() {
        var column = new TableColumn<String, String>("Text");
        column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
        table.getColumns().add(column);
        table.setFixedCellSize(ROW_PX);
        table.setRowFactory(view -> {
            made++;
            return new TableRow<>();
        });
        return new Scene(new StackPane(table), 400, HEIGHT_PX);
    }

    private List<Frame> frames(int rows) {
        var frames = new ArrayList<Frame>();
        Fx.run(() -> {
            Scene scene = scene();
            stage.setScene(scene);
            stage.show();
            Fx.laidOut(scene.getRoot());
            scene.addPostLayoutPulseListener(() -> frames.add(new Frame(made, isShown())));
            table.getItems().setAll(texts(rows));
        });
        Fx.await("rows", () -> made > 0 && isShown());
        return Fx.get(() -> List.copyOf(frames));
    }

    private static List<String> texts(int rows) {
        return IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    }

    private boolean isShown() {
        Node flow = Objects.requireNonNull(table.lookup(".virtual-flow"));
        return flow.isVisible() && flow.getOpacity() == 1;
    }

    @Test
    void theFirstOfManyRowsAreMadeAFewInEachFrameAndSeenOnceAllAreThere() {
        List<Frame> frames = frames(100_000);

        int before = 0;
        for (Frame frame : frames) {
            assertThat(frame.rows() - before).as("made in one frame of %s", frames)
                    .isLessThanOrEqualTo(MOST_IN_A_FRAME);
            assertThat(frame.shown()).as("shown of %s", frames)
                    .isEqualTo(frame.rows() >= (int) (HEIGHT_PX / ROW_PX) - 1);
            before = frame.rows();
        }
        assertThat(before).isGreaterThanOrEqualTo((int) (HEIGHT_PX / ROW_PX) - 1);
    }

    @Test
    void rowsThatHaveRoomComeAtOnceWithoutABarForSomeFrames() {
        assertThat(frames(12)).isNotEmpty().allMatch(Frame::shown);
    }

    @Test
    void withoutAWindowAllRowsComeAtOnce() {
        Fx.run(() -> {
            Scene scene = scene();
            table.getItems().setAll(texts(1_000));
            Fx.laidOut(scene.getRoot());

            assertThat(isShown()).isTrue();
            assertThat(made).isGreaterThanOrEqualTo((int) (HEIGHT_PX / ROW_PX) - 1);
        });
    }
}
