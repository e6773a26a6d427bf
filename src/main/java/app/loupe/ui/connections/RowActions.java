package app.loupe.ui.connections;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;

/** What the rows ask of the window around them. Called on the FX thread. */
public interface RowActions {
    /** Opens the dialog for a new connection. */
    void add();

    /** Opens the dialog for a stored connection to an Odoo. */
    void edit(ConnectionProfile profile);

    /** Helps with a problem that typing the connection's data again can solve. */
    void fix(ConnectionProfile profile, Problem problem);
}
