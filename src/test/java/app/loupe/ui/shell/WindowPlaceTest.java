package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlaceTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 25, 1440, 875);
    private static final Rectangle2D DESK = new Rectangle2D(1440, 0, 2560, 1440);

    private static Optional<Rectangle2D> on(Rectangle2D place, Rectangle2D... screens) {
        return WindowPlace.on(List.of(screens), place);
    }

    @Test
    void aPlaceThatIsStillThereIsTaken() {
        var place = new Rectangle2D(1600, 100, 1280, 800);

        assertThat(on(place, LAPTOP, DESK)).contains(place);
    }

    @Test
    void aScreenThatWentAwayLeavesTheChoiceToTheSystem() {
        assertThat(on(new Rectangle2D(1600, 100, 1280, 800), LAPTOP)).isEmpty();
        assertThat(on(new Rectangle2D(1600, 100, 1280, 800))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-500,-300,1280,800", "1200,700,1280,800", "-10,-10,99999,99999", "1439,899,960,600",
        "0,-790,1280,820"})
    void theWindowIsAlwaysWholeOnAScreen(double x, double y, double width, double height) {
        Rectangle2D placed = on(new Rectangle2D(x, y, width, height), LAPTOP, DESK).orElseThrow();

        assertThat(LAPTOP.contains(placed) || DESK.contains(placed)).as(placed.toString()).isTrue();
    }
}
