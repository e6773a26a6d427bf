package app.loupe.ui.shell;

import app.loupe.ui.common.NoteDrafts;
import java.util.function.Consumer;
import javafx.stage.Stage;

/**
 * Stands before the end of the window, whatever is shown in it: what would be lost with the program is asked for first. Takes
 * the window's requests to close from its making on. On the FX thread only.
 */
public final class ClosingGuard {
    private final Stage stage;
    private final NoteDrafts drafts;
    private Consumer<Runnable> question = Runnable::run;

    /** @param drafts what would be lost */
    public ClosingGuard(Stage stage, NoteDrafts drafts) {
        this.stage = stage;
        this.drafts = drafts;
        stage.setOnCloseRequest(event -> {
            event.consume();
            request();
        });
    }

    /**
     * Where the owner is asked from now on.
     *
     * @param asks shows the question, and does what it is given when the owner closes all the same
     */
    public void askBy(Consumer<Runnable> asks) {
        question = asks;
    }

    /** Closes the window, unless something would be lost: then the owner decides. */
    public void request() {
        // whoever is typing leaves the field first
        stage.getScene().getRoot().requestFocus();
        if (drafts.wouldBeLost()) {
            question.accept(stage::close);
        } else {
            stage.close();
        }
    }
}
