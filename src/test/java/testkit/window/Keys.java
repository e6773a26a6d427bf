package testkit.window;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** Keys as a hand presses them: down, and up again where the focus is by then. */
public final class Keys {
    private Keys() {}

    /** Presses a key where the focus is, and lets it go. */
    public static void press(Stage stage, KeyCode code) {
        Fx.run(() -> fire(stage, KeyEvent.KEY_PRESSED, code));
        Fx.run(() -> fire(stage, KeyEvent.KEY_RELEASED, code));
    }

    private static void fire(Stage stage, EventType<KeyEvent> type, KeyCode code) {
        Node owner = stage.getScene().getFocusOwner();
        (owner == null ? stage.getScene().getRoot() : owner)
                .fireEvent(new KeyEvent(type, "", "", code, false, false, false, false));
    }
}
