package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** The window of a folder that takes nothing says what it means and what can be done, and opens once it takes something. */
class ReadOnlyFolderFxTest {
    @TempDir
    private Path folder;

    @Test
    void saysThatTheWindowNeedsAFolderToWriteInAndThatCommandsReadIt() throws Exception {
        var locked = new AtomicBoolean(true);
        var bench = new WholeLoupe(folder);
        try (var window = new StartedWindow(folder, prompt -> {
            if (locked.get()) {
                throw ProblemException.of(ProblemCode.DATA_FOLDER_READ_ONLY, folder.toString());
            }
            return bench.open();
        })) {
            window.node(".welcome-ways");
            Fx.await("refused", () -> window.root().lookup(".welcome-ways").isVisible());

            Fx.run(() -> {
                assertThat(window.text(".welcome-title")).isEqualTo("The data folder cannot be written to");
                assertThat(window.root().lookupAll(".welcome-sentence").stream()
                        .map(node -> ((Labeled) node).getText()).toList()).hasSize(2)
                        .anySatisfy(text -> assertThat(text).contains(folder.toString(), "does not open there"))
                        .anySatisfy(advice -> assertThat(advice).contains("“loupe invoices”", "Help says how"));
            });
            locked.set(false);
            window.press("#opening-again").node("#welcome-sample");
        }
    }
}
