package app.loupe.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import com.sun.security.auth.module.NTSystem;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks the operating system, not the environment, as whom this process runs: an environment variable could be set to
 * somebody else's name.
 */
public final class SystemAccounts {
    private SystemAccounts() {}

    /** The account of this process: its name, and the numeric user id or the security identifier. */
    @Blocking
    public static SystemAccount current(Surroundings surroundings) throws ProblemException {
        try {
            if (surroundings.isWindows()) {
                var system = new NTSystem();
                return new SystemAccount(system.getName(), system.getUserSID());
            }
            var system = new UnixSystem();
            return new SystemAccount(system.getUsername(), Long.toString(system.getUid()));
        } catch (LinkageError withoutNativePart) {
            return ownerOf(surroundings.home());
        }
    }

    /** The fall-back where the runtime has no native part: whoever owns the home folder. */
    static SystemAccount ownerOf(Path home) throws ProblemException {
        try {
            String name = Files.getOwner(home).getName();
            boolean unix = home.getFileSystem().supportedFileAttributeViews().contains("unix");
            return new SystemAccount(name, unix ? String.valueOf(Files.getAttribute(home, "unix:uid")) : name);
        } catch (IOException unreadable) {
            throw ProblemException.of(ProblemCode.DATA_FOLDER_UNUSABLE, home.toString());
        }
    }
}
