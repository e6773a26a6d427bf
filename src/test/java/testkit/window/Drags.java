package testkit.window;

import app.loupe.ui.common.DragOut;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** What an owner does with the pointer to drag something, and what was handed to the system; the headless one drags nothing. */
public final class Drags implements DragOut {
    /** One drag. */
    public record Begun(ClipboardContent what, String label) {}

    /** All that began, in order. */
    public final List<Begun> begun = new ArrayList<>();

    @Override
    public void begin(Node from, ClipboardContent what, String label) {
        begun.add(new Begun(what, label));
    }

    /** Presses a node. */
    public static void press(Node node) {
        Fx.run(() -> pressed(node));
    }

    /** The same on the FX thread. */
    public static void pressed(Node node) {
        Event.fireEvent(node, mouse(MouseEvent.MOUSE_PRESSED));
    }

    /** Pulls a node that is pressed. */
    public static void pull(Node node) {
        Fx.run(() -> pulled(node));
    }

    /** The same on the FX thread. */
    public static void pulled(Node node) {
        Event.fireEvent(node, mouse(MouseEvent.DRAG_DETECTED));
    }

    /** Lets go where nothing was dragged. */
    public static void release(Node node) {
        Fx.run(() -> Event.fireEvent(node, mouse(MouseEvent.MOUSE_RELEASED)));
    }

    /** Drops what is dragged: {@code as} is how somebody took it, null for nobody. */
    public static void drop(Node node, @Nullable TransferMode as) {
        Fx.run(() -> Event.fireEvent(node,
                new DragEvent(DragEvent.DRAG_DONE, null, 1, 1, 1, 1, as, node, null, null)));
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false,
                false, false, true, null);
    }
}
