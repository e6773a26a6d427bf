package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** What stands beside the name of a page before its screen is made. On the FX thread only. */
public interface Counted {
    /** What stands there; nothing until it is known. */
    ObservableValue<Aside> aside();

    /** The choice of connections or their copy changed: brings it up to date in the background, as {@link Screen#keepUp}. */
    void keepUp(List<ConnectionProfile> connections);
}
