package app.loupe.ui.shell;

import app.loupe.ui.common.NoteDrafts;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Stands before the end of the window, whatever is shown in it: what would be lost with the program is asked for first. Takes
 * the window's requests to close from its making on. On the FX thread only.
 */
public final class ClosingGuard {
    /** How long the window stays for notes on their way to the disk before it asks; a second is much for one. */
    private static final Duration PATIENCE = Duration.seconds(3);

    private final Stage stage;
    private final NoteDrafts drafts;
    private final PauseTransition patience;
    private boolean waits;
    private Consumer<Runnable> question = Runnable::run;

    /** @param drafts what would be lost */
    public ClosingGuard(Stage stage, NoteDrafts drafts) {
        this(stage, drafts, PATIENCE);
    }

    /** The same; it waits so long for what is on its way to the disk. */
    public ClosingGuard(Stage stage, NoteDrafts drafts, Duration wait) {
        patience = new PauseTransition(wait);
        this.stage = stage;
        this.drafts = drafts;
        stage.setOnCloseRequest(event -> {
            event.consume();
            request();
        });
        patience.setOnFinished(late -> decide(false));
    }

    /**
     * Where the owner is asked from now on.
     *
     * @param asks shows the question, and does what it is given when the owner closes all the same
     */
    public void askBy(Consumer<Runnable> asks) {
        question = asks;
    }

    /**
     * Closes the window, unless something would be lost: then the owner decides. A note on its way to the disk may be refused, so
     * that the window stays until it was tried, or too long.
     */
    public void request() {
        leaveField();
        if (!waits) {
            waits = true;
            patience.playFromStart();
            drafts.whenTried(this::tried);
        }
    }

    /** Whoever is typing leaves the field, and what was typed is on its way. */
    private void leaveField() {
        stage.getScene().getRoot().requestFocus();
    }

    private void tried() {
        if (!waits) {
            return;
        }
        // more may have been typed meanwhile
        leaveField();
        if (drafts.areOnTheirWay()) {
            drafts.whenTried(this::tried);
        } else {
            decide(true);
        }
    }

    private void decide(boolean tried) {
        waits = false;
        patience.stop();
        if (!tried || drafts.wouldBeLost()) {
            question.accept(stage::close);
        } else {
            stage.close();
        }
    }
}
