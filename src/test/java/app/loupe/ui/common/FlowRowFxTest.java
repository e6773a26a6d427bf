package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;

class FlowRowFxTest {
    private static final int HIGH = 20;

    /** Spaces are parts of an em, at every size of text another part of a pixel. */
    @ParameterizedTest
    @ValueSource(doubles = {4.8, 5.2, 10.4, 10.6})
    void aRowThatHasAllTheWidthItAskedForIsOneLine(double spacing) {
        Fx.run(() -> {
            var row = new FlowRow(Stream.of(280.4, 241.2, 199.9, 115.7, 90.3, 60.1).map(FlowRowFxTest::part)
                    .toArray(Region[]::new));
            row.setSpacing(spacing);
            row.setStyle("-fx-padding: 0 3.3px 0 3.3px");
            new Scene(row);
            Fx.laidOut(row);

            double wanted = row.prefWidth(-1);
            assertThat(row.prefHeight(wanted)).isEqualTo(HIGH);
            assertThat(row.prefHeight(wanted - HIGH)).isGreaterThan(HIGH);
        });
    }

    /** As a single line does. */
    @ParameterizedTest
    @CsvSource({"CENTER_LEFT, 0", "CENTER, 100", "CENTER_RIGHT, 200"})
    void linesStandAsTheRowIsAligned(Pos alignment, double left) {
        Fx.run(() -> {
            var row = new FlowRow(part(200), part(200));
            row.setAlignment(alignment);
            new Scene(new StackPane(row), 400, 100);
            row.setSpacing(10);
            Fx.laidOut(row.getScene().getRoot());

            assertThat(row.getChildren()).extracting(one -> one.getBoundsInParent().getMinX())
                    .containsExactly(left, left);
        });
    }

    /** What breaks into lines is asked how high it is at the width that it gets, with nothing beside it or something. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sumsThatHaveRoomForOneLineGetOne(int growing) {
        Fx.run(() -> {
            var row = new FlowRow(part(100));
            for (int i = 0; i < growing; i++) {
                var sums = new FlowPane(part(200), part(200), part(200));
                sums.setPrefWrapLength(400);
                HBox.setHgrow(sums, Priority.ALWAYS);
                row.getChildren().add(sums);
            }
            Fx.laidOut(new BorderPane(null, null, null, row, null));

            assertThat(row.prefHeight(100 + 600 * growing)).isEqualTo(HIGH);
            assertThat(row.minHeight(100 + 600 * growing)).isEqualTo(HIGH);
            assertThat(row.prefHeight(100 + 500 * growing)).isEqualTo(2 * HIGH);
        });
    }

    private static Region part(double width) {
        var part = new Region();
        part.setMinSize(width, HIGH);
        part.setPrefSize(width, HIGH);
        return part;
    }
}
