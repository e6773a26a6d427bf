package testkit.window;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Mouse events without a robot. */
public final class Clicks {
    private Clicks() {}

    /** One click with the primary button. */
    public static MouseEvent primary() {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false,
                false, false, false, false, false, true, null);
    }
}
