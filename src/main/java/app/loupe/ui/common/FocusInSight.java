package app.loupe.ui.common;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls a pane to whatever in it gets the focus, no further than it takes to show it. The toolkit does so only for the keys
 * that walk from node to node, and not where the program gives the focus. On the FX thread.
 */
public final class FocusInSight {
    /** Below what is shown together with the focus: flush with the edge it looks as if it went on. */
    private static final double BELOW_PX = 16;

    private FocusInSight() {}

    /** From now on; also when the room becomes less, as by a bar that comes below. */
    public static void in(ScrollPane pane) {
        follow(pane);
        pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(focused -> {
            if (isIn(focused, pane.getContent())) {
                // what has just come has no place before the next layout
                Platform.runLater(() -> reveal(pane, focused));
            }
        });
    }

    /** Brings all of this into sight when the node in it gets the focus: a field with what is said below it. */
    public static void together(Node focused, Node whole) {
        focused.getProperties().put(FocusInSight.class, whole);
    }

    private static Node whole(Node focused) {
        return focused.hasProperties() && focused.getProperties().get(FocusInSight.class) instanceof Node whole
                ? whole
                : focused;
    }

    private static void follow(ScrollPane pane) {
        pane.viewportBoundsProperty().subscribe((was, now) -> {
            if (now.getHeight() < was.getHeight()) {
                Optional.ofNullable(pane.getScene()).map(Scene::getFocusOwner)
                        .filter(focused -> isIn(focused, pane.getContent()))
                        .ifPresent(focused -> Platform.runLater(() -> reveal(pane, focused)));
            }
        });
    }

    private static boolean isIn(@Nullable Node node, @Nullable Node content) {
        for (Node at = node; at != null && content != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }

    /** Scrolls a pane to something in it now. */
    static void reveal(ScrollPane pane, Node focused) {
        Node content = pane.getContent();
        if (!isIn(focused, content)) {
            return;
        }
        pane.applyCss();
        pane.layout();
        double room = pane.getViewportBounds().getHeight();
        double more = content.getLayoutBounds().getHeight() - room;
        if (more > 0) {
            Node shown = whole(focused);
            Bounds place = content.sceneToLocal(shown.localToScene(shown.getLayoutBounds()));
            double top = pane.getVvalue() * more;
            double below = shown.equals(focused) ? 0 : BELOW_PX;
            double wanted = Math.min(place.getMinY(), Math.max(top, place.getMaxY() + below - room));
            pane.setVvalue(Math.clamp(wanted / more, 0, 1));
        }
    }
}
