package app.loupe.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FxStage;

class ScrollThumbFxTest {
    private static final int ROWS = 100_000;
    /** What a pointer meets without aim. */
    private static final double LEAST_PX = 24;

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    @ParameterizedTest
    @EnumSource
    void isLongEnoughToBeSeenAndTakenInTheLongestList(Orientation orientation) {
        Stage stage = FxStage.on(() -> {
            var list = new ListView<>(FXCollections.observableArrayList(IntStream.range(0, ROWS).boxed().toList()));
            list.setOrientation(orientation);
            var shown = new Stage();
            shown.setScene(new Scene(list, 500, 500));
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(shown.getScene());
            shown.show();
            list.applyCss();
            list.layout();
            return shown;
        });

        double length = FxStage.on(() -> stage.getScene().getRoot().lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance).map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation && bar.isVisible())
                .map(bar -> (Region) bar.lookup(".thumb"))
                .mapToDouble(thumb -> orientation == Orientation.VERTICAL ? thumb.getHeight() : thumb.getWidth())
                .max().orElse(0));
        FxStage.run(stage::close);

        assertThat(length).isBetween(LEAST_PX, 2 * LEAST_PX);
    }
}
