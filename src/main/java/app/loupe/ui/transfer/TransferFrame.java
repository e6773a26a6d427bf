package app.loupe.ui.transfer;

import app.loupe.ui.common.CardBody;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.LiveText;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingLabel;
import app.loupe.ui.transfer.TransferWork.State;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What both cards look like: a title, what is asked or told, how far it is, and the buttons. On the FX thread. */
final class TransferFrame extends VBox {
    private final TransferWork work;
    private final VBox asking = new VBox();
    private final VBox done = new VBox();
    private final ProgressBar bar = new ProgressBar(-1);
    private final WrappingLabel line = Nodes.paragraph("", "muted");
    private final WrappingLabel note = Nodes.paragraph("", "note-bad");
    private final LiveText live = new LiveText(note);
    private final Button go;
    private final Button cancel;
    private final Button finish;
    /** Where the focus goes when something is told that is told once. */
    private @Nullable Node held;

    /**
     * A frame.
     *
     * @param part of the names of its texts and nodes
     * @param onClose takes the card from the screen
     */
    TransferFrame(String part, TransferWork work, Wording wording, Runnable onGo, Runnable onClose) {
        this.work = work;
        setId("transfer-" + part);
        getStyleClass().addAll("card", "transfer-card");
        Nodes.dress(this, TransferFrame.class, "transfer.css");
        asking.getStyleClass().add("transfer-fields");
        done.getStyleClass().add("transfer-fields");
        bar.setId("transfer-bar");
        bar.getStyleClass().add("transfer-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        note.setId("transfer-note");
        go = Nodes.button(wording.get("transfer." + part + ".go"), onGo, Styles.ACCENT);
        go.setId("transfer-go");
        go.setDefaultButton(true);
        cancel = Nodes.button(wording.get("transfer.cancel"), () -> {
            if (work.isWorking()) {
                work.stop();
            } else {
                onClose.run();
            }
        });
        cancel.setId("transfer-cancel");
        finish = Nodes.button(wording.get("transfer.done"), onClose, Styles.ACCENT);
        finish.setId("transfer-done");
        var buttons = new FlowRow(Nodes.spacer(), cancel, go, finish);
        buttons.getStyleClass().add("card-buttons");
        getChildren().addAll(Nodes.label(wording.get("transfer." + part + ".title"), "card-title"),
                new CardBody(new VBox(asking, done)), note, bar, line, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && (work.isWorking() || isHeld())) {
                work.stop();
                event.consume();
            }
        });
        work.note().subscribe(said -> {
            Nodes.show(note, !said.isEmpty());
            note.setText(said);
            live.say(said);
        });
        work.progress().subscribe(at -> bar.setProgress(at.fraction()));
        work.state().subscribe(state -> {
            line.setText(wording.get(
                    state == State.STOPPING ? "transfer.stopping" : "transfer." + part + ".working"));
            bar.setAccessibleText(line.getText());
            show(state);
        });
    }

    /** What is asked. */
    void ask(Node... nodes) {
        asking.getChildren().addAll(nodes);
    }

    /** What is told in the end. */
    void tell(List<? extends Node> nodes) {
        done.getChildren().setAll(nodes);
    }

    /**
     * The same, and the key that leaves what is under way does not close it: only the button does.
     *
     * @param first gets the focus
     */
    void tellOnce(List<? extends Node> nodes, Node first) {
        tell(nodes);
        held = first;
    }

    private boolean isHeld() {
        return held != null && work.state().get() == State.DONE;
    }

    /** What begins it. */
    Button go() {
        return go;
    }

    private void show(State state) {
        boolean isDone = state == State.DONE;
        Nodes.show(asking, !isDone);
        Nodes.show(done, isDone);
        Nodes.show(bar, work.isWorking());
        Nodes.show(line, work.isWorking());
        Nodes.show(go, !isDone);
        Nodes.show(cancel, !isDone);
        Nodes.show(finish, isDone);
        asking.setDisable(state != State.ASKING);
        cancel.setDisable(state == State.STOPPING);
        if (getScene() != null) {
            focus();
        }
    }

    /** Puts the focus where the next step is. */
    void focus() {
        (switch (work.state().get()) {
            case ASKING -> go.isDisabled() ? cancel : go;
            case WORKING, STOPPING -> cancel;
            case DONE -> held == null ? finish : held;
        }).requestFocus();
    }
}
