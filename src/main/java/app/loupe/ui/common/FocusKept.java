package app.loupe.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the focus in a part of the window while its nodes are made anew, as when a sync changed what it shows: on the node that says
 * what the one before said, else on the one in its place. The toolkit would give it to the first of the window. On the FX thread.
 */
public final class FocusKept {
    private FocusKept() {}

    /** Makes the nodes of a part anew; a focus that is not in it stays where it is. */
    public static void through(Parent part, Runnable anew) {
        Scene scene = part.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        if (owner == null || !Nodes.isInside(owner, part)) {
            anew.run();
            return;
        }
        List<Node> before = stops(part);
        int place = Math.max(0, before.indexOf(owner));
        String said = said(owner);
        long nth = before.stream().limit(place).filter(node -> said(node).equals(said)).count();
        anew.run();
        if (scene.getFocusOwner() != null && !owner.equals(scene.getFocusOwner())) {
            // it was given to something on purpose
            return;
        }
        Node now = Nodes.isInside(owner, part) ? owner : inPlace(stops(part), said, nth, place);
        if (now != null) {
            now.requestFocus();
        }
    }

    private static @Nullable Node inPlace(List<Node> stops, String said, long nth, int place) {
        return stops.stream().filter(node -> said(node).equals(said)).skip(nth).findFirst()
                .orElseGet(() -> stops.isEmpty() ? null : stops.get(Math.min(place, stops.size() - 1)));
    }

    private static List<Node> stops(Parent part) {
        var stops = new ArrayList<Node>();
        for (Node node : part.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node.isFocusTraversable()) {
                stops.add(node);
            }
            if (node instanceof Parent inner) {
                stops.addAll(stops(inner));
            }
        }
        return stops;
    }

    private static String said(Node node) {
        if (node.getId() != null) {
            return node.getId();
        }
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
