package app.loupe.ui.common;

import javafx.event.Event;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The tips of all windows. The toolkit leads them from one place, which holds the node below the pointer. */
public final class Tips {
    private Tips() {}

    /**
     * Ends each tip that is shown or about to be. A node that left its window while the pointer was on it, and all that it stands
     * in, would stay in memory until the pointer is on another one that has a tip. On the FX thread.
     */
    public static void forget() {
        var any = new Region();
        Tooltip.install(any, new WrappingTooltip(""));
        Event.fireEvent(any, new MouseEvent(MouseEvent.MOUSE_PRESSED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false,
                false, false, true, false, false, true, false, true, null));
    }
}
