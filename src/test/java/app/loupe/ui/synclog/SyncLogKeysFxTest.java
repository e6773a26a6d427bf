package app.loupe.ui.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.event.Event;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The sync log by keyboard. */
class SyncLogKeysFxTest {
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void open() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        kit.press("#nav-synclog");
        Fx.await("runs", () -> kit.find("#runs") instanceof TableView<?> runs && runs.getItems().size() > 1);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private TableView<?> table(String id) {
        return (TableView<?>) Objects.requireNonNull(kit.find(id));
    }

    private int downIn(String id) {
        return Fx.get(() -> {
            table(id).requestFocus();
            Event.fireEvent(table(id),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
            return table(id).getSelectionModel().getSelectedIndex();
        });
    }

    private void requestsOf(int run) {
        Fx.run(() -> table("#requests").getItems().clear());
        Fx.run(() -> table("#runs").getSelectionModel().clearAndSelect(run));
        Fx.await("requests", () -> table("#requests").getItems().size() > 1);
    }

    private boolean saysNone() {
        return Fx.get(() -> Objects.requireNonNull(table("#requests").getPlaceholder()).isVisible());
    }

    @Test
    void thatThereAreNoRequestsIsSaidOfARunAlone() {
        assertThat(saysNone()).as("no run is chosen").isFalse();

        requestsOf(1);
        assertThat(saysNone()).as("hidden by rows").isTrue();
    }

    @Test
    void theFirstDownSelectsTheFirstRun() {
        assertThat(downIn("#runs")).isZero();
        assertThat(downIn("#runs")).isOne();
    }

    @Test
    void theFirstDownSelectsTheFirstRequestOfEveryRun() {
        requestsOf(1);
        assertThat(downIn("#requests")).isZero();
        assertThat(downIn("#requests")).isOne();

        requestsOf(2);
        assertThat(downIn("#requests")).as("of another run").isZero();
    }
}
