package app.loupe.ui.connect;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;

/** What the connect dialog asks of the window around it. Called on the FX thread. */
public interface ConnectHost {
    /** A connection was stored: it is shown and synced. */
    void saved(ConnectionProfile profile);

    /** Nothing is left to say: the dialog goes. */
    void close();

    /** Ends the run of a connection that is to be replaced, refuses others, and calls back when none goes on. */
    void hold(ConnectionId id, Runnable next);

    /** The held connection stays after all. */
    void release(ConnectionId id);

    /** Shows a problem of a dialog that was closed meanwhile. */
    void explain(Problem problem);
}
