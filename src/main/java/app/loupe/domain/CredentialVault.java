package app.loupe.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The open vault: seals passwords, lends them for one call, and destroys them. Only this port can turn a ciphertext into
 * a password, and only through {@link #access}.
 */
@Blocking
public interface CredentialVault extends AutoCloseable {
    /**
     * Seals the password for a new row, stores the row and keeps these profiles, in one step and durably. The secret stays
     * the caller's to close.
     */
    void add(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> profiles)
            throws ProblemException;

    /**
     * Seals a password for a row, which is new or replaces the one with its id, and keeps these profiles, in one step and
     * durably; then rewrites the file so that the old ciphertext is gone. If the disk has no room for that, the next
     * opening of the file does it. The secret stays the caller's to close.
     */
    void replace(ConnectionId id, Endpoint endpoint, Secret password, List<ConnectionProfile> profiles)
            throws ProblemException;

    /**
     * Takes in what comes from another computer, in one step and durably: seals these passwords for rows that are new or were
     * lost, and keeps these profiles and filters. The secrets stay the caller's to close.
     *
     * @param filters makes those to keep of those that are kept by then
     * @throws IllegalArgumentException as {@link SearchMemory#keepFilters}
     */
    void takeIn(List<Arrival> arrivals, List<ConnectionProfile> profiles, UnaryOperator<List<KeptFilter>> filters)
            throws ProblemException;

    /**
     * A connection that comes from another computer.
     *
     * @param password null when it was lost there: then only its address is kept, and the password is asked for
     */
    record Arrival(ConnectionId id, Endpoint endpoint, @Nullable Secret password) {}

    /**
     * The way to the password of one connection; decrypts at each use, never before. A use is refused with
     * {@link ProblemCode#PASSWORD_NOT_OF_THIS_ROW} when the connection leads elsewhere by then: a run that began before
     * an edit never sends the new password to the old server.
     *
     * @param endpoint where the password is sent
     */
    SecretAccess access(ConnectionId id, Endpoint endpoint);

    /**
     * Where a connection leads, if that is sealed: as its row says when its password is sealed for that address,
     * otherwise as the kept profiles say, unless the vault file contradicts them. Empty when nothing sealed tells it:
     * whoever can write the file could direct a password that is typed again to a server of their own.
     */
    Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException;

    /**
     * Keeps the profiles of all connections with their addresses, sealed, in the place of those kept before: damage to
     * the copy does not reach them. What tells of the copy itself (server version, last sync) is not kept.
     */
    void keepProfiles(List<ConnectionProfile> profiles) throws ProblemException;

    /** The profiles that are kept; empty when none ever were, or when they do not open with the key. */
    Optional<List<ConnectionProfile>> keptProfiles() throws ProblemException;

    /**
     * Deletes the row, its ciphertext, its kept profile and what {@link SearchMemory} keeps of it at once, then seals the
     * other rows with a new key, forgets the old key and rewrites the file. If the key holder is closed meanwhile, the
     * row is gone all the same and the old key is retired later: see {@link #retireUnasked}.
     *
     * @return a notice ({@link ProblemCode#REKEY_PENDING}) when the old key could not be retired yet
     */
    Optional<Problem> delete(ConnectionId id) throws ProblemException;

    /** The deletions that have begun: remembered with the keys of this vault, and closed with it. */
    DeletionMemory deletions();

    /**
     * Seals everything with a new key, forgets the old key and rewrites the file, as {@link #delete} does after a row is
     * gone. An old copy of the vault file together with the old key still opens. What is broken off, or what the key
     * holder refuses, the next opening, deletion or change finishes, or {@link #retireUnasked}; until then everything opens as before.
     *
     * @return a notice ({@link ProblemCode#KEY_CHANGE_PENDING}) when the old key could not be retired yet
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_READ_ONLY} or {@link ProblemCode#DISK_FULL} before anything is
     *     changed, when the file is only read or finds no room to be rewritten
     */
    Optional<Problem> changeKey() throws ProblemException;

    /**
     * Retires the old key that {@link #delete} or {@link #changeKey} left, if the key holder takes part without asking its owner
     * anything; does nothing while somebody else uses the keys, once they are closed, and where that was asked for while the
     * folder lay elsewhere. Waits as long as the key holder does.
     *
     * @return whether it was retired now
     */
    boolean retireUnasked() throws ProblemException;

    /** A fresh copy of the file key of the invoice store, made at first use; the caller closes it. */
    Secret storeKey() throws ProblemException;

    /** The same for the owner's book, which has a key of its own. */
    Secret bookKey() throws ProblemException;

    /** Where the master key is and whether every stored password is sealed with it; opens none. */
    VaultReport report() throws ProblemException;

    /** Lets go of the keys, the key holder's too. */
    @Override
    void close();

    /**
     * What the Security screen says about the vault.
     *
     * @param keyHolder id of {@link KeyHolder}
     * @param stored connections that have a password or lost it
     * @param unsound those that lost it, or whose ciphertext has no valid tag of the current key for its own row
     * @param rekeyPending whether an old key still waits to be retired
     * @param rekeyLeftTo the folder where that was asked for and is left to, when this one is a copy of it or was moved from it
     */
    record VaultReport(String keyHolder, Optional<Instant> keyCreated, int stored, List<ConnectionId> unsound,
            boolean rekeyPending, Optional<String> rekeyLeftTo) {
        /** Copies the list. */
        public VaultReport {
            unsound = List.copyOf(unsound);
        }

        /** How many stored passwords can be opened. */
        public int sound() {
            return stored - unsound.size();
        }
    }
}
