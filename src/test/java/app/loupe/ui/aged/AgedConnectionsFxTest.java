package app.loupe.ui.aged;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.FigureRow;
import java.util.Objects;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.OwedSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What stands behind a figure is of one connection, and goes when that is no longer among those that are shown. */
class AgedConnectionsFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"))
                .with(WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café"));
        kit.reader.with(WindowSamples.ACME, 12).with(WindowSamples.HARBOUR, 12);
        OwedSamples.all(kit.reader, WindowSamples.ACME);
        kit.openLoaded();
        kit.press("#nav-aged");
        Fx.await("the list", () -> row("Brightwater Hotels") >= 0);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    /** On the FX thread; -1 when there is none. */
    private int row(String name) {
        if (kit.find("#aged") instanceof TableView<?> view) {
            for (int i = 0; i < view.getItems().size(); i++) {
                if (((FigureRow<?>) view.getItems().get(i)).cells().getFirst().text().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked") // the only table of this id
    private void openFigure(String name) {
        Fx.run(() -> {
            var view = (TableView<Object>) Objects.requireNonNull(kit.find("#aged"));
            TableColumn<Object, ?> total = view.getColumns().getLast();
            view.getSelectionModel().clearAndSelect(row(name), total);
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Fx.await("its items", () -> kit.find("#aged-items") != null);
    }

    private void choose(int connection) {
        Fx.run(() -> kit.findAll(".connection-line").get(connection).fireEvent(Clicks.primary()));
    }

    @Test
    void theItemsOfAPartnerGoWhenAnotherConnectionIsChosen() {
        openFigure("Brightwater Hotels");

        choose(1);

        Fx.await("the list", () -> kit.find("#aged-items") == null);
        assertThat(Fx.get(() -> kit.seen(".label"))).noneMatch(text -> text.contains("Brightwater"));
    }

    @Test
    void theyStayWhenItsOwnConnectionIsChosen() {
        openFigure("Brightwater Hotels");

        choose(0);

        Fx.await("chosen", () -> kit.findAll(".connection-line").getFirst().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("selected")));
        assertThat(Fx.get(() -> kit.find("#aged-items") != null)).isTrue();
    }
}
