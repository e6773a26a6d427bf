package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.welcome.OpeningView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The first minutes: the first frame, the sample company, and where one is after adding. */
class StartFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.connections.release();
        kit.close();
    }

    @Test
    void theSampleSaysThatItComesBeforeAnythingWasWritten() {
        kit.openLoaded();
        kit.connections.block();

        kit.press("#welcome-sample");

        assertThat(Fx.get(() -> kit.root().lookup(".welcome-adding").isVisible())).isTrue();
        assertThat(Fx.get(() -> kit.root().lookup("#welcome-sample").isDisabled())).as("once is enough").isTrue();
        kit.connections.release();
        Fx.await("its row with a progress line", () -> kit.find(".thin-bar") != null);
        Fx.await("its run", () -> kit.sync.started.size() == 1);
    }

    @Test
    void afterAddingTheInvoicesAreShown() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        kit.press("#nav-security");
        Fx.await("security", () -> kit.find(".check-row") != null);
        kit.press("#add-connection");
        type("#address", "acme");
        Fx.await("greeted", () -> kit.seen(".note-good").size() == 1);
        type("#user", "ann@acme.example");
        type("#secret", "s3cret-key");

        kit.press("#save");

        Fx.await("invoices", () -> kit.find("#search") != null && kit.find(".check-row") == null);
    }

    private void type(String field, String text) {
        Fx.await("there is " + field, () -> kit.find(field) != null);
        Fx.run(() -> ((TextInputControl) kit.root().lookup(field)).setText(text));
    }

    @Test
    void nothingMovesWhileTheVaultIsOpened() {
        kit.openLoaded();

        boolean moves = Fx.get(() -> new OpeningView(kit.wording, () -> {}, () -> {}).lookupAll("*").stream()
                .anyMatch(ProgressIndicator.class::isInstance));

        assertThat(moves).isFalse();
    }
}
