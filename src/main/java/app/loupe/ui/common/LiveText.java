package app.loupe.ui.common;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;

/**
 * Tells a screen reader what has come up by itself, such as a notice, while the focus stays where it is: the reader learns
 * that the words of a node that is in sight are others. The toolkit has no louder way. On the FX thread.
 */
public final class LiveText {
    private final Node node;
    private final Consumer<AccessibleAttribute> tell;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    /** By this node, which is in sight whenever there is something to say. */
    public LiveText(Node node) {
        this(node, node::notifyAccessibleAttributeChanged);
    }

    /** @param tell is given each attribute that is another now */
    LiveText(Node node, Consumer<AccessibleAttribute> tell) {
        this.node = node;
        this.tell = tell;
    }

    /** Says this, unless it was said last; empty when there is nothing any more. */
    public void say(String text) {
        if (!text.equals(said.get())) {
            said.set(text);
            node.setAccessibleText(text.isEmpty() ? null : text);
            if (!text.isEmpty()) {
                tell.accept(AccessibleAttribute.TEXT);
            }
        }
    }

    /** What was said last. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }
}
