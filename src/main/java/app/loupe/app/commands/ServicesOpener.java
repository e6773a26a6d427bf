package app.loupe.app.commands;

import app.loupe.domain.Blocking;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;

/** Opens Loupe in a data folder: refuses an unsafe process, makes the folder, unlocks the vault, opens the store. */
@Blocking
public interface ServicesOpener {
    /** Opens; the caller closes. The prompt is asked only where a passphrase protects the key. */
    Services open(Path dataFolder, PassphrasePrompt prompt) throws ProblemException;

    /**
     * Refuses a folder that takes nothing, before a command that changes something asks or opens anything.
     *
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_READ_ONLY}; {@link ProblemCode#DATA_FOLDER_TAKES_NOTHING} where
     *     nothing is there to read either
     */
    default void demandWritable(Path dataFolder) throws ProblemException {
        // opening says it
    }

    /** Whether there is nothing in this folder yet, so that opening it would begin anew. */
    boolean isFree(Path dataFolder);

    /**
     * Looks at what there is without a data folder, and makes none: whether this process is safe, and whether the keyring is
     * there and open. Without a keyring a passphrase can protect the key.
     *
     * @return where the key will be, as {@link Services#keyHolder()}
     * @throws ProblemException with a {@code KEYRING_*} code, or because the process is not safe
     */
    String keyring() throws ProblemException;

    /** The way to servers before there is a data folder; the caller closes it. Nobody asks where no folder is free. */
    default Servers servers() {
        throw new IllegalStateException("no folder is free here");
    }

    /** Who may have the folder open already, and is asked first by commands that only read. */
    default OtherProcess other() {
        return OtherProcess.NONE;
    }
}
