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

/** Dims the window and shows one card above it; keeps the focus inside; Esc closes. */
final class DialogLayer extends StackPane implements CardLayer {
    private @Nullable Card card;
    private @Nullable Node before;
    /** A list or calendar of the card closes by this very press. */
    private boolean closesItsList;

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
                    close();
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
        return card != null;
    }

    /** What would be left undone if the card went now. */
    Optional<Problem> undone() {
        return Optional.ofNullable(card).flatMap(Card::undone);
    }

    @Override
    public void show(Card shown) {
        close();
        before = getScene().getFocusOwner();
        card = shown;
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
        getChildren().setAll(scroll);
        Nodes.show(this, true);
        applyCss();
        layout();
        shown.opened();
    }

    @Override
    public void close() {
        Card closing = card;
        if (closing == null) {
            return;
        }
        card = null;
        Nodes.show(this, false);
        closing.closed();
        getChildren().clear();
        if (before != null && Objects.equals(before.getScene(), getScene())) {
            before.requestFocus();
        }
        before = null;
    }

    /** Closes the card when it is one of this kind. */
    void close(Class<? extends Card> kind) {
        if (kind.isInstance(card)) {
            close();
        }
    }

    private void keepInside(Scene scene, @Nullable Node owner) {
        Card open = card;
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
