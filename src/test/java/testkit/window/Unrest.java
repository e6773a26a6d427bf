package testkit.window;

import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;

/** What a window asks to have drawn anew though nothing happens in it. */
public final class Unrest {
    /** What takes some frames to settle, such as the rows of a table, is not unrest. */
    private static final int MOST_PULSES = 100;

    private Unrest() {}

    /**
     * Pulses by hand until one draws nothing.
     *
     * @return empty when the scene comes to rest; otherwise what the last pulses had to draw
     */
    public static List<String> of(Scene scene) {
        var drawn = new ArrayList<List<String>>();
        for (int i = 0; i < MOST_PULSES; i++) {
            drawn.add(Fx.get(() -> drawnByAPulse(scene)));
            if (drawn.size() > 1 && drawn.getLast().isEmpty() && drawn.get(drawn.size() - 2).isEmpty()) {
                return List.of();
            }
        }
        return drawn.getLast().isEmpty() ? drawn.get(drawn.size() - 2) : drawn.getLast();
    }

    private static List<String> drawnByAPulse(Scene scene) {
        var drawn = new ArrayList<String>();
        Runnable look = () -> drawn.addAll(dirty(scene));
        scene.addPostLayoutPulseListener(look);
        Toolkit.getToolkit().firePulse();
        scene.removePostLayoutPulseListener(look);
        return drawn;
    }

    private static List<String> dirty(Scene scene) {
        try {
            Field nodes = Scene.class.getDeclaredField("dirtyNodes");
            Field size = Scene.class.getDeclaredField("dirtyNodesSize");
            nodes.setAccessible(true);
            size.setAccessible(true);
            Node[] all = (Node[]) nodes.get(scene);
            return all == null
                    ? List.of()
                    : Arrays.stream(all, 0, size.getInt(scene)).map(Node::toString).toList();
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("another JavaFX: find out anew what a pulse draws", changed);
        }
    }
}
