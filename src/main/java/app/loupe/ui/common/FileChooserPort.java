package app.loupe.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the owner for a file: the system's dialog in the application, a fixed answer in tests. */
@FunctionalInterface
public interface FileChooserPort {
    /**
     * Asks where to save; empty when the owner gave up. The dialog itself asks before a file is replaced. Called on the FX
     * thread, waits in a nested event loop.
     *
     * @param proposed a name, in a folder or alone
     */
    Optional<Path> chooseToSave(String title, Path proposed);

    /** Asks which file to read; empty when the owner gave up, and where there is no such dialog. As {@link #chooseToSave}. */
    default Optional<Path> chooseToOpen(String title) {
        return Optional.empty();
    }
}
