package app.loupe.domain;

/**
 * Keeps the master keyset outside the data folder: the keyring of the operating system, or a passphrase. Answers within
 * its own time limit; never uses a plain file or a constant key.
 */
@Blocking
public interface KeyHolder {
    /**
     * A stable id such as {@code secret-service}, {@code windows-credential-manager}, {@code macos-keychain},
     * {@code passphrase}.
     */
    String id();

    /** Looks for the keyset of an installation. */
    KeyState load(InstallId install);

    /**
     * Keeps the keyset, reads it back and compares.
     *
     * @throws ProblemException with a {@code KEYRING_*} or {@code PASSPHRASE_*} code; the former entry is then unchanged
     *     or the new one is whole
     */
    void store(InstallId install, Secret keyset) throws ProblemException;

    /** Whether {@link #store} would ask nobody anything now. Looks, asks nothing; false where it cannot be told. */
    default boolean takesUnasked() {
        return false;
    }

    /**
     * Whether a copy of the data folder would be given the same entry, so that what is stored for the one is stored for the other.
     * False where the entry lies in the folder and is copied with it.
     */
    default boolean isSharedByCopies() {
        return true;
    }

    /** Forgets what it keeps in memory between two calls; the next call asks again. */
    default void close() {
        // most keep nothing
    }
}
