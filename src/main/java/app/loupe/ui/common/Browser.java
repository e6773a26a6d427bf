package app.loupe.ui.common;

import java.net.URI;

/** The owner's own web browser, and file manager. Called on the FX thread; never waits. */
@FunctionalInterface
public interface Browser {
    /** Shows an https page, or a folder, there. */
    void open(URI page);
}
