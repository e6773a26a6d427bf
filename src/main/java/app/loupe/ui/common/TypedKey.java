package app.loupe.ui.common;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * Takes away what a letter types that was pressed as a command: its command may put the focus into a field of text, and the
 * system tells of the press and of the typed letter one after the other. On the FX thread.
 */
public final class TypedKey {
    private TypedKey() {}

    /** Call while the press is handled; ends with the typed letter, or when the key is let go or another is pressed. */
    public static void swallow(Node pressedIn) {
        Scene scene = pressedIn.getScene();
        if (scene == null) {
            return;
        }
        scene.addEventFilter(KeyEvent.ANY, new EventHandler<>() {
            @Override
            public void handle(KeyEvent event) {
                scene.removeEventFilter(KeyEvent.ANY, this);
                if (event.getEventType() == KeyEvent.KEY_TYPED) {
                    event.consume();
                }
            }
        });
    }
}
