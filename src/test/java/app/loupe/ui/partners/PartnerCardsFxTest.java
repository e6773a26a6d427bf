package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What is owed is read in every window, and never in part. */
class PartnerCardsFxTest {
    private static final int NARROWEST = 960;
    private static final int WIDEST = 1_500;
    private static final int STEP = 20;

    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.openLoaded();
        Fx.run(() -> kit.navigator()
                .open(new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id(), false, null)));
        Fx.await("its cards", () -> kit.find("#card-owed") != null);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private List<String> cutIn(int width) {
        Stage stage = kit.stage();
        Fx.run(() -> stage.setWidth(width));
        Fx.await("the window has its size", () -> stage.getScene().getWidth() == width);
        kit.layOut();
        return Fx.get(() -> kit.findAll(".partner-cards .label").stream().map(Labeled.class::cast)
                .filter(Labeled::isTextTruncated).map(label -> width + ": " + label.getText()).toList());
    }

    @Test
    void noFigureIsCut() {
        var cut = new ArrayList<String>();
        for (int width = NARROWEST; width <= WIDEST; width += STEP) {
            cut.addAll(cutIn(width));
        }

        assertThat(cut).isEmpty();
        assertThat(Fx.get(() -> kit.findAll(".partner-cards .card-figure").size())).isEqualTo(4);
    }

    /** A number of days is shorter than any amount: in larger letters it would seem to be what matters. */
    @Test
    void allFiguresAreOfOneSize() {
        kit.layOut();

        assertThat(Fx.get(() -> kit.findAll(".partner-cards .card-figure").stream().map(Labeled.class::cast)
                .map(figure -> figure.getFont().getSize()).distinct().toList())).hasSize(1);
    }

    @Test
    void cardsStandBesideEachOtherWhereThereIsRoomAndBelowWhereThereIsNone() {
        assertThat(cutIn(WIDEST)).isEmpty();
        assertThat(top("#card-overdue")).isEqualTo(top("#card-owed"));
        assertThat(top("#card-habit")).isGreaterThan(top("#card-owed"));

        Fx.run(() -> {
            var scroll = (ScrollPane) Objects.requireNonNull(kit.find(".partner-aside-scroll"));
            scroll.setStyle("-fx-pref-width: 14em; -fx-min-width: 14em;");
        });
        kit.layOut();
        kit.layOut();
        assertThat(top("#card-overdue")).isGreaterThan(top("#card-owed"));
        assertThat(cutIn(WIDEST)).isEmpty();
    }

    private double top(String card) {
        return Fx.get(() -> {
            var found = Objects.requireNonNull(kit.find(card));
            return found.localToScene(found.getLayoutBounds()).getMinY();
        });
    }
}
