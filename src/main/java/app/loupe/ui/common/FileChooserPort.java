package app.loupe.ui.common;

import java.nio.file.Path;
import java.util.Locale;
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

    /**
     * A file that the owner named.
     *
     * @param mayReplace whether the dialog was given this very name, and so has asked before a file there is replaced
     */
    record Named(Path file, boolean mayReplace) {}

    /** The same for a file of one kind: what the owner names without the ending of the proposed name gets it. */
    default Optional<Named> chooseToSaveAs(String title, Path proposed) {
        String usual = String.valueOf(proposed.getFileName());
        String ending = usual.substring(usual.lastIndexOf('.'));
        return chooseToSave(title, proposed).map(named -> {
            String name = String.valueOf(named.getFileName());
            // the letters of an ending are the same in every language
            return name.toLowerCase(Locale.ROOT).endsWith(ending)
                    ? new Named(named, true)
                    : new Named(named.resolveSibling(name + ending), false);
        });
    }

    /** Asks which file to read; empty when the owner gave up, and where there is no such dialog. As {@link #chooseToSave}. */
    default Optional<Path> chooseToOpen(String title) {
        return Optional.empty();
    }
}
