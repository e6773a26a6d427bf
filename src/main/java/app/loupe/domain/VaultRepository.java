package app.loupe.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The vault file: the six-column table and a few facts. Knows nothing of keys: a ciphertext is opaque text here. Every
 * method sees only the rows of the user of this process. Failures of disk or file are
 * {@link ProblemException}s with {@code STORE_*} or {@code DISK_FULL} codes.
 */
@Blocking
public interface VaultRepository extends AutoCloseable {
    /**
     * Call before changing anything elsewhere that the file must then record, such as at the key holder.
     *
     * @throws ProblemException {@link ProblemCode#DATA_FOLDER_READ_ONLY} where the file is only read
     */
    default void demandWritable() throws ProblemException {
        // most can be changed
    }

    /** The id of this data folder, made with the file. */
    InstallId install();

    /** Where this data folder lies: a copy of it has the same id, and lies elsewhere. */
    String place();

    /** The user whose rows this repository sees. */
    UserId user();

    /** All own connections, oldest first. */
    List<StoredConnection> connections() throws ProblemException;

    /** One own connection. */
    Optional<StoredConnection> find(ConnectionId id) throws ProblemException;

    /**
     * Own connections whose sealed password was lost with a damaged file, and their addresses as the file says, unsealed.
     * A connection leaves this list when a row is written under its id, or when it is deleted.
     */
    Map<ConnectionId, Endpoint> lost() throws ProblemException;

    /** The facts of this user. */
    Map<VaultFact, String> facts() throws ProblemException;

    /** Adds a row and sets these facts, in one transaction and durably (synced to disk) before it returns. */
    void insert(StoredConnection connection, Map<VaultFact, String> facts) throws ProblemException;

    /**
     * Writes a row, which was lost or replaces the one with its id, and sets these facts, in one transaction and durably
     * before it returns.
     */
    default void put(StoredConnection connection, Map<VaultFact, String> facts) throws ProblemException {
        putAll(List.of(connection), facts);
    }

    /** The same for several rows, in one transaction together. */
    void putAll(List<StoredConnection> connections, Map<VaultFact, String> facts) throws ProblemException;

    /** Applies the whole change in one transaction, durably before it returns. */
    void apply(VaultChange change) throws ProblemException;

    /**
     * Changes one fact depending on its current value, in one transaction that no other change interrupts, durably before
     * it returns. The empty text stands for an absent fact, and removes one.
     */
    void change(VaultFact fact, UnaryOperator<String> change) throws ProblemException;

    /** Rewrites the file so that nothing of deleted or replaced rows is left in it (S35). */
    void compact() throws ProblemException;

    /**
     * Writes the file anew as {@link #compact} does and takes the result away: whoever asks for something whose end is a rewrite
     * learns first whether there is room. Nothing changes, and nothing that is kept beside the file goes.
     */
    void rehearse() throws ProblemException;

    @Override
    void close();
}
