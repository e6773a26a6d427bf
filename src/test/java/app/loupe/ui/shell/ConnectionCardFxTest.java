package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The card of a connection, which a screen asks the window for. */
class ConnectionCardFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void opensFromTheSettings() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.copy = kit.reader;
        kit.openLoaded();
        kit.press("#nav-settings");
        Fx.await("the connections are listed", () -> kit.find("#kept .button") != null);

        kit.press("#kept .button");

        Fx.await("the card is open", () -> kit.find("#address") != null);
        assertThat(Fx.get(() -> ((TextField) kit.root().lookup("#name")).getText())).isEqualTo("Acme Trading");
    }
}
