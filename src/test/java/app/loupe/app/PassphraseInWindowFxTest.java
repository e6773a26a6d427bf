package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import testkit.window.Fx;

/** The passphrase is asked for in a small window before the large one. */
class PassphraseInWindowFxTest {
    @TempDir
    private Path folder;

    private StartedWindow window;

    @BeforeEach
    void open() {
        window = new StartedWindow(folder, prompt -> {
            prompt.ask(Reason.UNLOCK, "").orElseThrow(() -> ProblemException.of(ProblemCode.PASSPHRASE_NEEDED)).close();
            throw ProblemException.of(ProblemCode.ALREADY_OPEN);
        });
        Fx.await("asked", () -> question() != null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static @Nullable Stage question() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(one -> one.getScene() != null && one.getScene().lookup("#passphrase") != null)
                .map(Stage.class::cast).findFirst().orElse(null);
    }

    @Test
    void theQuestionIsNeverBehindTheWindow() {
        assertThat(Fx.get(() -> Objects.requireNonNull(question()).getOwner())).isSameAs(window.stage());
    }

    /** Whoever has no keyring would look for its question. */
    @Test
    void theWindowBehindItSpeaksOfNoKeyringThatAsks() {
        assertThat(Fx.get(() -> window.root().lookupAll(".welcome-sentence").stream()
                .map(node -> ((Labeled) node).getText()).toList()))
                .contains("A passphrase opens it in place of a keyring.")
                .noneMatch(text -> text.startsWith("Your keyring"));
    }

    @Test
    void notNowLeadsToWhatTheWindowCanDo() {
        Button no = Fx.get(() -> (Button) Objects.requireNonNull(question()).getScene().lookup("#unlock-quit"));
        assertThat(no.getText()).isEqualTo("Not now");
        Fx.run(no::fire);

        Fx.await("refused",
                () -> Objects.requireNonNull(window.root().lookup("#opening-again").getParent()).isVisible());
        assertThat(Fx.get(() -> window.root().lookupAll(".welcome-sentence").stream()
                .map(node -> ((Labeled) node).getText()).toList()))
                .anyMatch(text -> text.startsWith("Type the passphrase that you chose for this data folder"))
                .noneMatch(text -> text.contains("--"));
    }
}
