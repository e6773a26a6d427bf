package app.loupe.ui.common;

import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The tips of all windows. The toolkit leads them from one place, which holds the node below the pointer. */
public final class Tips {
    private static final EventHandler<MouseEvent> BRINGS = event -> bring((Control) event.getSource());

    private Tips() {}

    /**
     * Says this of a cell by a tip, and to whoever asks a screen reader for help; nothing where there is no text. The tip, which
     * is a window, is made when the pointer comes to the cell: a table has a hundred cells, each of which says something
     * else at every turn of the wheel. On the FX thread.
     */
    public static void say(Control cell, @Nullable String text) {
        if (Objects.equals(text, cell.getAccessibleHelp())) {
            return;
        }
        cell.setTooltip(null);
        cell.setAccessibleHelp(text);
        EventHandler<MouseEvent> bring = text == null || text.isEmpty() ? null : BRINGS;
        // a tip that is there before the first move over it is led by that one
        cell.setOnMouseEntered(bring);
        // what it says may become another while the pointer rests on it
        cell.setOnMouseMoved(bring);
    }

    private static void bring(Control cell) {
        if (cell.getTooltip() == null) {
            cell.setTooltip(new WrappingTooltip(cell.getAccessibleHelp()));
        }
    }

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
