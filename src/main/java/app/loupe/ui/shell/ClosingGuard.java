package app.loupe.ui.shell;

import app.loupe.ui.common.NoteDrafts;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

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
    /** It was asked before anybody knew what becomes of a note. */
    private boolean askedEarly;
    private @Nullable Asker asker;
    /** What was asked last. */
    private Unsaved asked = Unsaved.LOST;

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
        patience.setOnFinished(late -> askEarly());
    }

    /** What is known of the notes that are not on the disk. */
    public enum Unsaved {
        /** One is too long, or was refused. */
        LOST,
        /** One is on its way there, for longer than usual. */
        WRITING
    }

    /** Asks the owner. */
    public interface Asker {
        /**
         * Asks, unless that is asked already.
         *
         * @param close what the owner does who closes all the same
         */
        void ask(Unsaved what, Runnable close);

        /**
         * Takes the question away.
         *
         * @return whether it was still there: the owner has not gone back
         */
        boolean takeBack();
    }

    /**
     * The owner is asked there from now on, where what the window shows is new; a question that nobody has answered yet is asked
     * there again. The asker must be in the window's scene.
     */
    public void askBy(Asker asks) {
        boolean stillAsks = asker != null && asker.takeBack();
        asker = asks;
        if (stillAsks) {
            ask(asked);
        }
    }

    /**
     * Closes the window, unless something would be lost: then the owner decides. A note on its way to the disk may be refused, so
     * that the window stays until it was tried, or too long; it closes then, too, as soon as nothing would be lost.
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

    private void askEarly() {
        waits = false;
        askedEarly = true;
        ask(Unsaved.WRITING);
    }

    private void tried() {
        boolean stillAsks = askedEarly && asker != null && asker.takeBack();
        askedEarly = false;
        if (!stage.isShowing() || !(waits || stillAsks)) {
            return;
        }
        // more may have been typed meanwhile
        leaveField();
        if (drafts.areOnTheirWay()) {
            waits = true;
            patience.playFromStart();
            drafts.whenTried(this::tried);
            return;
        }
        waits = false;
        patience.stop();
        if (drafts.wouldBeLost()) {
            ask(Unsaved.LOST);
        } else {
            stage.close();
        }
    }

    private void ask(Unsaved what) {
        asked = what;
        if (asker == null) {
            stage.close();
        } else {
            asker.ask(what, stage::close);
        }
    }
}
