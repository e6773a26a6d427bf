package app.loupe.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Looks whether other accounts of this computer could open what Loupe keeps. */
@Blocking
@FunctionalInterface
public interface FolderCheck {
    /** Looks at the data folder and everything in it now. */
    Findings look() throws ProblemException;

    /**
     * What was found.
     *
     * @param folder the data folder
     * @param known whether this system has permissions that can be read this way; Windows has not
     * @param looked folders and files looked at
     * @param tooOpen those that another account may read or write: path inside the folder and permissions
     */
    record Findings(Path folder, boolean known, int looked, List<String> tooOpen) {
        /** Copies the list. */
        public Findings {
            tooOpen = List.copyOf(tooOpen);
        }
    }
}
