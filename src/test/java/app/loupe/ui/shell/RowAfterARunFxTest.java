package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What the row of a connection says while its copy is read again after a run. */
class RowAfterARunFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aRowNeverSaysThatNothingWasSyncedAfterARunThatSucceeded() {
        kit.connections.with(new ConnectionProfile(WindowSamples.ACME, ConnectionProfile.Kind.ODOO,
                "Acme Trading", null, null, "", null));
        kit.openLoaded();
        kit.press("#sync-button");
        Fx.await("progress", () -> kit.find(".thin-bar") instanceof ProgressBar bar && bar.getProgress() > 0.39);

        kit.connections.block();
        kit.connections.calls.clear();
        kit.sync.end();
        Fx.await("it is read again", () -> kit.connections.calls.contains("list"));
        assertThat(kit.texts(".connection-status")).as("meanwhile").containsExactly("Documents 3,200 of 8,114…");

        kit.connections.release();
        Fx.await("it is read", () -> kit.find(".thin-bar") == null);
    }
}
