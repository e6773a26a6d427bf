package app.loupe.ui.security;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the owner for a file: the system's dialog in the application, a fixed answer in tests. */
@FunctionalInterface
public interface FileChooserPort {
    /** Asks where to save; empty when the owner gave up. Called on the FX thread, waits in a nested event loop. */
    Optional<Path> chooseToSave(String title, String proposedName);
}
