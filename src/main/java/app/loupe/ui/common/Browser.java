package app.loupe.ui.common;

import java.net.URI;

/** The owner's own web browser. Called on the FX thread; never waits. */
@FunctionalInterface
public interface Browser {
    /** Shows an https page there. */
    void open(URI page);
}
