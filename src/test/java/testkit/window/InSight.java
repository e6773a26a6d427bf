package testkit.window;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** What of a scene an owner cannot get to see: words that are cut, and what no scrolling brings into the window. On the FX thread. */
public final class InSight {
    private InSight() {}

    /** Labels and buttons that have not the room for all they say, and what lies outside the window wherever one scrolls. */
    public static List<String> missing(Scene scene) {
        Parent root = Fx.laidOut(scene.getRoot());
        return root.lookupAll("*").stream().filter(InSight::isShown)
                .flatMap(node -> Stream.concat(cut(node), outside(scene, node))).distinct().toList();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node instanceof Label || node instanceof Button || node instanceof TextInputControl;
    }

    private static Stream<String> cut(Node node) {
        return node instanceof Labeled labeled && (labeled.isTextTruncated()
                || labeled.getHeight() < labeled.prefHeight(labeled.getWidth()) - 1
                || labeled.getWidth() < labeled.minWidth(-1) - 1) ? Stream.of("cut: " + name(node)) : Stream.empty();
    }

    private static Stream<String> outside(Scene scene, Node node) {
        ScrollPane pane = paneOf(node);
        Bounds place = node.localToScene(node.getLayoutBounds());
        if (pane == null) {
            return isWithin(place, 0, 0, scene.getWidth(), scene.getHeight())
                    ? Stream.empty()
                    : Stream.of("outside: " + name(node));
        }
        // up and down it scrolls to the end of its content; it must itself be in the window, and nobody scrolls sideways
        Bounds seen = pane.localToScene(pane.getLayoutBounds());
        Bounds in = Objects.requireNonNull(pane.getContent()).sceneToLocal(place);
        boolean reached = seen.getHeight() > node.getLayoutBounds().getHeight()
                && isWithin(seen, 0, 0, scene.getWidth(), scene.getHeight())
                && isWithin(in, 0, 0, pane.getViewportBounds().getWidth(),
                        pane.getContent().getLayoutBounds().getHeight());
        return reached ? Stream.empty() : Stream.of("out of reach: " + name(node));
    }

    private static @Nullable ScrollPane paneOf(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }

    private static boolean isWithin(Bounds place, double left, double top, double right, double bottom) {
        return place.getMinX() >= left - 1 && place.getMinY() >= top - 1 && place.getMaxX() <= right + 1
                && place.getMaxY() <= bottom + 1;
    }

    private static String name(Node node) {
        return node instanceof Labeled labeled && !labeled.getText().isEmpty() ? labeled.getText() : node.toString();
    }
}
