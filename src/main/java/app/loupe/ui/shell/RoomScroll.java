package app.loupe.ui.shell;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Gives what it shows all its room, and scrolls where that is less than it needs at least, as with large texts in a small
 * window: everything can be reached. On the FX thread.
 */
class RoomScroll extends ScrollPane {
    RoomScroll(Region shown) {
        super(shown);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        getStyleClass().add("room");
        VBox.setVgrow(this, Priority.ALWAYS);
    }
}
