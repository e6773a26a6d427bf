package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static Region part(double width) {
        var part = new Region();
        part.setMinSize(width, HIGH);
        part.setPrefSize(width, HIGH);
        return part;
    }
}
