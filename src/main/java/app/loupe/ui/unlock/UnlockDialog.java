package app.loupe.ui.unlock;

import app.loupe.domain.Blocking;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.Secret;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the passphrase in a small window of its own, before the main window opens. Called from the thread that opens
 * the vault, which waits; never on the FX thread. The FX toolkit runs already. However the small window or the one
 * behind it goes away, the answer is "nothing" unless there was one. The question is never behind that window, which has
 * nothing to press as long as it is asked but its frame, and never larger than the screen.
 */
public final class UnlockDialog implements PassphrasePrompt {
    /** What a window has of a screen at most, beside its own frame. */
    private static final double SHARE = 0.9;

    private final Wording wording;
    private final Theme theme;
    private final Window behind;
    private final Runnable help;
    private final Runnable asking;
    private @Nullable Stage asked;
    private boolean givenUp;

    /**
     * Asks in these words and colours, as long as the window behind it is open.
     *
     * @param help opens the guide
     * @param asking told of each question, on the FX thread
     */
    public UnlockDialog(Wording wording, Theme theme, Window behind, Runnable help, Runnable asking) {
        this.wording = wording;
        this.theme = theme;
        this.behind = behind;
        this.help = help;
        this.asking = asking;
    }

    @Override
    @Blocking
    public Optional<Secret> ask(Reason reason, String offered) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the passphrase is never awaited on the FX thread");
        }
        var answer = new CompletableFuture<Optional<Secret>>();
        Platform.runLater(() -> {
            try {
                show(reason, offered, answer);
            } catch (RuntimeException | Error failure) {
                // whoever waits hears of it
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void show(Reason reason, String offered, CompletableFuture<Optional<Secret>> answer) {
        if (givenUp || !behind.isShowing()) {
            answer.complete(Optional.empty());
            return;
        }
        asking.run();
        var stage = new Stage();
        stage.initOwner(behind);
        var card = new UnlockCard(reason, offered, wording, help, secret -> {
            if (!answer.complete(secret)) {
                secret.ifPresent(Secret::close); // nobody waits any more
            }
            stage.close();
        });
        var root = new StackPane(card);
        root.getStyleClass().add("unlock-window");
        Rectangle2D screen = screen();
        root.setMaxSize(screen.getWidth() * SHARE, screen.getHeight() * SHARE);
        var scene = new Scene(root);
        theme.dress(scene);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), help);
        stage.setScene(scene);
        stage.setTitle(wording.get("app.name"));
        stage.setResizable(false);
        EventHandler<WindowEvent> leave = event -> card.giveUp();
        behind.addEventHandler(WindowEvent.WINDOW_HIDDEN, leave);
        stage.setOnHidden(event -> {
            behind.removeEventHandler(WindowEvent.WINDOW_HIDDEN, leave);
            asked = null;
            card.giveUp();
        });
        stage.sizeToScene();
        asked = stage;
        stage.show();
        card.focus();
    }

    /** The screen on which the window behind it is, without what the system keeps there for itself. */
    private Rectangle2D screen() {
        return Screen.getScreensForRectangle(behind.getX(), behind.getY(), behind.getWidth(), behind.getHeight())
                .stream()
                .findFirst().orElseGet(Screen::getPrimary).getVisualBounds();
    }

    /** Puts the question before the other windows, where there is one. On the FX thread. */
    public void raise() {
        Stage stage = asked;
        if (stage != null) {
            stage.toFront();
            stage.requestFocus();
        }
    }

    /** Answers "nothing" from now on, and takes the question away where there is one. On the FX thread. */
    public void giveUp() {
        givenUp = true;
        Stage stage = asked;
        if (stage != null) {
            stage.close();
        }
    }
}
