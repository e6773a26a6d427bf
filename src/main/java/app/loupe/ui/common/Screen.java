package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import java.util.List;
import javafx.scene.Parent;

/** One page of the window, right of the sidebar. All methods are called on the FX thread and never wait. */
public interface Screen {
    /** The node, always the same. */
    Parent view();

    /** Which connections' data to show; called before the screen is seen and when the choice changes. */
    void select(List<ConnectionProfile> connections);

    /** The local copy changed (at most five times a second): read again in the background. */
    void refresh();

    /** Ctrl/Cmd+F. */
    default void focusSearch() {}
}
