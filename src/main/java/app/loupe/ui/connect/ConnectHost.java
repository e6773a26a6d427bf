package app.loupe.ui.connect;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;

/** What the connect dialog asks of the window around it. Called on the FX thread. */
public interface ConnectHost {
    /** A connection was stored, or is to be read otherwise: it is shown and synced. */
    void saved(ConnectionProfile profile);

    /** Of a stored connection only what it is called, or the last day of its key, was changed. */
    void renamed(ConnectionProfile profile);

    /** Nothing is left to say: the dialog goes. */
    void close();

    /** Ends the run of a connection that is to be changed, refuses others, and calls back when none goes on. */
    void hold(ConnectionId id, Runnable next);

    /** The held connection may be synced again, once whoever holds it has released it. */
    void release(ConnectionId id);
}
