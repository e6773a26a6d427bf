package app.loupe.ui.shell;

import app.loupe.domain.Problem;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardLayer;
import app.loupe.ui.common.Nodes;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Dims the window and shows one card above it, and a question above that while there is one; keeps the focus inside; Esc closes
 * what is on top.
 */
final class DialogLayer extends StackPane implements CardLayer {
    private @Nullable Card card;
    private @Nullable Node cardFrame;
    /** A question above the card, which goes on unseen. */
    private @Nullable Card question;
    private @Nullable Node before;
    /** A list or calendar of the card closes by this very press. */
    private boolean closesItsList;
    private int cards;
    /** What comes once no card is open. */
    private @Nullable Runnable afterwards;

    DialogLayer() {
        getStyleClass().add("dialog-layer");
        setId("dialog-layer");
        Nodes.show(this, false);
        addEventFilter(ComboBoxBase.ON_HIDDEN, event -> {
            closesItsList = true;
            Platform.runLater(() -> closesItsList = false);
        });
        // Esc closes what is on top, and only that
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && closesItsList) {
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                if (!closesItsList) {
                    back();
                }
                event.consume();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> keepInside(scene, owner));
            }
        });
    }

    /** Whether a card is open. */
    boolean isOpen() {
        return top() != null;
    }

    private @Nullable Card top() {
        return question == null ? card : question;
    }

    /** What would be left undone if the card went now. */
    Optional<Problem> undone() {
        return Optional.ofNullable(card).flatMap(Card::undone);
    }

    /** How many cards were shown until now: what was asked for before the last one came must not take its place. */
    int cards() {
        return cards;
    }

    /**
     * Does this once no card is open, which is now where none is: it takes all away, and with that what goes on in a card or is
     * typed there. Of several such things the last one is done; none is when the window has gone by then.
     */
    void whenFree(Runnable act) {
        afterwards = act;
        goOn();
    }

    private void goOn() {
        Runnable act = afterwards;
        if (act != null && !isOpen()) {
            afterwards = null;
            if (isInWindow()) {
                act.run();
            }
        }
    }

    private boolean isInWindow() {
        return getScene() != null && getScene().getWindow() != null && getScene().getWindow().isShowing();
    }

    @Override
    public void show(Card shown) {
        cards++;
        close();
        remember();
        card = shown;
        Node frame = framed(shown);
        cardFrame = frame;
        frame.setVisible(question == null);
        getChildren().addFirst(frame);
        appear();
    }

    /** Shows a question above the card that is open, if one is: that goes on unseen and is there again after {@link #back}. */
    void ask(Card asked) {
        if (question != null) {
            return;
        }
        remember();
        question = asked;
        if (cardFrame != null) {
            cardFrame.setVisible(false);
        }
        getChildren().add(framed(asked));
        appear();
    }

    /** Closes the question; whether one was there. */
    boolean takeBack() {
        boolean isThere = question != null;
        if (isThere) {
            back();
        }
        return isThere;
    }

    private void remember() {
        if (top() == null) {
            before = getScene().getFocusOwner();
        }
    }

    private void appear() {
        Nodes.show(this, true);
        applyCss();
        layout();
        Objects.requireNonNull(top()).opened();
    }

    /** Closes what is on top. */
    void back() {
        Card asked = question;
        if (asked == null) {
            close();
            return;
        }
        question = null;
        getChildren().removeLast();
        asked.closed();
        if (cardFrame == null) {
            disappear();
        } else {
            cardFrame.setVisible(true);
            Objects.requireNonNull(card).opened();
        }
    }

    private static ScrollPane framed(Card shown) {
        var frame = new StackPane(shown.view());
        frame.getStyleClass().add("card-frame");
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var holder = new StackPane(frame);
        holder.getStyleClass().add("card-holder");
        holder.setAlignment(Pos.CENTER);
        var scroll = new ScrollPane(holder);
        scroll.getStyleClass().add("card-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    @Override
    public void close() {
        Card closing = card;
        if (closing == null) {
            return;
        }
        card = null;
        getChildren().remove(cardFrame);
        cardFrame = null;
        closing.closed();
        if (top() == null) {
            disappear();
        }
    }

    private void disappear() {
        Nodes.show(this, false);
        if (before != null && Objects.equals(before.getScene(), getScene())) {
            before.requestFocus();
        }
        before = null;
        // the next card may come in its place at once
        Platform.runLater(this::goOn);
    }

    /** Closes the card when it is one of this kind. */
    void close(Class<? extends Card> kind) {
        if (kind.isInstance(card)) {
            close();
        }
    }

    private void keepInside(Scene scene, @Nullable Node owner) {
        Card open = top();
        if (open != null && owner != null && Objects.equals(scene, getScene()) && !isInside(owner)) {
            open.opened();
        }
    }

    private boolean isInside(Node node) {
        Parent at = node instanceof Parent parent ? parent : node.getParent();
        while (at != null && !equals(at)) {
            at = at.getParent();
        }
        return at != null;
    }
}
