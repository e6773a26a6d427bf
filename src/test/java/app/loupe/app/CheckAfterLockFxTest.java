package app.loupe.app;

import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** What a lock takes away of the book check is there again after it, without being asked for. */
class CheckAfterLockFxTest {
    @TempDir
    private Path folder;

    private StartedWindow window;

    @BeforeEach
    void openSample() throws ProblemException {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
        window = new StartedWindow(folder, prompt -> bench.open());
        window.node(".overview-figures");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private boolean tellsWhatWasFound() {
        return window.root().lookupAll(".bookcheck .label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().startsWith("Checked "));
    }

    /** Nobody comes to the screen after the lock: its owner is there. */
    @Test
    void whatWasFoundIsLookedForAgain() {
        window.press("#nav-check");
        Fx.await("checked", this::tellsWhatWasFound);

        window.press(KeyCode.L);
        Fx.await("locked", () -> window.text("#opening-again").equals("Unlock"));
        window.press("#opening-again").node(".bookcheck");

        Fx.await("checked again", this::tellsWhatWasFound);
    }
}
