package app.loupe.domain;

import java.nio.file.Path;
import java.util.Set;

/**
 * The plain files that exist only to be dragged out of the window. They lie in the data folder, each in a folder of its
 * own, and are removed as soon as nobody can need them. Safe for any thread.
 */
public interface DraggedFiles {
    /** What is in a file. */
    @FunctionalInterface
    interface Content {
        /** Makes the file at this free place. */
        @Blocking
        void writeTo(Path place) throws ProblemException;
    }

    /**
     * Makes a file that no other account can open.
     *
     * @param name what it is called, as every system allows it
     * @param of the connections whose figures are in it
     * @throws ProblemException what the content throws; {@link ProblemCode#CANCELLED} when it was to be removed before it
     *     was complete; {@link ProblemCode#DATA_FOLDER_UNUSABLE}. Nothing is left then
     */
    @Blocking
    Path make(String name, Set<ConnectionId> of, Content content) throws ProblemException;

    /** Removes a file; false when another program has it open and it has to be removed later. */
    @Blocking
    boolean remove(Path file);

    /** Removes every file with figures of a connection, also those being made. */
    @Blocking
    void forget(ConnectionId id);

    /** Removes every file, also those being made and those that another process left behind. */
    @Blocking
    void clear();
}
