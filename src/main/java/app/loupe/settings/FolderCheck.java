package app.loupe.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
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

        /** Whether the promise that only the owner's account can open it is kept, as far as it can be told. */
        public SecurityCheck check() {
            SecurityCheck.Outcome kept = tooOpen.isEmpty() ? SecurityCheck.Outcome.PASS : SecurityCheck.Outcome.FAIL;
            return new SecurityCheck(SecurityCheck.Promise.YOUR_ACCOUNT_ONLY,
                    known ? kept : SecurityCheck.Outcome.NOTICE,
                    tooOpen.isEmpty()
                            ? List.of(folder.toString())
                            : List.of(folder.toString(), tooOpen.getFirst()),
                    tooOpen);
        }
    }
}
