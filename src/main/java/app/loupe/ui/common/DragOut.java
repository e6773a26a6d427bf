package app.loupe.ui.common;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** Hands something to the system to be dragged. On the FX thread, while the toolkit says that a drag was detected. */
@FunctionalInterface
public interface DragOut {
    /** Half of the label's height, so that the pointer does not cover it. */
    double BESIDE_PX = 12;

    /** Begins: others may copy it, nobody may move it. {@code label} is what is seen under the pointer. */
    void begin(Node from, ClipboardContent what, String label);

    /** The toolkit's own. */
    static DragOut ofToolkit() {
        return (from, what, label) -> {
            Dragboard board = from.startDragAndDrop(TransferMode.COPY);
            Label seen = label(from.getScene(), label);
            var clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            board.setDragView(seen.snapshot(clear, null), -BESIDE_PX, BESIDE_PX);
            board.setContent(what);
        };
    }

    /** The label as it is seen, dressed and laid out as this scene is. */
    static Label label(Scene like, String text) {
        Label seen = Nodes.label(text, "drag-label");
        var room = new StackPane(seen);
        var scene = new Scene(room);
        scene.setFill(Color.TRANSPARENT);
        scene.getStylesheets().setAll(like.getStylesheets());
        room.applyCss();
        room.autosize();
        room.layout();
        return seen;
    }
}
